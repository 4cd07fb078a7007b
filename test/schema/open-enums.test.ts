import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { LowerOptions } from "./lower-documents.js";
import { lowerDocuments, root } from "./lower-documents.js";

const open = { "x-typescript-open": true };
const status = { type: "string", enum: ["created", "updated"] };

function read(schema: JsonValue, options: LowerOptions = {}, pointer = ""): unknown {
  const { diagnostics, node } = lowerDocuments(schema, options);
  expect(diagnostics).toEqual([]);
  const { schema: lowered, annotations } = node(pointer);
  return { ...(lowered as object), known: annotations.openEnum };
}

function problemsOf(schema: JsonValue, options: LowerOptions = {}): string[] {
  const { diagnostics } = lowerDocuments(schema, options);
  return diagnostics.map(({ code, message, place }) => `${code} ${place?.pointer ?? "-"} ${message}`);
}

describe("an open enum", () => {
  it.for<[string, JsonValue, unknown]>([
    ["has its type left", status, { type: ["string"], known: ["created", "updated"] }],
    ["gets the type of its values", { enum: ["a"] }, { type: ["string"], known: ["a"] }],
    ["may hold null", { enum: ["a", null] }, { type: ["string", "null"], known: ["a"] }],
    [
      "holds null only where its type does",
      { enum: ["a", null], type: "string" },
      { type: ["string"], known: ["a"] },
    ],
    [
      "holds null only where it lists it",
      { enum: ["a"], type: ["null", "string"] },
      { type: ["string"], known: ["a"] },
    ],
    [
      "keeps what else is said",
      { ...status, minLength: 3, pattern: "^[a-z]+$" },
      {
        type: ["string"],
        minLength: 3,
        pattern: { source: "^[a-z]+$", flags: "u" },
        known: ["created", "updated"],
      },
    ],
    ["knows each value once", { enum: ["a", "b", "a"] }, { type: ["string"], known: ["a", "b"] }],
  ])("%s", ([, schema, want]) => {
    expect(read({ ...(schema as object), ...open })).toEqual(want);
    expect(read({ title: "Status", ...(schema as object) }, { unions: { Status: { open: true } } })).toEqual(
      want,
    );
  });

  it("is closed where the keyword says so, or nothing", () => {
    for (const more of [{}, { "x-typescript-open": false }]) {
      expect(read({ ...status, ...more })).toEqual({ ...status, type: ["string"], known: undefined });
    }
  });

  it("is opened by its keyword wherever it stands, in any dialect", () => {
    const schema = { properties: { a: { type: "array", items: { ...status, ...open } } } };
    for (const dialect of ["2020-12", "draft-04"]) {
      expect(read(schema, { dialect }, "/properties/a/items")).toMatchObject({ type: ["string"] });
    }
    const nullable = { ...open, type: "string", nullable: true, enum: ["a", null] };
    expect(read(nullable, { dialect: "openapi-3.0" })).toEqual({ type: ["string", "null"], known: ["a"] });
  });

  it("is found by the names that unions are found by, and behind references", () => {
    const $defs = {
      "order-status": status,
      Alias: { $ref: "#/$defs/order-status" },
      Status: { $ref: "#/$defs/Alias" },
    };
    for (const name of ["order-status", "OrderStatus", "Status", "Alias"]) {
      const unions = { [name]: { open: true } };
      expect(read({ $defs }, { unions }, "/$defs/order-status")).toEqual({
        type: ["string"],
        known: ["created", "updated"],
      });
    }
    expect(read(status, { unions: { Root: { open: true } }, name: "Root" })).toMatchObject({
      known: ["created", "updated"],
    });
  });

  it.each(["infer", "exact"] as const)("stays closed below a not and an if, untyped: %s", (untyped) => {
    const $defs = { Status: { ...status, enum: ["a", null], ...open, type: ["string", "null"] } };
    const reference = { $ref: "#/$defs/Status" };
    const schema = {
      $defs,
      type: "object",
      properties: { a: reference, b: { type: "string", not: reference } },
      if: { type: "object", properties: { c: { ...status, ...open } } },
      then: { type: "object", properties: { d: reference } },
    };
    const { graph, node, schema: schemaOf } = lowerDocuments(schema, { untyped });
    expect(schemaOf("/properties/a").$ref).toBe(`${root}#/$defs/Status`);
    expect(schemaOf("/then/properties/d").$ref).toBe(`${root}#/$defs/Status`);
    expect(schemaOf("/$defs/Status")).toEqual({ type: ["string", "null"] });
    const closed = `${root}#/$defs/Status?exact-below`;
    expect(schemaOf("/properties/b/not").$ref).toBe(closed);
    expect(graph.nodes.get(closed)).toMatchObject({
      schema: { type: ["string", "null"], enum: ["a", null] },
      annotations: { typescriptOpen: true },
    });
    expect(graph.nodes.get(closed)?.annotations).not.toHaveProperty("openEnum");
    const tested = node("/if/properties/c");
    expect(tested.schema).toEqual({ type: ["string"], enum: ["created", "updated"] });
    expect(tested.parent?.node).toBe(`${root}#/if`);
    expect([...graph.nodes.keys()].filter((id) => id.includes("?"))).toEqual([closed]);
  });

  it("does not tell the branches of an exclusive oneOf apart", () => {
    const branch = (value: string, more: object): JsonObject => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: [value], ...more }, [value]: {} },
    });
    const refusedBy = (more: object): string[] => {
      const schema = { oneOf: [branch("a", more), branch("b", more)] };
      const { graph } = lowerDocuments(schema, { oneOf: "exclusive", untyped: "infer" });
      return [...graph.nodes.values()].flatMap((node) => (node.schema === false ? [node.place.pointer] : []));
    };
    expect(refusedBy({})).toEqual([]);
    expect(refusedBy(open)).toHaveLength(2);
  });

  it("leaves unions to those who find them", () => {
    const $defs = { Event: { oneOf: [{ type: "object" }] }, Flags: { enum: [{ a: 1 }] }, Closed: status };
    const unions = { Event: { open: true }, Flags: { open: true }, Closed: {}, Missing: { open: true } };
    const { diagnostics, node } = lowerDocuments({ $defs }, { unions });
    expect(diagnostics).toEqual([]);
    expect(node("/$defs/Flags").schema).toHaveProperty("enum");
    expect(node("/$defs/Closed").schema).toHaveProperty("enum");
  });
});

