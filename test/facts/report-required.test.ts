import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { readReports } from "./read-reports.js";

describe("a required name that no object can have", () => {
  it("is a warning at what requires it, which says what refuses it", () => {
    const schema = { type: "object", required: ["a"], properties: { a: false } };
    expect(proveDocuments(schema).diagnostics).toEqual([
      {
        code: "required-impossible",
        severity: "warning",
        message: 'No object can meet this schema: "a" is required, and #/properties/a refuses it.',
        help: 'Do not require "a", or admit it wherever a schema speaks of it.',
        place: { uri: root, pointer: "/required" },
      },
    ]);
  });

  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    [
      "by a closed schema",
      {
        given: { required: ["a", "b"], properties: { a: {} }, additionalProperties: false },
        want: [
          '/required: No object can meet this schema: "b" is required, and #/additionalProperties refuses it.',
        ],
      },
    ],
    [
      "by another that is closed, at what holds both",
      {
        given: {
          allOf: [{ properties: { a: {} }, additionalProperties: false }, { required: ["b"] }],
        },
        want: [
          ': No object can meet this schema: "b" is required by #/allOf/1/required, and #/allOf/0/additionalProperties refuses it.',
        ],
      },
    ],
    [
      "by what a reference leads to, once for all that refer to it alike",
      {
        given: {
          anyOf: [
            { $ref: "#/$defs/closed", required: ["b"] },
            { $ref: "#/$defs/closed", required: ["b"] },
          ],
          $defs: { closed: { additionalProperties: false } },
        },
        want: [
          '/anyOf/0/required: No object can meet this schema: "b" is required, and #/$defs/closed/additionalProperties refuses it.',
          '/anyOf/1/required: No object can meet this schema: "b" is required, and #/$defs/closed/additionalProperties refuses it.',
        ],
      },
    ],
    [
      "at what closes it, where something else requires it",
      {
        given: { allOf: [{ required: ["b"] }], additionalProperties: false },
        want: [
          '/additionalProperties: No object can meet this schema: "b" is required by #/allOf/0/required, and #/additionalProperties refuses it.',
        ],
      },
    ],
    [
      "in what several refer to, once and there, by no more than it takes",
      {
        given: {
          anyOf: [
            { $ref: "#/$defs/a", properties: { k: {} }, required: ["k"] },
            { $ref: "#/$defs/a", properties: { k: { minLength: 1 } }, required: ["k"] },
          ],
          $defs: {
            a: {
              required: ["k"],
              properties: { k: { const: 1 } },
              allOf: [{ properties: { k: { const: 2 } } }],
            },
          },
        },
        want: [
          '/$defs/a/required: No object can meet this schema: "k" is required, and no value meets all that is said of it (#/$defs/a/properties/k, #/$defs/a/allOf/0/properties/k).',
        ],
      },
    ],
    [
      "by a pattern",
      {
        given: { required: ["x-a"], patternProperties: { "^x-": false } },
        want: [
          '/required: No object can meet this schema: "x-a" is required, and #/patternProperties/^x- refuses it.',
        ],
      },
    ],
    [
      "by types that exclude each other",
      {
        given: {
          required: ["a"],
          properties: { a: { type: "string" } },
          allOf: [{ properties: { a: { type: "number" } } }],
        },
        want: [
          '/required: No object can meet this schema: "a" is required, and no value meets all that is said of it (#/properties/a, #/allOf/0/properties/a).',
        ],
      },
    ],
    [
      "by values that exclude each other",
      {
        given: {
          allOf: [
            { required: ["a"], properties: { a: { const: 1 } } },
            { properties: { a: { enum: [2, 3] } } },
          ],
        },
        want: [
          ': No object can meet this schema: "a" is required by #/allOf/0/required, and no value meets all that is said of it (#/allOf/0/properties/a, #/allOf/1/properties/a).',
        ],
      },
    ],
    [
      "like every name of JavaScript's objects",
      {
        given: { required: ["__proto__"], properties: { toString: {} }, additionalProperties: false },
        want: [
          '/required: No object can meet this schema: "__proto__" is required, and #/additionalProperties refuses it.',
        ],
      },
    ],
  ])("is reported where it is refused %s", ([, { given, want }]) => {
    expect(readReports(given, ["required-impossible"])).toEqual(want);
  });

  it("is reported once, though the schema has several meanings", () => {
    const $defs = { a: { required: ["k"], properties: { k: false, l: { minimum: 1 } } } };
    const schema = { properties: { x: { $ref: "#/$defs/a" } }, not: { $ref: "#/$defs/a" }, $defs };
    expect(readReports(schema, ["required-impossible"], { untyped: "infer" })).toHaveLength(1);
  });

  it.for<[string, JsonValue]>([
    ["it is not required", { properties: { a: false } }],
    [
      "a pattern admits it",
      { required: ["ab"], patternProperties: { "^a": {} }, additionalProperties: false },
    ],
    ["it is named", { required: ["a"], properties: { a: true }, additionalProperties: false }],
    ["what is additional has a schema", { required: ["a"], additionalProperties: { type: "null" } }],
    ["another branch is closed", { anyOf: [{ additionalProperties: false }, { required: ["a"] }] }],
    ["no object is meant", { type: "string", required: ["a"], properties: { a: false } }],
    [
      "types overlap",
      {
        required: ["a"],
        properties: { a: { type: "number" } },
        allOf: [{ properties: { a: { type: "integer" } } }],
      },
    ],
    [
      "a value is in common",
      { required: ["a"], properties: { a: { enum: [1, 2] } }, allOf: [{ properties: { a: { const: 2 } } }] },
    ],
    ["only the negation is closed", { required: ["a"], not: { additionalProperties: false } }],
  ])("is none where %s", ([, schema]) => {
    expect(readReports(schema, ["required-impossible"])).toEqual([]);
  });

  it("is found through a chain of thousands of references without delay", () => {
    const length = 5_000;
    const $defs = Object.fromEntries(
      Array.from({ length }, (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }]),
    );
    const end = { required: ["a"], additionalProperties: false };
    const reports = readReports({ $ref: "#/$defs/d0", $defs: { ...$defs, [`d${length}`]: end } }, [
      "required-impossible",
    ]);
    expect(reports).toHaveLength(1);
  }, 30_000);
});
