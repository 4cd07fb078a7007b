import { describe, expect, it } from "vitest";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../../src/schema/schema-graph.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";
import { at, proveDocuments } from "./prove-documents.js";

describe("what a reference resolves to", () => {
  const { facts } = proveDocuments({
    $ref: "#/$defs/a",
    $defs: {
      a: { title: "Only a title", $ref: "#/$defs/b" },
      b: { $ref: "#/$defs/c" },
      c: { $ref: "#/$defs/d", type: "object" },
      d: { allOf: [{ $ref: "#/$defs/c2" }] },
      c2: {},
    },
  });

  it("is what stands behind references that say nothing else", () => {
    expect(["", "/$defs/a", "/$defs/b"].map((pointer) => short(facts.resolve(at(pointer))))).toEqual([
      "#/$defs/c",
      "#/$defs/c",
      "#/$defs/c",
    ]);
  });

  it("is the schema itself where it says more than a reference", () => {
    expect(["/$defs/c", "/$defs/d", "/$defs/c2"].map((pointer) => short(facts.resolve(at(pointer))))).toEqual(
      ["#/$defs/c", "#/$defs/d", "#/$defs/c2"],
    );
  });

  it("ends where references go in circles", () => {
    const circle = proveDocuments({ $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } }).facts;
    expect(short(circle.resolve(circle.resolve(at("/$defs/a"))))).toMatch(/^#\/\$defs\/[ab]$/);
  });
});

describe("facts", () => {
  const { graph, facts } = proveDocuments({
    type: "object",
    properties: { next: { $ref: "#" }, name: { $ref: "#/$defs/name" } },
    $defs: { name: { type: "string" } },
  });

  it("come in an order that has all nodes", () => {
    expect(facts.order.toSorted()).toEqual([...graph.nodes.keys()].toSorted());
    expect(facts.order.indexOf(at("/$defs/name"))).toBeLessThan(facts.order.indexOf(at("/properties/name")));
  });

  it("tell which schemas reach themselves", () => {
    expect([...graph.nodes.keys()].filter((id) => facts.isRecursive(id)).map(short)).toEqual([
      "#",
      "#/properties/next",
    ]);
  });
});

/** A graph that counts how often a node is looked up, which every walk over it does. */
class CountedGraph implements SchemaGraph {
  readonly roots: readonly NodeId[];
  readonly nodes: ReadonlyMap<NodeId, SchemaNode>;
  lookups = 0;

  constructor({ roots, nodes }: SchemaGraph) {
    const counted = new Map(nodes);
    const get = counted.get.bind(counted);
    counted.get = (id) => {
      this.lookups++;
      return get(id);
    };
    this.roots = roots;
    this.nodes = counted;
  }
}

/** Definitions in a row, each of which leads to the next; the last is `end`. */
function chain(
  length: number,
  link: (next: JsonObject, index: number) => JsonObject,
  end: JsonObject,
): JsonValue {
  const links = Array.from({ length }, (_, index) => [
    `d${index}`,
    link({ $ref: `#/$defs/d${index + 1}` }, index),
  ]);
  return { $ref: "#/$defs/d0", $defs: { ...Object.fromEntries(links), [`d${length}`]: end } };
}

describe("a long chain of definitions", () => {
  const contradiction = { type: "string", const: 1 };
  const object = { type: "object", properties: { a: {} }, required: ["a"] };

  it.for<[string, (next: JsonObject, index: number) => JsonObject, JsonObject]>([
    ["references", (next) => next, object],
    ["references to a contradiction", (next) => next, contradiction],
    ["references with a type", (next) => ({ ...next, type: "object" }), object],
    ["references with a type to a contradiction", (next) => ({ ...next, type: "object" }), contradiction],
    ["allOf", (next) => ({ allOf: [next] }), object],
    ["allOf with a contradiction", (next) => ({ allOf: [next] }), contradiction],
    ["anyOf", (next) => ({ anyOf: [next, { type: "null" }] }), object],
    ["not", (next) => ({ not: next }), object],
    ["properties", (next) => ({ type: "object", properties: { next } }), object],
    ["items", (next) => ({ type: "array", items: next }), object],
  ])("of %s is proved in time that grows with its length alone", ([, link, end]) => {
    const lookupsOf = (length: number): number => {
      const graph = new CountedGraph(lowerDocuments(chain(length, link, end)).graph);
      const { value: facts } = proveFacts(graph);
      for (const id of graph.nodes.keys()) {
        facts.resolve(id);
        facts.requiredKeys(id);
        facts.propertySchemas(id, "a");
      }
      return graph.lookups;
    };
    expect(lookupsOf(600) / lookupsOf(300)).toBeLessThan(2.1);
  });

  it("overflows nothing", () => {
    const { facts, diagnostics } = proveDocuments(
      chain(10_000, (next) => ({ allOf: [next] }), contradiction),
    );
    expect(facts.types(at(""))).toBe(0);
    expect(diagnostics).toHaveLength(1);
  });

  it("that ends where it began is one circle", () => {
    const { facts, diagnostics } = proveDocuments(chain(10_000, (next) => next, { $ref: "#/$defs/d0" }));
    expect(diagnostics.map(({ place }) => place?.pointer)).toEqual(["/$defs/d10000"]);
    expect(facts.isRecursive(at("/$defs/d5000"))).toBe(true);
    expect(facts.isRecursive(at(""))).toBe(false);
  });
});
