import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import { variant } from "./union-schemas.js";

/** A union called so, of two variants that have the tag. */
function unionOf(name: string, tag: string, values: readonly JsonValue[] = ["a", "b"]): JsonObject {
  const branches = values.map((value, index) => [`Part${index}`, variant({ [tag]: value })] as const);
  const oneOf = branches.map(([key]) => ({ $ref: `#/$defs/${key}` }));
  return { $ref: `#/$defs/${name}`, $defs: { [name]: { oneOf }, ...Object.fromEntries(branches) } };
}

const parametersOf = (text: string, name: string): string | undefined =>
  new RegExp(`^export function ${name}(?:<.*>)?\\((.*?)\\): `, "m").exec(text)?.[1];

describe("a helper calls a value of the union", () => {
  it("by the last word of the union's name, in code and in words", async () => {
    const text = await generateText(unionOf("GeoShape", "kind"), { unions: { GeoShape: { open: true } } });
    expect(parametersOf(text, "geoShapeIs")).toBe(
      "geoShape: AnyGeoShape, kind: First".replace("geoShape", "shape"),
    );
    expect(parametersOf(text, "geoShapeName")).toBe("shape: GeoShape");
    expect(text).toContain("Calls the handler of the shape's variant.");
    expect(text.slice(text.indexOf("export interface GeoShapeByKind"))).not.toMatch(/\bevent\b/);
  });

  it.each([
    ["Shape", "shape", "shape: Shape, shapeTag: First"],
    ["HostName", "name", "hostName: HostName, name: First"],
    ["WidgetClass", "class", "widgetClass: WidgetClass, classTag: First"],
    ["Handlers", "otherwise", "handlersValue: Handlers, otherwiseTag: First"],
    ["Emitter", "kind", "emitterValue: Emitter, kind: First"],
    ["Fields", "fields", "fieldsValue: Fields, fieldsTag: First"],
  ])("so that no two parameters are one: %s by %s", async (name, tag, parameters) => {
    const text = await generateText(unionOf(name, tag));
    const narrow = `${name.replace(/^./u, (first) => first.toLowerCase())}Is`;
    expect(parametersOf(text, narrow)).toBe(parameters);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });
});
