import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import type { CanonicalSchema } from "../../src/schema/schema-graph.js";
import { lowerDocuments, root, short } from "./lower-documents.js";

/** The schemas of all nodes by short id, and where they stand. */
function readGraph(schema: JsonValue) {
  const { graph } = lowerDocuments(schema, { untyped: "infer" });
  const nodes = [...graph.nodes.values()];
  return {
    ids: nodes.map(({ id }) => short(id)),
    schema: (id: string) => graph.nodes.get(`${root}${id}`)?.schema as CanonicalSchema,
    parent: (id: string) => graph.nodes.get(`${root}${id}`)?.parent,
    source: (id: string) => short(graph.nodes.get(`${root}${id}`)?.source),
  };
}

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const object = { properties: { a: {} } };
const string = { minLength: 1 };

describe("a reference in place", () => {
  const refOf = (schema: JsonValue) => short(readGraph(schema).schema("#").$ref);

  it("leads to the plain meaning where the inferred type refuses nothing more", () => {
    expect(refOf({ type: "object", ...ref("A"), $defs: { A: object } })).toBe("#/$defs/A");
    expect(refOf({ type: "integer", ...ref("A"), $defs: { A: { minimum: 1 } } })).toBe("#/$defs/A");
    expect(refOf({ enum: ["a", "b"], ...ref("A"), $defs: { A: string } })).toBe("#/$defs/A");
    expect(refOf({ const: {}, ...ref("A"), $defs: { A: object } })).toBe("#/$defs/A");
  });

  it("leads to the exact meaning where the inferred type would refuse more", () => {
    expect(refOf({ type: ["object", "null"], ...ref("A"), $defs: { A: object } })).toBe("#/$defs/A?exact");
    expect(refOf({ type: "number", ...ref("A"), $defs: { A: string } })).toBe("#/$defs/A?exact");
    expect(refOf({ minItems: 1, ...ref("A"), $defs: { A: string } })).toBe("#/$defs/A?exact");
    expect(refOf({ anyOf: [{ type: "null" }, {}], ...ref("A"), $defs: { A: object } })).toBe(
      "#/$defs/A?exact",
    );
  });

  it("leads to the plain meaning where that is to the letter anyway", () => {
    const { ids, schema } = readGraph({
      type: ["object", "null"],
      ...ref("A"),
      $defs: { A: { type: "object" } },
    });
    expect(short(schema("#").$ref)).toBe("#/$defs/A");
    expect(ids).toEqual(["#", "#/$defs/A"]);
  });

  it("leads to the plain meaning of one conjunct where another states its type", () => {
    const { schema } = readGraph({
      allOf: [ref("Base"), ref("Extension")],
      $defs: { Base: { type: "object", ...object }, Extension: { required: ["b"] } },
    });
    expect(schema("#/allOf/1").$ref).toBe(`${root}#/$defs/Extension`);
  });

  it("leads to the exact meaning where branches in the target speak of another type than all around", () => {
    expect(refOf({ ...object, ...ref("A"), $defs: { A: { anyOf: [string, { minimum: 1 }] } } })).toBe(
      "#/$defs/A?exact",
    );
    expect(refOf({ ...ref("A"), $defs: { A: { anyOf: [string, { minimum: 1 }] } } })).toBe("#/$defs/A");
  });

  it("takes for stated what its own branch states, too", () => {
    const { schema } = readGraph({
      type: ["object", "string"],
      anyOf: [{ type: "object", ...ref("A") }, { ...ref("A") }],
      $defs: { A: object },
    });
    expect(short(schema("#/anyOf/0").$ref)).toBe("#/$defs/A");
    expect(short(schema("#/anyOf/1").$ref)).toBe("#/$defs/A?exact");
  });

  it("stays plain where each branch of a union stands for itself", () => {
    const { ids, schema } = readGraph({ oneOf: [ref("A"), ref("B")], $defs: { A: object, B: string } });
    expect(short(schema("#/oneOf/0").$ref)).toBe("#/$defs/A");
    expect(ids.filter((id) => id?.includes("?"))).toEqual([]);
  });

  it("stays plain through one whose target has settled the matter itself", () => {
    const { ids, schema } = readGraph({
      properties: { p: ref("Nullable") },
      $defs: { Nullable: { type: ["object", "null"], ...ref("A") }, A: object },
    });
    expect(short(schema("#/properties/p").$ref)).toBe("#/$defs/Nullable");
    expect(short(schema("#/$defs/Nullable").$ref)).toBe("#/$defs/A?exact");
    expect(ids.filter((id) => id?.includes("?"))).toEqual(["#/$defs/A?exact"]);
  });
});

