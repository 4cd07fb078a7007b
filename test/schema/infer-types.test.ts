import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, root, short } from "./lower-documents.js";

const infer = (schema: JsonValue, others: Readonly<Record<string, JsonValue>> = {}) =>
  lowerDocuments(schema, { untyped: "infer" }, others);

/** The nodes that have an inferred type, with it. */
function inferredIn(schema: JsonValue): Record<string, string> {
  const { graph } = infer(schema);
  const inferred = [...graph.nodes.values()].filter(({ typeInferred }) => typeInferred);
  return Object.fromEntries(
    inferred.map(({ id, schema }) => [short(id), typeof schema === "boolean" ? "" : schema.type?.join()]),
  );
}

/** What the node of a schema refers to by `$ref`, whatever its meaning. */
function refOf(schema: JsonValue, id: string): string | undefined {
  const { graph } = infer(schema);
  const found = graph.nodes.get(`${root}${id}`)?.schema;
  return typeof found === "object" ? short(found.$ref) : undefined;
}

const object = { properties: { a: {} } };
const string = { minLength: 1 };

describe("an untyped schema", () => {
  it.each<[JsonValue, string]>([
    [{ properties: {} }, "object"],
    [{ required: [] }, "object"],
    [{ additionalProperties: false }, "object"],
    [{ patternProperties: {} }, "object"],
    [{ items: {} }, "array"],
    [{ prefixItems: [{}] }, "array"],
    [{ minItems: 1 }, "array"],
    [{ maxItems: 1 }, "array"],
    [{ minLength: 1 }, "string"],
    [{ maxLength: 1 }, "string"],
    [{ pattern: "a" }, "string"],
    [{ format: "date-time" }, "string"],
    [{ minimum: 1 }, "number"],
    [{ maximum: 1 }, "number"],
    [{ exclusiveMinimum: 1 }, "number"],
    [{ exclusiveMaximum: 1 }, "number"],
    [{ multipleOf: 1 }, "number"],
  ])("%j is read as the one type that it speaks of: %s", (schema, type) => {
    expect(inferredIn(schema)).toEqual({ "#": type });
  });

  it.each<[JsonValue]>([
    [{}],
    [true],
    [{ format: "int64" }],
    [{ description: "…", default: {} }],
    [{ type: "object", ...object }],
    [{ const: "a", minLength: 1 }],
    [{ enum: [{}], required: ["a"] }],
    [{ minLength: 1, minimum: 1 }],
    [{ properties: {}, items: {} }],
    [{ allOf: [{ type: "object" }], required: ["a"] }],
    [{ allOf: [{ allOf: [{ const: 1 }] }], required: ["a"] }],
    [{ anyOf: [{ type: "object" }, { minLength: 1 }], required: ["a"] }],
    [{ oneOf: [{ anyOf: [{ allOf: [{ type: "string" }] }] }], required: ["a"] }],
  ])("%j is left as it is", (schema) => {
    expect(inferredIn(schema)).toEqual({});
  });

  it("is told of, with its place and what speaks", () => {
    const { diagnostics } = infer({ items: { required: ["a"], allOf: [{ properties: {} }] }, type: "array" });
    expect(diagnostics).toEqual([
      {
        code: "type-inferred",
        severity: "note",
        message:
          "No type is stated here, and required, properties speak of type object, so no other is admitted.",
        help: 'Write "type": "object", or set `untyped` to "exact" to read such schemas to the letter.',
        place: { uri: root, pointer: "/items" },
      },
    ]);
  });

  it("gets its type in the node, which says so", () => {
    const { node } = infer({ minLength: 1 });
    expect(node("")).toMatchObject({ typeInferred: true, schema: { type: ["string"], minLength: 1 } });
  });

  it("is read to the letter where that is asked for", () => {
    const { node, diagnostics } = lowerDocuments({ minLength: 1 }, { untyped: "exact" });
    expect(node("")).toMatchObject({ typeInferred: false, schema: { minLength: 1 } });
    expect(diagnostics).toEqual([]);
  });

  it("is a top wherever a child applicator leads to it", () => {
    expect(
      inferredIn({
        type: ["object", "array"],
        properties: { a: string },
        patternProperties: { b: string },
        additionalProperties: string,
        prefixItems: [string],
        items: string,
        $defs: { A: object },
      }),
    ).toEqual({
      "#/properties/a": "string",
      "#/patternProperties/b": "string",
      "#/additionalProperties": "string",
      "#/prefixItems/0": "string",
      "#/items": "string",
      "#/$defs/A": "object",
    });
  });
});

