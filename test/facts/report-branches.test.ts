import { describe, expect, it } from "vitest";
import { KeywordIndex } from "../../src/facts/keyword-index.js";
import { provedTrue } from "../../src/facts/proof.js";
import { reportBranches } from "../../src/facts/report-branches.js";
import type { JsonValue } from "../../src/json.js";
import type { SchemaGraph } from "../../src/schema/schema-graph.js";
import { lowerDocuments, root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { readReports } from "./read-reports.js";

const branchesOf = (schema: JsonValue): string[] =>
  readReports(schema, ["branch-unreachable", "branch-duplicate", "branch-admits-all"]);

const alone = "No value can meet this branch alone: whatever meets it meets another branch of the oneOf too.";

describe("a branch that no value can meet", () => {
  it("is a warning at the branch", () => {
    expect(
      proveDocuments({ type: "string", anyOf: [{ minLength: 1 }, { type: "number" }] }).diagnostics,
    ).toEqual([
      {
        code: "branch-unreachable",
        severity: "warning",
        message: "No value can meet this branch: what stands beside the anyOf excludes its types.",
        help: "Take the branch out, or let what stands beside it admit the branch.",
        place: { uri: root, pointer: "/anyOf/1" },
      },
    ]);
  });

  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    [
      "whose types a reference excludes",
      {
        given: {
          $ref: "#/$defs/a",
          oneOf: [{ type: "null" }, { const: "a" }],
          $defs: { a: { type: "string" } },
        },
        want: ["/oneOf/0: No value can meet this branch: what stands beside the oneOf excludes its types."],
      },
    ],
    [
      "whose types another choice excludes",
      {
        given: {
          anyOf: [{ type: "string" }, { type: "null" }],
          oneOf: [{ type: "number" }, { const: "a" }],
        },
        want: [
          "/anyOf/1: No value can meet this branch: what stands beside the anyOf excludes its types.",
          "/oneOf/0: No value can meet this branch: what stands beside the oneOf excludes its types.",
        ],
      },
    ],
    [
      "whose values are not listed beside it",
      {
        given: { enum: ["a", "b"], anyOf: [{ const: "a" }, { const: "c" }] },
        want: ["/anyOf/1: No value can meet this branch: what stands beside the anyOf excludes its values."],
      },
    ],
    [
      "whose tag the base excludes",
      {
        given: {
          type: "object",
          required: ["kind"],
          properties: { kind: { enum: ["a", "b"] } },
          oneOf: [{ properties: { kind: { const: "a" } } }, { properties: { kind: { const: "c" } } }],
        },
        want: [
          '/oneOf/1: No value can meet this branch: "kind" is required, and no value meets all that is said of it (#/oneOf/1/properties/kind, #/properties/kind).',
        ],
      },
    ],
    [
      "that requires what the closed base does not name",
      {
        given: {
          type: "object",
          properties: { a: {} },
          additionalProperties: false,
          anyOf: [{ required: ["a"] }, { required: ["b"], properties: { b: {} } }],
        },
        want: [
          '/anyOf/1: No value can meet this branch: "b" is required, and #/additionalProperties refuses it.',
        ],
      },
    ],
    [
      "alone, since another admits a type of it whole",
      {
        given: { oneOf: [{ type: "number" }, { type: "integer", minimum: 1 }, { type: "null" }] },
        want: [`/oneOf/1: ${alone}`],
      },
    ],
    [
      "alone, since the same type stands in both",
      {
        given: { oneOf: [{ type: "string" }, { type: "string" }] },
        want: [`/oneOf/0: ${alone}`, `/oneOf/1: ${alone}`],
      },
    ],
  ])("is reported %s", ([, { given, want }]) => {
    expect(branchesOf(given)).toEqual(want);
  });

  it.for<[string, JsonValue]>([
    [
      "types overlap in one",
      { type: ["string", "null"], anyOf: [{ type: "null" }, { type: ["string", "number"] }] },
    ],
    [
      "an integer is a number",
      { type: "number", anyOf: [{ type: "integer" }, { type: "number", minimum: 3 }] },
    ],
    ["values are listed in any order", { enum: [{ a: 1, b: 2 }], anyOf: [{ const: { b: 2, a: 1 } }] }],
    ["the branch is false", { type: "string", anyOf: [{ minLength: 1 }, false] }],
    ["all are, which is told", { type: "string", anyOf: [{ type: "number" }, { type: "null" }] }],
    [
      "the tag need not be there",
      {
        type: "object",
        properties: { kind: { enum: ["a", "b"] } },
        oneOf: [{ properties: { kind: { const: "a" } } }, { properties: { kind: { const: "c" } } }],
      },
    ],
    [
      "something else than objects may meet it",
      {
        properties: { a: {} },
        additionalProperties: false,
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
    ],
    [
      "a required property is free in the base",
      {
        type: "object",
        required: ["kind"],
        properties: { kind: { type: "string" } },
        oneOf: [{ properties: { kind: { const: "a" } } }, { properties: { kind: { const: "b" } } }],
      },
    ],
    [
      "branches overlap in part",
      {
        oneOf: [
          { type: "string", minLength: 2 },
          { type: "string", maxLength: 3 },
        ],
      },
    ],
    ["known values are listed beside their type", { anyOf: [{ type: "string" }, { enum: ["a", "b"] }] }],
  ])("is none where %s", ([, schema]) => {
    expect(branchesOf(schema)).toEqual([]);
  });
});

