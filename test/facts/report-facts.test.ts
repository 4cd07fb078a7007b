import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";

function reportsOf(schema: JsonValue, options: LowerOptions = {}): string[] {
  return proveDocuments(schema, options).diagnostics.map(({ code, place }) => `${code} ${place?.pointer}`);
}

describe("a circle", () => {
  it("is an error at the schema that leads back, which says what to do", () => {
    expect(proveDocuments({ allOf: [{ type: "object" }, { $ref: "#" }] }).diagnostics).toEqual([
      {
        code: "reference-cycle",
        severity: "error",
        message: "This schema applies itself to the same instance again, without end.",
        help: "Break the circle: let one of the references go through a property or an item.",
        place: { uri: root, pointer: "/allOf/1" },
      },
    ]);
  });

  it("is reported once for each way back", () => {
    const $defs = { a: { anyOf: [{ $ref: "#/$defs/b" }, { $ref: "#/$defs/a" }] }, b: { $ref: "#/$defs/a" } };
    expect(reportsOf({ properties: { x: { $ref: "#/$defs/a" }, y: { $ref: "#/$defs/b" } }, $defs })).toEqual([
      "reference-cycle /$defs/b",
      "reference-cycle /$defs/a/anyOf/1",
    ]);
  });

  it("is reported once, though the schema has several meanings", () => {
    const $defs = { a: { properties: { k: {} }, allOf: [{ $ref: "#/$defs/a" }] } };
    const schema = { properties: { x: { $ref: "#/$defs/a" } }, not: { $ref: "#/$defs/a" }, $defs };
    expect(proveDocuments(schema, { untyped: "infer" }).graph.nodes.size).toBeGreaterThan(6);
    expect(reportsOf(schema, { untyped: "infer" })).toEqual(["reference-cycle /$defs/a/allOf/0"]);
  });

  it("is none where it goes through a property or an item", () => {
    expect(reportsOf({ properties: { a: { $ref: "#" } }, items: { allOf: [{ $ref: "#" }] } })).toEqual([]);
  });
});

describe("a schema that nothing meets", () => {
  it("is a warning where its parts contradict each other", () => {
    expect(proveDocuments({ type: "string", const: 1 }).diagnostics).toEqual([
      {
        code: "schema-unsatisfiable",
        severity: "warning",
        message: "No value can meet this schema: its types and values contradict each other.",
        help: "Compare `type`, `enum` and `const` here and in what is combined by `allOf` or `$ref`.",
        place: { uri: root, pointer: "" },
      },
    ]);
  });

  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    ["by values without one in common", { given: { enum: [1], const: 2 }, want: ["schema-unsatisfiable "] }],
    [
      "where all of allOf contradict each other",
      { given: { allOf: [{ type: "null" }, { type: "array" }] }, want: ["schema-unsatisfiable "] },
    ],
    [
      "where no branch is left",
      { given: { type: "null", anyOf: [{ type: "array" }] }, want: ["schema-unsatisfiable "] },
    ],
    [
      "where the contradiction is, not where it is referred to",
      {
        given: { $ref: "#/$defs/a", $defs: { a: { type: "null", const: 1 } } },
        want: ["schema-unsatisfiable /$defs/a"],
      },
    ],
    [
      "where the contradiction is, not in what it is part of",
      {
        given: { allOf: [{ anyOf: [{ type: "null", const: 1 }] }] },
        want: ["schema-unsatisfiable /allOf/0/anyOf/0"],
      },
    ],
    ["not where it is false", { given: { properties: { a: false } }, want: [] }],
    ["not where a part of it is false", { given: { allOf: [{ type: "null" }, false] }, want: [] }],
    ["not where all its branches are false", { given: { anyOf: [false, false] }, want: [] }],
    [
      "not where it refuses everything in so many words",
      { given: { properties: { a: { not: {} }, b: { not: true } } }, want: [] },
    ],
  ])("is reported %s", ([, { given, want }]) => {
    expect(reportsOf(given)).toEqual(want);
  });

  it("is reported once, though the schema has several meanings", () => {
    const $defs = { a: { type: "object", properties: { k: { minimum: 1 } }, allOf: [{ type: "null" }] } };
    const schema = { properties: { x: { $ref: "#/$defs/a" } }, not: { $ref: "#/$defs/a" }, $defs };
    expect(reportsOf(schema, { untyped: "infer" })).toEqual(["schema-unsatisfiable /$defs/a"]);
  });
});
