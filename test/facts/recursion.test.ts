import { describe, expect, it } from "vitest";
import { numberNodes } from "../../src/facts/number-nodes.js";
import { findRecursive } from "../../src/facts/recursion.js";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";

function recursiveOf(schema: JsonValue): string[] {
  return [...findRecursive(numberNodes(lowerDocuments(schema).graph))]
    .map((id) => short(id) ?? "")
    .toSorted();
}

describe("schemas that reach themselves", () => {
  it.for<[string, JsonValue]>([
    ["properties", { properties: { a: { $ref: "#" } } }],
    ["patternProperties", { patternProperties: { a: { $ref: "#" } } }],
    ["additionalProperties", { additionalProperties: { $ref: "#" } }],
    ["items", { items: { $ref: "#" } }],
    ["prefixItems", { prefixItems: [{ $ref: "#" }] }],
    ["allOf", { allOf: [{ $ref: "#" }] }],
    ["anyOf", { anyOf: [{ $ref: "#" }] }],
    ["oneOf", { oneOf: [{ $ref: "#" }] }],
    ["not", { not: { $ref: "#" } }],
  ])("do so by way of %s", ([, schema]) => {
    const found = recursiveOf(schema);
    expect(found).toContain("#");
    expect(found).toHaveLength(2);
  });

  it("are a schema that is its own reference", () => {
    expect(recursiveOf({ $ref: "#" })).toEqual(["#"]);
  });

  it("are all that lie on a circle, and not what leads into it or out of it", () => {
    expect(
      recursiveOf({
        properties: { tree: { $ref: "#/$defs/tree" } },
        $defs: {
          tree: { properties: { left: { $ref: "#/$defs/branch" }, label: { $ref: "#/$defs/label" } } },
          branch: { items: { $ref: "#/$defs/tree" } },
          label: { type: "string" },
        },
      }),
    ).toEqual(["#/$defs/branch", "#/$defs/branch/items", "#/$defs/tree", "#/$defs/tree/properties/left"]);
  });

  it("are found in several circles that share a schema", () => {
    const found = recursiveOf({
      $defs: {
        hub: { properties: { a: { $ref: "#/$defs/a" }, b: { $ref: "#/$defs/b" } } },
        a: { items: { $ref: "#/$defs/hub" } },
        b: { items: { $ref: "#/$defs/hub" } },
      },
    });
    expect(found.filter((id) => /^#\/\$defs\/\w+$/.test(id))).toEqual([
      "#/$defs/a",
      "#/$defs/b",
      "#/$defs/hub",
    ]);
  });

  it("are none where one schema is met by several ways", () => {
    const $defs = { a: { items: { $ref: "#/$defs/c" } }, b: { items: { $ref: "#/$defs/c" } }, c: {} };
    expect(recursiveOf({ allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }], $defs })).toEqual([]);
  });
});
