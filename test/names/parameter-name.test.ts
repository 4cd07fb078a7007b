import { expect, it } from "vitest";
import { nameParameter } from "../../src/names/parameter-name.js";

it.each([
  ["Event", "event"],
  ["WebhookEvent", "event"],
  ["HTTPEvent2", "event2"],
  ["GeoJSON", "json"],
  ["URL", "url"],
  ["_404Event", "event"],
  ["_404", "_404"],
  ["日本", "日本"],
  ["Élan", "élan"],
])("a value of %s is called %s", (type, name) => {
  expect(nameParameter(type, new Set())).toBe(name);
});

it("is no word of the language, nor one that is taken", () => {
  expect(nameParameter("WidgetClass", new Set())).toBe("widgetClass");
  expect(nameParameter("Undefined", new Set())).toBe("undefinedValue");
  expect(nameParameter("ShapeHandlers", new Set(["handlers"]))).toBe("shapeHandlers");
  expect(nameParameter("Handlers", new Set(["handlers"]))).toBe("handlersValue");
});
