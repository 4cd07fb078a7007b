import { expect, it } from "vitest";
import { schemaPointerOf, type SchemaPlace } from "../../templates/runtime/schema-place.js";

it.each<[SchemaPlace, string]>([
  ["/$defs/A", "/$defs/A"],
  [{ from: "/$defs/A", keyword: "items" }, "/$defs/A/items"],
  [
    { from: { from: "/$defs/A", keyword: "properties", key: "b" }, keyword: "type" },
    "/$defs/A/properties/b/type",
  ],
  [
    { from: "", keyword: "properties", key: 'a/b~c %41 "#[]ü' },
    "/properties/a~1b~0c%20%2541%20%22%23%5B%5D%C3%BC",
  ],
  [{ from: "", keyword: "properties", key: "a\ud800" }, "/properties/a\ud800"],
])("tells where %j stands", (place, pointer) => {
  expect(schemaPointerOf(place)).toBe(pointer);
});