describe("a branch that admits every value", () => {
  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    ["true", { given: { anyOf: [true, { type: "null" }] }, want: ["/anyOf/0"] }],
    [
      "{}",
      { given: { anyOf: [{ type: "null" }, { title: "any" }, { type: "string" }] }, want: ["/anyOf/1"] },
    ],
    [
      "a reference to {}",
      { given: { anyOf: [{ $ref: "#/$defs/a" }, { type: "null" }], $defs: { a: {} } }, want: ["/anyOf/0"] },
    ],
    ["the last, as what else there may be", { given: { anyOf: [{ type: "null" }, {}] }, want: [] }],
    ["one that says something", { given: { anyOf: [{ minLength: 1 }, { type: "null" }] }, want: [] }],
    ["in oneOf, where the others count", { given: { oneOf: [{}, { minLength: 1 }] }, want: [] }],
  ])("before others in anyOf is a warning: %s", ([, { given, want }]) => {
    expect(readReports(given, ["branch-admits-all"]).map((report) => report.split(":")[0])).toEqual(want);
  });
});

it("admits all in vain where a keyword asks which branches were met", () => {
  const { graph } = lowerDocuments({ anyOf: [true, { properties: { a: {} } }] });
  const asking: SchemaGraph["nodes"] = new Map(
    [...graph.nodes].map(([id, node]) => {
      const keywords = { unevaluatedProperties: `${root}#/anyOf/0` };
      return [
        id,
        typeof node.schema === "boolean" ? node : { ...node, schema: { ...node.schema, ...keywords } },
      ];
    }),
  );
  const codesOf = (nodes: SchemaGraph["nodes"]): string[] =>
    reportBranches({
      graph: { ...graph, nodes },
      keywords: new KeywordIndex({ ...graph, nodes }),
      order: [],
      proofOf: () => provedTrue,
      speakers: new Map(),
      resolve: (id) => id,
    }).map(({ code }) => code);
  expect(codesOf(graph.nodes)).toEqual(["branch-admits-all"]);
  expect(codesOf(asking)).toEqual([]);
});

describe("the same branch twice in oneOf", () => {
  const $defs = { a: { type: "object", required: ["a"] }, b: { $ref: "#/$defs/a" }, c: { type: "object" } };

  it.for<[string, { given: readonly JsonValue[]; want: readonly string[] }]>([
    ["by the same reference", { given: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }], want: ["/oneOf/1"] }],
    [
      "by way of another",
      { given: [{ $ref: "#/$defs/a" }, { type: "null" }, { $ref: "#/$defs/b" }], want: ["/oneOf/2"] },
    ],
    [
      "but not where one says more",
      { given: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a", minLength: 1 }], want: [] },
    ],
  ])("is a warning %s", ([, { given, want }]) => {
    const schema = { oneOf: given, $defs };
    expect(readReports(schema, ["branch-duplicate"]).map((report) => report.split(":")[0])).toEqual(want);
  });

  it("is none in anyOf, where it does no harm", () => {
    expect(
      readReports({ anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }], $defs }, ["branch-duplicate"]),
    ).toEqual([]);
  });
});
