import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { areObjects, isForbidden, listKeys, readTag } from "../../src/unions/tags.js";
import { at, proveDocuments } from "../facts/prove-documents.js";

function read(schema: JsonValue, ...path: string[]): unknown {
  return readTag(proveDocuments(schema), [at("")], path);
}

const values = (...list: JsonValue[]): unknown => ({ kind: "values", values: list });
const others = (types: number, mayBeAbsent: boolean): unknown => ({
  kind: "others",
  types,
  excluded: [],
  mayBeAbsent,
});
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
  ])("finds a gap at %s", ([, { given, path, want }]) => {
    expect(read(given, ...path)).toEqual(want);
  });

  it("reads names that every object inherits", () => {
    const schema = JSON.parse(
      '{"type": "object", "required": ["__proto__"], "properties": {"__proto__": {"const": "a"}}}',
    ) as JsonValue;
    expect(read(schema, "__proto__")).toEqual(values("a"));
    expect(read({ type: "object" }, "constructor")).toEqual(gap("inherited", "constructor"));
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

it("offers the properties that are declared, then those that are required", () => {
  const { graph, facts } = proveDocuments({
    required: ["z", "x", "own"],
    properties: { y: {}, x: {} },
    allOf: [{ required: ["y"], properties: { w: {} } }],
  });
  expect(listKeys({ graph, facts }, [at("")])).toEqual(["y", "x", "w", "z", "own"]);
  expect(listKeys({ graph, facts }, [])).toEqual([]);
});

describe("what is not listed", () => {
  it.for<[string, JsonValue, unknown]>([
    [
      "lists absence, where it is not required",
      { properties: { k: { const: 1 } } },
      { kind: "values", values: [1, undefined] },
    ],
    [
      "is absent, where it may not be there",
      { properties: { k: false } },
      { kind: "values", values: [undefined] },
    ],
    [
      "is absent, where no other than the named may be there",
      { properties: { a: {} }, additionalProperties: false },
      { kind: "values", values: [undefined] },
    ],
    [
      "lists absence, where only a branch requires it",
      { properties: { k: { const: 1 } }, anyOf: [{ required: ["k"] }] },
      { kind: "values", values: [1, undefined] },
    ],
    [
      "lists what few values its type has",
      { required: ["k"], properties: { k: { type: ["boolean", "null"] } } },
      values(true, false, null),
    ],
    [
      "may be all that its type has",
      { required: ["k"], properties: { k: { type: "string" } } },
      others(16, false),
    ],
    ["may be anything where nothing describes it", { required: ["k"] }, others(127, false)],
    ["may be absent as well", {}, others(127, true)],
    [
      "may not be what not excludes",
      { required: ["k"], properties: { k: { type: "string", not: { enum: ["a", "b"] } } } },
      { kind: "others", types: 16, excluded: ["a", "b"], mayBeAbsent: false },
    ],
  ])("%s", ([, keywords, want]) => {
    expect(read({ type: "object", ...(keywords as object) }, "k")).toEqual(want);
  });
});

describe("a property that no instance has", () => {
  it.for<[string, JsonValue, boolean]>([
    ["is one that is false", { properties: { k: false } }, true],
    ["is one that a closed object does not name", { additionalProperties: false }, true],
    ["is one that not refuses", { not: { required: ["k"] } }, true],
    [
      "is one of several that not refuses",
      { not: { anyOf: [{ required: ["a"] }, { required: ["k"] }] } },
      true,
    ],
    ["is none that not refuses beside another", { not: { required: ["a", "k"] } }, false],
    ["is none of which not says more", { not: { required: ["k"], properties: { k: { const: 1 } } } }, false],
    ["is none of an open object", { properties: { a: {} } }, false],
  ])("%s", ([, keywords, want]) => {
    const source = proveDocuments({ type: "object", ...(keywords as object) });
    expect(isForbidden(source, [at("")], "k")).toBe(want);
  });
});
