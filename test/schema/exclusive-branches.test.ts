import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { CanonicalSchema, NodeId } from "../../src/schema/schema-graph.js";
import type { LowerOptions } from "./lower-documents.js";
import { lowerDocuments, root, short } from "./lower-documents.js";

function exclude(schema: JsonValue, options: LowerOptions = {}) {
  const { graph, diagnostics } = lowerDocuments(schema, { oneOf: "exclusive", ...options });
  const schemaOf = (id: NodeId): CanonicalSchema => graph.nodes.get(id)?.schema as CanonicalSchema;
  const refusedBy = (id: NodeId): string[] =>
    [...(schemaOf(id).properties ?? [])]
      .filter(([, property]) => graph.nodes.get(property)?.schema === false)
      .map(([name]) => name);
  return {
    node: (id: string) => graph.nodes.get(root + id),
    at: (id: string) => schemaOf(root + id),
    ids: [...graph.nodes.keys()].map(short),
    /** What each branch of a oneOf refuses by itself. */
    refused: (id = "#") => schemaOf(root + id).oneOf?.map(refusedBy),
    notes: diagnostics.filter(({ code }) => code === "branch-overlaps").map(({ place }) => place?.pointer),
  };
}

const having = (...names: string[]): JsonObject => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

describe("branches of a oneOf that exclude each other", () => {
  it("each refuse the names that only others list", () => {
    const schema = { oneOf: [having("a", "s"), having("b", "s"), { type: "object", required: ["c"] }] };
    const { refused, ids } = exclude(schema);
    expect(refused()).toEqual([
      ["b", "c"],
      ["a", "c"],
      ["a", "s", "b"],
    ]);
    expect(ids).toContain("#/oneOf/0/properties/b");
    expect(exclude(schema, { oneOf: "overlap" }).refused()).toEqual([[], [], []]);
  });

  it("list what they refer to, all parts of it, and what follows from a name", () => {
    const { refused, at } = exclude({
      oneOf: [
        ref("A"),
        { type: "object", allOf: [ref("B"), having("c")], anyOf: [having("d"), {}] },
        { type: "object", dependentRequired: { e: ["f"] }, dependentSchemas: { g: having("h") } },
        { type: "object", if: having("x"), then: having("i"), else: having("j") },
      ],
      $defs: { A: having("a"), B: ref("C"), C: having("b") },
    });
    expect(refused()).toEqual([
      ["b", "c", "d", "e", "f", "g", "h", "i", "j"],
      ["a", "e", "f", "g", "h", "i", "j"],
      ["a", "b", "c", "d", "i", "j"],
      ["a", "b", "c", "d", "e", "f", "g", "h"],
    ]);
    expect(short(at("#/oneOf/0").$ref)).toBe("#/$defs/A");
    expect([...(at("#/$defs/A").properties?.keys() ?? [])]).toEqual(["a"]);
  });

  it("refuse nothing that stands beside the oneOf, or around it", () => {
    const branches = [having("a"), having("b", "id")];
    expect(exclude({ properties: { id: {} }, oneOf: branches }).refused()).toEqual([["b"], ["a"]]);
    expect(
      exclude({ allOf: [ref("Base"), { oneOf: branches }], $defs: { Base: having("id") } }).refused(
        "#/allOf/1",
      ),
    ).toEqual([["b"], ["a"]]);
    expect(
      exclude({ required: ["id"], then: { oneOf: branches }, if: {}, else: having("b") }).refused("#/then"),
    ).toEqual([["b"], ["a"]]);
    expect(exclude({ patternProperties: { "^i": having() }, oneOf: branches }).refused()).toEqual([
      ["b"],
      ["a"],
    ]);
    expect(exclude({ additionalProperties: having(), oneOf: branches }).refused()).toEqual([[], []]);
    expect(exclude({ additionalProperties: false, oneOf: branches }).refused()).toEqual([["b", "id"], ["a"]]);
    expect(exclude({ properties: { id: { oneOf: branches } } }).refused("#/properties/id")).toEqual([
      ["b", "id"],
      ["a"],
    ]);
  });

  it("refuse nothing that they describe by a pattern, or as any other, or say to be absent", () => {
    const { refused, notes } = exclude({
      oneOf: [
        { type: "object", patternProperties: { "^x": {} } },
        { type: "object", additionalProperties: { type: "string" } },
        { type: "object", additionalProperties: {} },
        { type: "object", not: { required: ["xa"] } },
        { ...having("b"), properties: { b: true, xa: false } },
        having("xa", "a"),
      ],
    });
    expect(refused()).toEqual([["b", "a"], [], ["b", "xa", "a"], ["b", "a"], ["xa", "a"], ["b"]]);
    expect(notes).toEqual(["/oneOf/0", "/oneOf/1"]);
  });

  it("are noted where others cannot refuse what they do not list, unless those are closed", () => {
    const map = { type: "object", additionalProperties: having() };
    expect(exclude({ oneOf: [map, having("a")] }).notes).toEqual(["/oneOf/0"]);
    expect(exclude({ oneOf: [map, { ...having("a"), additionalProperties: false }] }).notes).toEqual([]);
    expect(exclude({ oneOf: [map, { type: "string" }] }).notes).toEqual([]);
  });

  it("are as they are where they would refuse too much", () => {
    const many = Array.from({ length: 40 }, (_, index) => having(`a${index}`));
    const { refused, notes } = exclude({ oneOf: many });
    expect(refused()).toEqual(many.map(() => []));
    expect(notes).toEqual(["/oneOf"]);
    expect(exclude({ oneOf: many.slice(0, 30) }).refused()?.[0]).toHaveLength(29);
  });

  it("are told apart within each other", () => {
    const inner = { ...having("a"), oneOf: [having("b"), having("c", "a")] };
    const { refused } = exclude({ oneOf: [inner, having("d")] });
    expect(refused()).toEqual([["d"], ["a", "b", "c"]]);
    expect(refused("#/oneOf/0")).toEqual([["c"], ["b"]]);
  });

  it("may hold themselves", () => {
    const { refused } = exclude({
      oneOf: [having("a"), { type: "object", properties: { child: { $ref: "#" } } }],
    });
    expect(refused()).toEqual([["child"], ["a"]]);
  });
});