describe("what applies in place of an untyped schema", () => {
  it("speaks with it, and gets no type of its own", () => {
    expect(inferredIn({ allOf: [object, { required: ["a"] }] })).toEqual({ "#": "object" });
    expect(inferredIn({ ...object, anyOf: [{ required: ["a"] }, { required: ["b"] }] })).toEqual({
      "#": "object",
    });
    expect(inferredIn({ ...object, anyOf: [string] })).toEqual({ "#": "object" });
    expect(inferredIn({ allOf: [object, string] })).toEqual({});
  });

  it("keeps its children as tops", () => {
    expect(inferredIn({ type: "object", allOf: [{ properties: { a: string } }] })).toEqual({
      "#/allOf/0/properties/a": "string",
    });
  });

  it("is read branch by branch where nothing is stated or spoken above", () => {
    expect(inferredIn({ anyOf: [object, string] })).toEqual({ "#/anyOf/0": "object", "#/anyOf/1": "string" });
    expect(inferredIn({ allOf: [{ oneOf: [object, {}] }] })).toEqual({ "#/allOf/0/oneOf/0": "object" });
    expect(inferredIn({ anyOf: [{ anyOf: [object, string] }] })).toEqual({
      "#/anyOf/0/anyOf/0": "object",
      "#/anyOf/0/anyOf/1": "string",
    });
  });

  it("is read for itself in a branch beside one that states a type", () => {
    expect(inferredIn({ anyOf: [{ type: "null" }, object] })).toEqual({ "#/anyOf/1": "object" });
  });

  it("is left as it is where a branch states a type, or the conjunction does", () => {
    expect(inferredIn({ ...object, anyOf: [{ type: "string" }, { minLength: 1 }] })).toEqual({});
    expect(inferredIn({ type: "object", anyOf: [object, { required: ["b"] }] })).toEqual({});
  });

  it("does not speak from below a not", () => {
    expect(inferredIn({ not: object })).toEqual({});
    expect(inferredIn({ not: { type: "string" }, ...object })).toEqual({ "#": "object" });
    expect(inferredIn({ not: { properties: { a: string }, anyOf: [object] } })).toEqual({});
  });
});

describe("a reference from an untyped schema", () => {
  it("leaves the type to its target where only the target speaks", () => {
    expect(inferredIn({ $ref: "#/$defs/A", $defs: { A: object } })).toEqual({ "#/$defs/A": "object" });
    expect(
      inferredIn({ allOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }], $defs: { A: object, B: object } }),
    ).toEqual({
      "#/$defs/A": "object",
      "#/$defs/B": "object",
    });
  });

  it("speaks with what stands beside it", () => {
    const schema = { $ref: "#/$defs/A", required: ["a"], $defs: { A: object } };
    expect(inferredIn(schema)).toEqual({ "#": "object", "#/$defs/A": "object" });
    expect(refOf(schema, "#")).toBe("#/$defs/A");
  });

  it("takes what the target states for stated", () => {
    expect(inferredIn({ $ref: "#/$defs/A", required: ["a"], $defs: { A: { type: "object" } } })).toEqual({});
    expect(
      inferredIn({
        $ref: "#/$defs/A",
        required: ["a"],
        $defs: { A: { $ref: "#/$defs/B" }, B: { enum: [1] } },
      }),
    ).toEqual({});
  });

  it("may go round in place without hanging", () => {
    expect(
      inferredIn({
        $ref: "#/$defs/a",
        $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a", minLength: 1 } },
      }),
    ).toEqual({ "#/$defs/b": "string" });
    expect(inferredIn({ $ref: "#" })).toEqual({});
    expect(inferredIn({ allOf: [{ $ref: "#" }], minLength: 1 })).toEqual({ "#": "string" });
  });

  it("may go round through children", () => {
    expect(inferredIn({ properties: { next: { $ref: "#" } } })).toEqual({ "#": "object" });
  });
});
