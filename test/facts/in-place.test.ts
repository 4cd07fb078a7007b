import { describe, expect, it } from "vitest";
import { orderInPlace } from "../../src/facts/in-place.js";
import { listInPlace } from "../../src/facts/keyword-table.js";
import { numberNodes } from "../../src/facts/number-nodes.js";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";

function orderOf(schema: JsonValue): { order: (string | undefined)[]; cycles: (string | undefined)[] } {
  const { order, cycles } = orderInPlace(numberNodes(lowerDocuments(schema).graph));
  return { order: order.map(short), cycles: cycles.map(short) };
}

describe("the in-place order", () => {
  it("has each node after all that applies in place of it, and each once", () => {
    const { graph } = lowerDocuments({
      allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }],
      anyOf: [{ $ref: "#/$defs/b" }],
      not: { oneOf: [{ $ref: "#/$defs/a" }] },
      $defs: { a: { $ref: "#/$defs/b" }, b: { type: "string" } },
    });
    const { order, cycles } = orderInPlace(numberNodes(graph));
    const positions = new Map(order.map((id, index) => [id, index]));
    expect(order.toSorted()).toEqual([...graph.nodes.keys()].toSorted());
    for (const [id, { schema }] of graph.nodes) {
      const below = listInPlace(schema).map((child) => positions.get(child) ?? Infinity);
      expect(Math.max(-1, ...below)).toBeLessThan(positions.get(id) ?? -1);
    }
    expect(cycles).toEqual([]);
  });

  it("follows no properties and items", () => {
    expect(orderOf({ type: "object", properties: { a: { $ref: "#" } }, items: { $ref: "#" } })).toEqual({
      order: ["#", "#/properties/a", "#/items"],
      cycles: [],
    });
  });
});

describe("circles in place", () => {
  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    ["of a schema that refers to itself", { given: { $ref: "#" }, want: ["#"] }],
    ["by `allOf`", { given: { allOf: [{ type: "object" }, { $ref: "#" }] }, want: ["#/allOf/1"] }],
    ["by `not`", { given: { not: { $ref: "#" } }, want: ["#/not"] }],
    [
      "of two definitions, at the one that leads back",
      {
        given: { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } },
        want: ["#/$defs/b"],
      },
    ],
    [
      "that nothing leads into",
      {
        given: {
          $defs: { a: { $ref: "#/$defs/b" }, b: { anyOf: [{ type: "null" }, { $ref: "#/$defs/a" }] } },
        },
        want: ["#/$defs/b/anyOf/1"],
      },
    ],
    [
      "one for each way back, in the order of the document",
      {
        given: { anyOf: [{ $ref: "#" }, { type: "null" }, { oneOf: [{ $ref: "#" }] }] },
        want: ["#/anyOf/0", "#/anyOf/2/oneOf/0"],
      },
    ],
    [
      "once, however many ways lead into them",
      {
        given: {
          allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }],
          $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/c" }, c: { $ref: "#/$defs/b" } },
        },
        want: ["#/$defs/c"],
      },
    ],
  ])("%s", ([, { given, want }]) => {
    expect(orderOf(given).cycles).toEqual(want);
  });

  it("are none where one schema is met by two ways", () => {
    const $defs = { a: { $ref: "#/$defs/c" }, b: { $ref: "#/$defs/c" }, c: { type: "string" } };
    expect(
      orderOf({ allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }, { $ref: "#/$defs/c" }], $defs }).cycles,
    ).toEqual([]);
  });
});
