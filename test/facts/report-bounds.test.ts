import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { readReports } from "./read-reports.js";

const boundsOf = (schema: JsonValue): string[] => readReports(schema, ["bounds-contradictory"]);

describe("bounds that exclude each other", () => {
  it("are a warning at the keyword, which says of what type no value is left", () => {
    expect(proveDocuments({ minLength: 5, maxLength: 3 }).diagnostics).toEqual([
      {
        code: "bounds-contradictory",
        severity: "warning",
        message: "No string can meet this schema: its length must be at least 5 and at most 3.",
        help: "Correct one of the limits, here or in what is combined by `allOf` or `$ref`.",
        place: { uri: root, pointer: "/minLength" },
      },
    ]);
  });

  it("leave the proved types as they are, since values of other types pass", () => {
    expect(proveDocuments({ type: ["string", "null"], minLength: 5, maxLength: 3 }).types()).toEqual([
      "string",
      "null",
    ]);
  });

  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    [
      "of numbers",
      {
        given: { minimum: 2, maximum: 1 },
        want: ["/minimum: No number can meet this schema: it must be at least 2 and at most 1."],
      },
    ],
    [
      "of which one excludes the limit itself",
      {
        given: { exclusiveMinimum: 2, maximum: 2 },
        want: ["/exclusiveMinimum: No number can meet this schema: it must be greater than 2 and at most 2."],
      },
    ],
    [
      "of which the stricter counts",
      {
        given: { minimum: 2, exclusiveMinimum: 2, maximum: 5, exclusiveMaximum: 2 },
        want: [
          "/exclusiveMinimum: No number can meet this schema: it must be greater than 2 and less than 2.",
        ],
      },
    ],
    [
      "without an integer between them",
      {
        given: { type: "integer", minimum: 1.2, maximum: 1.8 },
        want: ["/minimum: No integer can meet this schema: it must be at least 1.2 and at most 1.8."],
      },
    ],
    [
      "without an integer strictly between them",
      {
        given: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 },
        want: [
          "/exclusiveMinimum: No integer can meet this schema: it must be greater than 1 and less than 2.",
        ],
      },
    ],
    [
      "of arrays",
      {
        given: { minItems: 2, maxItems: 1 },
        want: ["/minItems: No array can meet this schema: its length must be at least 2 and at most 1."],
      },
    ],
    [
      "where no item is admitted behind the first ones",
      {
        given: { minItems: 2, prefixItems: [{}], items: false },
        want: ["/minItems: No array can meet this schema: its length must be at least 2 and at most 1."],
      },
    ],
    [
      "across a reference, at the keyword that is here",
      {
        given: { $ref: "#/$defs/a", maxLength: 3, $defs: { a: { minLength: 5 } } },
        want: ["/maxLength: No string can meet this schema: its length must be at least 5 and at most 3."],
      },
    ],
    [
      "across branches of allOf, at what holds them, and once",
      {
        given: { allOf: [{ allOf: [{ minLength: 5 }, { allOf: [{ maxLength: 3 }] }] }, { minLength: 1 }] },
        want: ["/allOf/0: No string can meet this schema: its length must be at least 5 and at most 3."],
      },
    ],
    [
      "under a negation too",
      {
        given: { not: { minimum: 2, maximum: 1 } },
        want: ["/not/minimum: No number can meet this schema: it must be at least 2 and at most 1."],
      },
    ],
  ])("are reported %s", ([, { given, want }]) => {
    expect(boundsOf(given)).toEqual(want);
  });

  it("are reported once, though the schema has several meanings", () => {
    const $defs = { a: { properties: { k: { minimum: 2, maximum: 1 } } } };
    const schema = { properties: { x: { $ref: "#/$defs/a" } }, not: { $ref: "#/$defs/a" }, $defs };
    expect(readReports(schema, ["bounds-contradictory"], { untyped: "infer" })).toHaveLength(1);
  });

  it.for<[string, JsonValue]>([
    [
      "they leave one value",
      { minimum: 2, maximum: 2, minLength: 3, maxLength: 3, minItems: 1, maxItems: 1 },
    ],
    ["they leave one integer", { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 3 }],
    ["fractions lie between them", { exclusiveMinimum: 1, exclusiveMaximum: 2 }],
    ["the type is excluded anyway", { type: "null", minLength: 5, maxLength: 3 }],
    ["they are alternatives", { anyOf: [{ minimum: 2 }, { maximum: 1 }] }],
    ["one of them is negated", { minimum: 2, not: { maximum: 1 } }],
    ["they are about different parts", { minItems: 2, items: { maxItems: 1 } }],
    ["every item has a schema", { minItems: 2, prefixItems: [{}, {}], items: false }],
    ["nothing is below", { maxLength: 0, maxItems: 0, items: false }],
  ])("are none where %s", ([, schema]) => {
    expect(boundsOf(schema)).toEqual([]);
  });
});
