import { describe, expect, it } from "vitest";
import { findConjuncts, keywordsOf, nodeOf } from "../../src/facts/conjuncts.js";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";
import { at, proveDocuments } from "./prove-documents.js";

describe("a node", () => {
  const { graph } = lowerDocuments({ type: "object", properties: { a: true, b: false } });

  it("is found by its id, and one that is not there is a bug", () => {
    expect(nodeOf(graph, at("/properties/a")).schema).toBe(true);
    expect(() => nodeOf(graph, at("/properties/z"))).toThrow("Bug in Schemist: no node");
  });

  it("has no keywords where its schema is true or false", () => {
    expect(keywordsOf(graph, at("")).type).toEqual(["object"]);
    expect([keywordsOf(graph, at("/properties/a")), keywordsOf(graph, at("/properties/b"))]).toEqual([
      {},
      {},
    ]);
  });
});

describe("conjuncts", () => {
  const conjunctsOf = (schema: JsonValue): (string | undefined)[] =>
    findConjuncts(lowerDocuments(schema).graph, at("")).map(short);

  it("are the node, then what its reference and its allOf lead to, however far", () => {
    expect(
      conjunctsOf({
        allOf: [{ $ref: "#/$defs/b" }, { type: "object" }],
        $ref: "#/$defs/a",
        $defs: { a: { allOf: [{ $ref: "#/$defs/c" }] }, b: {}, c: {} },
      }),
    ).toEqual(["#", "#/$defs/a", "#/$defs/a/allOf/0", "#/$defs/c", "#/allOf/0", "#/$defs/b", "#/allOf/1"]);
  });

  it("are each there once", () => {
    const $defs = { a: { $ref: "#/$defs/b" }, b: {} };
    expect(conjunctsOf({ allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }], $defs })).toEqual([
      "#",
      "#/allOf/0",
      "#/$defs/a",
      "#/$defs/b",
      "#/allOf/1",
    ]);
  });

  it("do not come from branches, negations and parts", () => {
    expect(conjunctsOf({ anyOf: [{}], oneOf: [{}], not: {}, properties: { a: {} }, items: {} })).toEqual([
      "#",
    ]);
  });

  it("end where references go in circles", () => {
    expect(conjunctsOf({ allOf: [{ $ref: "#" }] })).toEqual(["#", "#/allOf/0"]);
  });
});

describe("the schemas of a property", () => {
  const schemasOf = (schema: JsonValue, key: string): (string | undefined)[] => {
    return proveDocuments(schema).facts.propertySchemas(at(""), key).map(short);
  };
  const patterned = {
    properties: { abc: {} },
    patternProperties: { "^a": {}, c$: {} },
    additionalProperties: {},
  };

  it("are those of its name and of every pattern that matches it", () => {
    expect(schemasOf(patterned, "abc")).toEqual(
      ["#/properties/abc", "#/patternProperties/%5Ea", "#/patternProperties/c$"].map(decodeURIComponent),
    );
  });

  it("are those of the patterns alone where nothing names it", () => {
    expect(schemasOf(patterned, "ab")).toEqual(["#/patternProperties/^a"]);
  });

  it("are that of additionalProperties where no name and no pattern claims it", () => {
    expect(schemasOf(patterned, "x")).toEqual(["#/additionalProperties"]);
  });

  it("are none where nothing speaks of it", () => {
    expect(schemasOf({ properties: { a: {} } }, "b")).toEqual([]);
  });

  it("of each conjunct apply, with additionalProperties of one beside the names of another", () => {
    const schema = {
      allOf: [{ properties: { a: {} } }, { additionalProperties: false }],
      properties: { a: {} },
    };
    expect(schemasOf(schema, "a")).toEqual([
      "#/properties/a",
      "#/allOf/0/properties/a",
      "#/allOf/1/additionalProperties",
    ]);
  });

  it("are each there once", () => {
    const $defs = { a: { properties: { k: {} } } };
    expect(schemasOf({ allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }], $defs }, "k")).toEqual([
      "#/$defs/a/properties/k",
    ]);
  });

  it("are found for names that objects inherit only where the schema has them", () => {
    const named = JSON.parse('{"properties": {"__proto__": {}, "constructor": {}}}') as JsonValue;
    expect(schemasOf(named, "__proto__")).toEqual(["#/properties/__proto__"]);
    expect(schemasOf(named, "constructor")).toEqual(["#/properties/constructor"]);
    expect(schemasOf(named, "toString")).toEqual([]);
  });
});
