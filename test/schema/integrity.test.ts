import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { listEdges } from "../../src/schema/edges.js";
import { lowerDocuments } from "./lower-documents.js";

const names = ["A", "B", "C"];

/** Schemas that state types or only speak of them, and refer to three definitions in circles of every kind. */
const anySchema: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => {
  const below = tie("schema") as fc.Arbitrary<JsonValue>;
  const keywords = fc.record(
    {
      type: fc.constantFrom<JsonValue[]>("object", "string", ["array", "null"]),
      minLength: fc.constant(1),
      required: fc.constant(["a"]),
      properties: fc.oneof(fc.record({ a: below }), fc.record({ b: below })),
      items: below,
      allOf: fc.array(below, { minLength: 1, maxLength: 2 }),
      anyOf: fc.array(below, { minLength: 1, maxLength: 2 }),
      oneOf: fc.array(below, { minLength: 1, maxLength: 2 }),
      not: below,
      readOnly: fc.constant(true),
      writeOnly: fc.constant(true),
      $ref: fc.constantFrom(...names.map((name) => `#/$defs/${name}`)),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;
  return { schema: fc.oneof({ maxDepth: 3 }, fc.constantFrom<JsonObject[]>({}, { minLength: 1 }), keywords) };
}).schema;

const documents = fc
  .tuple(anySchema, anySchema, anySchema, anySchema)
  .map(([root, A, B, C]): JsonObject => ({ ...root, $defs: { A, B, C } }));

describe("the graph of any schema", () => {
  it("has every node that an edge leads to, and every parent holds its child at the tokens that are said", () => {
    fc.assert(
      fc.property(documents, (schema) => {
        const options = { untyped: "infer", readWrite: "split", oneOf: "exclusive" } as const;
        const { nodes } = lowerDocuments(schema, options).graph;
        for (const node of nodes.values()) {
          for (const { target } of listEdges(node.schema)) expect(nodes.has(target)).toBe(true);
          if (!node.parent) continue;
          const held = listEdges(nodes.get(node.parent.node)?.schema ?? true);
          expect(held.filter(({ target }) => target === node.id).map(({ tokens }) => tokens)).toContainEqual(
            node.parent.tokens,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has the same nodes without inferred types as read to the letter, but for those that say so", () => {
    fc.assert(
      fc.property(documents, (schema) => {
        const inferred = lowerDocuments(schema, { untyped: "infer" }).graph;
        const exact = lowerDocuments(schema, { untyped: "exact" }).graph;
        const plain = [...inferred.nodes.keys()].filter((id) => !id.includes("?"));
        expect(plain).toEqual([...exact.nodes.keys()]);
        for (const [id, node] of inferred.nodes) {
          if (id.includes("?")) expect(node.typeInferred).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