describe("an exact meaning", () => {
  it("has no inferred type", () => {
    const { schema } = readGraph({ type: ["object", "string"], ...ref("A"), $defs: { A: object } });
    expect(schema("#/$defs/A").type).toEqual(["object"]);
    expect(schema("#/$defs/A?exact")).toEqual({ properties: schema("#/$defs/A").properties });
  });

  it("goes back to plain meanings in its children", () => {
    const { schema: at } = readGraph({
      type: ["object", "string"],
      ...ref("A"),
      $defs: { A: { properties: { a: string, b: ref("B") } }, B: object },
    });
    expect([...(at("#/$defs/A?exact").properties?.values() ?? [])].map(short)).toEqual([
      "#/$defs/A/properties/a",
      "#/$defs/A/properties/b",
    ]);
    expect(at("#/$defs/A/properties/a").type).toEqual(["string"]);
  });

  it("is a definition of its own, with what differs in place below it", () => {
    const {
      schema: at,
      parent,
      source,
      ids,
    } = readGraph({
      type: ["object", "string"],
      ...ref("A"),
      $defs: { A: { anyOf: [object, { description: "any" }] } },
    });
    expect(parent("#/$defs/A?exact")).toBeUndefined();
    expect(source("#/$defs/A?exact")).toBe("#/$defs/A");
    expect(at("#/$defs/A?exact").anyOf?.map(short)).toEqual(["#/$defs/A/anyOf/0?exact", "#/$defs/A/anyOf/1"]);
    expect(parent("#/$defs/A/anyOf/0?exact")).toEqual({
      node: `${root}#/$defs/A?exact`,
      tokens: ["anyOf", "0"],
    });
    expect(parent("#/$defs/A/anyOf/1")).toEqual({ node: `${root}#/$defs/A`, tokens: ["anyOf", "1"] });
    expect(ids.slice(0, 3)).toEqual(["#", "#/$defs/A", "#/$defs/A?exact"]);
  });

  it("refers to exact meanings in place", () => {
    const { schema: at } = readGraph({
      type: ["object", "string"],
      ...ref("A"),
      $defs: { A: ref("B"), B: object },
    });
    expect(at("#/$defs/A?exact").$ref).toBe(`${root}#/$defs/B?exact`);
    expect(at("#/$defs/A").$ref).toBe(`${root}#/$defs/B`);
  });
});

describe("below a not", () => {
  it("inline schemas have one meaning, to the letter", () => {
    const { ids, schema } = readGraph({ type: "object", not: { properties: { a: { items: string } } } });
    expect(ids).toEqual(["#", "#/not", "#/not/properties/a", "#/not/properties/a/items"]);
    expect(schema("#/not")).toEqual({ properties: new Map([["a", `${root}#/not/properties/a`]]) });
    expect(schema("#/not/properties/a/items")).toEqual({ minLength: 1 });
  });

  it("references lead to meanings to the letter, throughout", () => {
    const { ids, schema, parent } = readGraph({
      type: "object",
      not: ref("A"),
      $defs: { A: { properties: { a: string, b: {}, c: ref("B") } }, B: object },
    });
    const exact = schema("#/$defs/A?exact-below");
    expect(short(schema("#/not").$ref)).toBe("#/$defs/A?exact-below");
    expect(exact.type).toBeUndefined();
    expect([...(exact.properties?.values() ?? [])].map(short)).toEqual([
      "#/$defs/A/properties/a?exact-below",
      "#/$defs/A/properties/b",
      "#/$defs/A/properties/c?exact-below",
    ]);
    expect(schema("#/$defs/A/properties/a?exact-below")).toEqual({ minLength: 1 });
    expect(short(schema("#/$defs/A/properties/c?exact-below").$ref)).toBe("#/$defs/B?exact-below");
    expect(parent("#/$defs/A/properties/a?exact-below")?.node).toBe(`${root}#/$defs/A?exact-below`);
    expect(parent("#/$defs/B?exact-below")).toBeUndefined();
    expect(schema("#/$defs/B").type).toEqual(["object"]);
    expect(ids).toEqual([
      "#",
      "#/$defs/A",
      "#/$defs/A?exact-below",
      "#/$defs/B",
      "#/$defs/B?exact-below",
      "#/not",
      "#/$defs/A/properties/a",
      "#/$defs/A/properties/a?exact-below",
      "#/$defs/A/properties/b",
      "#/$defs/A/properties/c",
      "#/$defs/A/properties/c?exact-below",
      "#/$defs/B/properties/a",
    ]);
  });

  it("references lead to the plain meaning where nothing below was inferred", () => {
    const { ids } = readGraph({
      not: ref("A"),
      $defs: { A: { type: "object", properties: { a: { type: "string" } } } },
    });
    expect(ids).toEqual(["#", "#/$defs/A", "#/not", "#/$defs/A/properties/a"]);
  });

  it("reaches through definitions that go round", () => {
    const { schema } = readGraph({ not: ref("A"), $defs: { A: { properties: { next: ref("A") } } } });
    expect(short(schema("#/$defs/A/properties/next?exact-below").$ref)).toBe("#/$defs/A?exact-below");
  });

  it("definitions are read as elsewhere", () => {
    const { schema } = readGraph({
      not: { $defs: { A: object } },
      properties: { a: { $ref: "#/not/$defs/A" } },
    });
    expect(schema("#/not/$defs/A").type).toEqual(["object"]);
  });

  it("a not is not undone by another", () => {
    const { schema } = readGraph({ not: { not: object } });
    expect(schema("#/not/not").type).toBeUndefined();
  });
});
