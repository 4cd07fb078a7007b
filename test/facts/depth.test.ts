import { describe, expect, it } from "vitest";
import { findDeep } from "../../src/facts/depth.js";
import { numberNodes } from "../../src/facts/number-nodes.js";
import { findRecursive } from "../../src/facts/recursion.js";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";

function deepOf(schema: JsonValue): string[] {
  const { graph } = lowerDocuments(schema);
  const nodes = numberNodes(graph);
  return [...findDeep(nodes, findRecursive(nodes))].map((id) => short(id) ?? "").toSorted();
}

function chain(length: number, link: (target: string, index: number) => JsonValue): JsonValue {
  const links = Array.from({ length }, (_, index): [string, JsonValue] => [
    `d${index}`,
    index === 0 ? { type: "string" } : link(`#/$defs/d${index - 1}`, index),
  ]);
  return { $ref: `#/$defs/d${length - 1}`, $defs: Object.fromEntries(links) };
}

describe("schemas that a stack should not hold", () => {
  it("are those that reach themselves", () => {
    expect(deepOf({ properties: { a: { $ref: "#" } } })).toEqual(["#", "#/properties/a"]);
  });

  it("are not those that only lead to one that does", () => {
    const tree = { items: { $ref: "#/$defs/tree" } };
    expect(deepOf({ properties: { a: { $ref: "#/$defs/tree" } }, $defs: { tree } })).not.toContain("#");
  });

  it("are those from which a hundred others lead on, by way of the longest", () => {
    const last = { type: "string" };
    const schema = chain(102, ($ref) => ({ anyOf: [last, { $ref }] }));
    // The root, and of each link above the fiftieth the branch and what holds it.
    expect(deepOf(schema)).toHaveLength(1 + 2 * 51);
    expect(deepOf(chain(100, ($ref) => ({ $ref })))).toEqual([]);
  });

  it("are found in a long chain", () => {
    expect(deepOf(chain(3000, ($ref) => ({ items: { $ref } }))).length).toBeGreaterThan(5000);
  });
});
