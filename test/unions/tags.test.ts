import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { areObjects, findCandidates, readTag } from "../../src/unions/tags.js";
import { at, proveDocuments } from "../facts/prove-documents.js";

function read(schema: JsonValue, ...path: string[]): unknown {
  return readTag(proveDocuments(schema).facts, at(""), path);
}

const values = (...list: JsonValue[]): unknown => ({ kind: "values", values: list });
const gap = (reason: string, ...path: string[]): unknown => ({ kind: "gap", reason, path });

describe("reading a tag", () => {
  it("gives the values that all schemas of the property leave together", () => {
    const schema = {
      type: "object",
      required: ["k"],
      properties: { k: { enum: ["a", "b", 1, null] } },
      patternProperties: { "^k": { enum: [null, "b", "c", 1] } },
      allOf: [{ properties: { k: { type: ["string", "null"] } } }],
    };
    expect(read(schema, "k")).toEqual(values("b", null));
  });

  it("takes values from additionalProperties", () => {
    expect(read({ type: "object", required: ["k"], additionalProperties: { const: "a" } }, "k")).toEqual(
      values("a"),
    );
  });

  it("follows a path of which several conjuncts say a part", () => {
    const schema = {
      type: "object",
      required: ["a"],
      properties: { a: { properties: { b: { enum: [1, 2] } } } },
      allOf: [
        { properties: { a: { type: "object", required: ["b"], properties: { b: { enum: [2, 3] } } } } },
      ],
    };
    expect(read(schema, "a", "b")).toEqual(values(2));
  });

  it("takes what is left of several types for an object", () => {
    const schema = {
      type: ["object", "null"],
      allOf: [{ type: ["object", "array"], required: ["k"], properties: { k: { const: 1 } } }],
    };
    expect(read(schema, "k")).toEqual(values(1));
  });

  it.for<[string, { given: JsonValue; path: string[]; want: unknown }]>([
    [
      "what is no object",
      { given: { required: ["k"], properties: { k: { const: 1 } } }, path: ["k"], want: gap("no-object") },
    ],
    [
      "what is not required",
      { given: { type: "object", properties: { k: { const: 1 } } }, path: ["k"], want: gap("optional", "k") },
    ],
    [
      "what is not required on the way",
      { given: { type: "object", properties: { a: {} } }, path: ["a", "b"], want: gap("optional", "a") },
    ],
    [
      "what is no object on the way",
      {
        given: { type: "object", required: ["a"], properties: { a: { type: "array" } } },
        path: ["a", "b"],
        want: gap("no-object", "a"),
      },
    ],
    [
      "what lists no values",
      {
        given: { type: "object", required: ["k"], properties: { k: { type: "boolean" } } },
        path: ["k"],
        want: gap("unlisted", "k"),
      },
    ],
    [
      "what nothing describes",
      { given: { type: "object", required: ["k"] }, path: ["k"], want: gap("unlisted", "k") },
    ],
    [
      "what is forbidden",
      {
        given: { type: "object", required: ["k"], properties: { k: false } },
        path: ["k"],
        want: gap("contradiction", "k"),
      },
    ],
    [
      "what has no value left",
      {
        given: {
          type: "object",
          required: ["k"],
          properties: { k: { enum: [1] } },
          patternProperties: { k: { enum: [2] } },
        },
        path: ["k"],
        want: gap("contradiction", "k"),
      },
    ],
    [
      "what has an object among its values",
      {
        given: { type: "object", required: ["k"], properties: { k: { enum: [1, {}] } } },
        path: ["k"],
        want: gap("no-scalar", "k"),
      },
    ],
    [
      "what only a branch requires",
      {
        given: { type: "object", properties: { k: { const: 1 } }, anyOf: [{ required: ["k"] }] },
        path: ["k"],
        want: gap("optional", "k"),
      },
    ],
  ])("finds a gap at %s", ([, { given, path, want }]) => {
    expect(read(given, ...path)).toEqual(want);
  });

  it("reads names that every object inherits", () => {
    const schema = JSON.parse(
      '{"type": "object", "required": ["__proto__"], "properties": {"__proto__": {"const": "a"}}}',
    ) as JsonValue;
    expect(read(schema, "__proto__")).toEqual(values("a"));
    expect(read({ type: "object" }, "constructor")).toEqual(gap("optional", "constructor"));
  });
});

it("takes schemas for objects by what they leave together", () => {
  const { facts } = proveDocuments({
    allOf: [{ type: ["object", "null"] }, { type: ["object", "array"] }, {}],
  });
  const ids = ["/allOf/0", "/allOf/1", "/allOf/2"].map(at);
  expect([areObjects(facts, ids), areObjects(facts, ids.slice(0, 1)), areObjects(facts, [])]).toEqual([
    true,
    false,
    false,
  ]);
});

it("offers the properties that all members require as tags, as the first declares them, then as it requires them", () => {
  const { graph, facts } = proveDocuments({
    oneOf: [
      {
        required: ["z", "x", "own"],
        properties: { y: {}, x: {} },
        allOf: [{ required: ["y"], properties: { w: {} } }],
      },
      { required: ["x", "y", "z", "w"] },
    ],
  });
  expect(findCandidates(graph, facts, [at("/oneOf/0"), at("/oneOf/1")])).toEqual(["y", "x", "z"]);
  expect(findCandidates(graph, facts, [])).toEqual([]);
});