describe("what cannot be an open enum", () => {
  it.for<[string, JsonValue, string[]]>([
    [
      "stands beside no enum",
      { type: "string", ...open },
      ["keyword-invalid /x-typescript-open There is no enum beside x-typescript-open."],
    ],
    [
      "says neither true nor false",
      { ...status, "x-typescript-open": "yes" },
      [
        'keyword-invalid /x-typescript-open The value of x-typescript-open must be true or false, but here stands "yes".',
      ],
    ],
    [
      "holds other values than strings",
      { enum: ["a", 1, null, true], ...open },
      [
        "keyword-invalid /enum/1 Only an enum of strings can be open, and here stands 1.",
        "keyword-invalid /enum/3 Only an enum of strings can be open, and here stands true.",
      ],
    ],
    [
      "has no string that its type admits",
      { enum: ["a"], type: "null", ...open },
      ["keyword-invalid /enum Only an enum of strings can be open, and this one has none."],
    ],
  ])("%s", ([, schema, problems]) => {
    expect(problemsOf(schema)).toEqual(problems);
  });

  it("is reported likewise where the config asks for it", () => {
    expect(problemsOf({ $defs: { A: { enum: [1] } } }, { unions: { A: { open: true } } })).toEqual([
      "keyword-invalid /$defs/A/enum/0 Only an enum of strings can be open, and here stands 1.",
    ]);
  });

  it("has tags", () => {
    const unions = { A: { open: true, tags: ["type"] } };
    expect(problemsOf({ $defs: { A: status } }, { unions })).toEqual([
      "config-invalid /$defs/A The config gives `A` tags, and it is an enum of strings.",
    ]);
  });
});