describe("branches are left as they are", () => {
  it("where they admit no object", () => {
    const { at } = exclude({ oneOf: [{ type: "string" }, having("a"), having("b"), { const: 1 }, false] });
    expect(at("#/oneOf/0")).toEqual({ type: ["string"] });
    expect(at("#/oneOf/3")).toEqual({ const: { value: 1 } });
    expect(at("#/oneOf/4")).toBe(false);
    expect(exclude({ oneOf: [having("a"), { type: "null" }] }).refused()?.[0]).toEqual([]);
  });

  it("below a not, an if or a contains, and in an anyOf", () => {
    const oneOf = [having("a"), having("b")];
    expect(exclude({ not: { oneOf } }).refused("#/not")).toEqual([[], []]);
    expect(exclude({ if: { properties: { x: { oneOf } } }, then: {} }).refused("#/if/properties/x")).toEqual([
      [],
      [],
    ]);
    expect(exclude({ contains: { oneOf } }).refused("#/contains")).toEqual([[], []]);
    expect(exclude({ anyOf: oneOf }).at("#/anyOf/0").properties?.size).toBe(1);
  });

  it("where a tag tells them apart", () => {
    const tagged = (value: JsonValue, name: string): JsonObject => ({
      ...having(name),
      properties: { kind: value, [name]: {} },
      required: ["kind"],
    });
    const [a, b, c] = [
      tagged({ const: 1 }, "a"),
      tagged({ enum: [2, "2"] }, "b"),
      tagged({ const: "1" }, "c"),
    ];
    expect(exclude({ oneOf: [a, b, c] }).refused()).toEqual([[], [], []]);
    const referring = {
      oneOf: [ref("A"), ref("Others")],
      $defs: { A: { allOf: [ref("Base")], ...a }, Base: having("x"), Others: { oneOf: [b, c] } },
    };
    expect(exclude(referring).refused()).toEqual([[], []]);
    expect(exclude(referring).refused("#/$defs/Others")).toEqual([[], []]);
    const { required: _, ...optional } = c;
    expect(exclude({ required: ["kind"], oneOf: [a, b, optional] }).refused()).toEqual([[], [], []]);
    expect(exclude({ oneOf: [a, b, optional] }).refused()?.[0]).toEqual(["b", "c"]);
    expect(exclude({ oneOf: [a, b, tagged({ const: 2 }, "c")] }).refused()?.[0]).toEqual(["b", "c"]);
    expect(exclude({ oneOf: [a, b, tagged({ const: [] }, "c")] }).refused()?.[0]).toEqual(["b", "c"]);
  });
});

describe("what the exclusion leaves alone", () => {
  it("is the type that is inferred, and where", () => {
    const schema = {
      oneOf: [ref("Nullable"), { required: ["a"] }, {}],
      $defs: { Nullable: { anyOf: [{ type: "null" }, { properties: { b: {} } }] } },
    };
    const { at, ids } = exclude(schema, { untyped: "infer" });
    expect(at("#/oneOf/0").type).toBeUndefined();
    expect(at("#/oneOf/1").type).toEqual(["object"]);
    expect(at("#/oneOf/2").type).toBeUndefined();
    expect(at("#/$defs/Nullable/anyOf/1").type).toEqual(["object"]);
    expect(ids.filter((id) => id?.includes("?"))).toEqual([]);
  });

  it("is a branch that a reference leads to: what refuses stands around it", () => {
    const { at, refused, node } = exclude({
      properties: { first: { $ref: "#/oneOf/0" } },
      oneOf: [having("a"), { allOf: [{ $ref: "#/oneOf/0" }], ...having("b") }],
    });
    expect(at("#/oneOf/0").properties?.size).toBe(1);
    expect(refused()).toEqual([["b"], []]);
    const wrapper = short(at("#").oneOf?.[0]) ?? "";
    expect(node(wrapper)?.parent).toEqual({ node: `${root}#`, tokens: ["oneOf", "0"] });
    expect(at(wrapper).allOf?.map(short)).toEqual(["#/oneOf/0"]);
  });

  it("is what a reference finds where a keyword does not count", () => {
    const { at, refused } = exclude(
      {
        oneOf: [{ $ref: "#/definitions/A", properties: { b: { type: "null" } } }, having("b")],
        properties: { c: { $ref: "#/oneOf/0/properties/b" } },
        definitions: { A: having("a") },
      },
      { dialect: "draft-07" },
    );
    expect(refused()).toEqual([["b"], ["a"]]);
    expect(at("#/oneOf/0/properties/b").type).toEqual(["null"]);
  });
});
