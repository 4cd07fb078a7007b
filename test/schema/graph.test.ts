import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, root, short } from "./lower-documents.js";

describe("the graph", () => {
  it("has roots first, then definitions, then what they hold, in document order", () => {
    const { graph } = lowerDocuments(
      {
        properties: { a: { $ref: "#/$defs/B" }, b: { $ref: "sister.json" } },
        $defs: { A: { items: {} }, B: { allOf: [{}] } },
      },
      {},
      { "file:///sister.json": { not: {} } },
    );
    expect(graph.roots).toEqual([`${root}#`]);
    expect([...graph.nodes.keys()].map(short)).toEqual([
      "#",
      "#/$defs/A",
      "#/$defs/B",
      "file:///sister.json#",
      "#/properties/a",
      "#/properties/b",
      "#/$defs/A/items",
      "#/$defs/B/allOf/0",
      "file:///sister.json#/not",
    ]);
  });

  it("says where each node stands, under canonical keywords", () => {
    const { node } = lowerDocuments(
      {
        definitions: { A: { type: "string" } },
        items: [{ properties: { "a/b": {} } }],
        additionalItems: { oneOf: [{}] },
        patternProperties: { "^x": {} },
      },
      { dialect: "draft-07" },
    );
    const parentOf = (pointer: string) => {
      const { parent } = node(pointer);
      return parent && [short(parent.node), ...parent.tokens];
    };
    expect(parentOf("")).toBeUndefined();
    expect(parentOf("/definitions/A")).toBeUndefined();
    expect(parentOf("/items/0")).toEqual(["#", "prefixItems", "0"]);
    expect(parentOf("/items/0/properties/a~1b")).toEqual(["#/items/0", "properties", "a/b"]);
    expect(parentOf("/additionalItems")).toEqual(["#", "items"]);
    expect(parentOf("/additionalItems/oneOf/0")).toEqual(["#/additionalItems", "oneOf", "0"]);
    expect(parentOf("/patternProperties/^x")).toEqual(["#", "patternProperties", "^x"]);
  });

  it("leaves the target of a reference where it stands", () => {
    const { node } = lowerDocuments({
      properties: { data: { type: "object" }, more: { $ref: "#/properties/data" } },
    });
    expect(node("/properties/data").parent).toEqual({ node: `${root}#`, tokens: ["properties", "data"] });
  });

  it("makes a definition of a target that no canonical keyword holds", () => {
    const { node } = lowerDocuments(
      { items: {}, additionalItems: { type: "string" }, allOf: [{ $ref: "#/additionalItems" }] },
      { dialect: "draft-07" },
    );
    expect(node("/additionalItems").parent).toBeUndefined();
  });

  it("gives definitions their names", () => {
    const { node } = lowerDocuments({ $defs: { A: {} }, title: "T" });
    expect(node("/$defs/A").givenNames).toEqual(["A"]);
    expect(node("").givenNames).toEqual(["root"]);
    expect(node("").source).toBe(`${root}#`);
  });

  it("has one node for each schema where nothing is inferred", () => {
    const { graph } = lowerDocuments({
      $defs: { A: { properties: { a: { minLength: 1 } } } },
      not: { $ref: "#/$defs/A" },
      type: ["string", "object"],
      allOf: [{ $ref: "#/$defs/A" }],
    });
    expect(graph.nodes.size).toBe(5);
    expect([...graph.nodes.values()].some(({ typeInferred }) => typeInferred)).toBe(false);
  });

  it("has the founding family whole", () => {
    const sister = (name: string, schema: object) =>
      ({ $id: `#/components/schemas/${name}`, ...schema }) as JsonValue;
    const { graph, diagnostics, schema } = lowerDocuments(
      {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: "#/components/schemas/Event",
        title: "Event",
        type: "object",
        required: ["resource"],
        properties: {
          resource: {
            $ref: "#/components/schemas/EventResourceEnum",
            description: "The type of resource in the event.",
          },
          type: { $ref: "#/components/schemas/EventTypeEnum" },
          data: {
            type: "object",
            properties: {
              host: { type: "object", properties: {}, description: "The meeting's host data." },
              roomId: { type: "string", example: "Y2lz" },
              recipients: { type: "array", items: { $ref: "#/components/schemas/Recipient" } },
            },
          },
        },
      },
      { untyped: "infer" },
      {
        "file:///a.json": sister("EventResourceEnum", { type: "string", enum: ["messages", "rooms"] }),
        "file:///b.json": sister("EventTypeEnum", { type: "string", enum: ["created"] }),
        "file:///c.json": sister("Recipient", {
          type: "object",
          properties: { personId: { type: "string" } },
        }),
      },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(4).fill("identifier-forbidden"));
    expect(schema("/properties/resource")).toEqual({ $ref: "file:///a.json#" });
    expect(graph.nodes.get("file:///a.json#")).toMatchObject({
      parent: undefined,
      givenNames: ["EventResourceEnum", "a"],
      schema: { type: ["string"], enum: ["messages", "rooms"] },
    });
    expect(graph.nodes.get(`${root}#/properties/data/properties/roomId`)?.annotations.examples).toEqual([
      "Y2lz",
    ]);
  });
});

describe("the graph: size", () => {
  it("does not overflow on a schema nested 10,000 deep", () => {
    let schema: JsonValue = { minimum: 1 };
    for (let depth = 0; depth < 5_000; depth++) schema = { not: { items: schema } };
    const { graph, diagnostics } = lowerDocuments(schema, { untyped: "infer" });
    expect(diagnostics.length).toBe(0);
    expect(graph.nodes.size).toBe(10_001);
  });

  it("infers through a chain of 10,000 definitions within seconds", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }] as const),
    );
    const started = performance.now();
    const { graph, schema } = lowerDocuments(
      { not: { $ref: "#/$defs/d0" }, $defs: { ...chain, d10000: { minLength: 1 } } },
      { untyped: "infer" },
    );
    expect(schema("/$defs/d10000").type).toEqual(["string"]);
    expect(graph.nodes.size).toBe(1 + 1 + 2 * 10_001);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("takes deep nesting in place", () => {
    let schema: JsonValue = { minimum: 1 };
    for (let depth = 0; depth < 10_000; depth++) schema = { allOf: [schema] };
    const { schema: canonical } = lowerDocuments(schema, { untyped: "infer" });
    expect(canonical("").type).toEqual(["number"]);
  });
});
