import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { lowerDocuments, short } from "./lower-documents.js";

function nest(levels: number): JsonObject {
  let schema: JsonObject = {};
  for (let level = 0; level < levels; level++) schema = { properties: { a: schema } };
  return schema;
}

function nestedIn(schema: JsonObject): unknown[] {
  const nodes = [...lowerDocuments(schema).graph.nodes.values()];
  return nodes.flatMap(({ id, parent, nested }) =>
    nested ? [[short(id)?.split("/").length, parent, short(nested.definition), nested.level]] : [],
  );
}

describe("where a node stands", () => {
  it("is in what holds it, down to 31 levels below a definition", () => {
    expect(nestedIn(nest(31))).toEqual([]);
  });

  it("is among the definitions at every 32nd level", () => {
    expect(nestedIn({ $defs: { b: nest(70) } })).toEqual([
      [3 + 2 * 32, undefined, "#/$defs/b", 32],
      [3 + 2 * 64, undefined, "#/$defs/b", 64],
    ]);
  });

  it("is counted from the nearest definition", () => {
    expect(nestedIn({ ...nest(20), $defs: { b: nest(20) } })).toEqual([]);
  });
});
