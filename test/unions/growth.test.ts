import { describe, expect, it } from "vitest";
import { planChecks } from "../../src/checks/plan-checks.js";
import type { Facts } from "../../src/facts/facts.js";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { SchemaGraph } from "../../src/schema/schema-graph.js";
import { findDecisions } from "../../src/unions/decisions.js";
import { findUnions } from "../../src/unions/find-unions.js";
import { lowerDocuments } from "../schema/lower-documents.js";

/** An object of eight properties, some of which are other definitions. */
function defineVariant(index: number, count: number, more: JsonObject): JsonObject {
  const others = [1, 7, 13].map((step): [string, JsonValue] => [
    `other${step}`,
    { $ref: `#/$defs/d${(index * step + step) % count}` },
  ]);
  const own = ["id", "name", "state", "detail"].map((key): [string, JsonValue] => [key, { type: "string" }]);
  const properties = { type: { const: `t${index}` }, ...Object.fromEntries([...own, ...others]), ...more };
  return { type: "object", properties, required: ["type", "id", "name"] };
}

function define(count: number, variant: (index: number) => JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`d${index}`, variant(index)]));
}

function uniteAll($defs: Record<string, JsonObject>): JsonObject {
  return { oneOf: Object.keys($defs).map((name) => ({ $ref: `#/$defs/${name}` })), $defs };
}

/** An object whose properties are required, and objects of the same kind, `depth` deep. */
function defineShared(depth: number): JsonObject {
  const keys = ["id", "node", "kind", "owner", "site", "place"];
  const inner = depth === 0 ? { type: "string" } : defineShared(depth - 1);
  return { type: "object", properties: Object.fromEntries(keys.map((key) => [key, inner])), required: keys };
}

/** How often may be asked for each definition, and schemas of so many definitions. */
const shapes: Readonly<Record<string, readonly [most: number, define: (count: number) => JsonValue]>> = {
  "a union by one tag": [300, (count) => uniteAll(define(count, (index) => defineVariant(index, count, {})))],
  "a union that no tag tells apart": [
    450,
    (count) =>
      uniteAll(define(count, (index) => defineVariant(index, count, { type: { const: `t${index >> 1}` } }))),
  ],
  "a union by two tags": [
    350,
    (count) =>
      uniteAll(
        define(count, (index) =>
          defineVariant(index, count, {
            type: { const: `t${index >> 3}` },
            name: { const: `a${index & 7}` },
          }),
        ),
      ),
  ],
  "a union of events about one thing": [
    400,
    (count) => {
      const event = (index: number): JsonObject => ({
        type: "object",
        properties: { thing: { $ref: "#/$defs/thing" }, action: { const: `a${index >> 1}` } },
        required: ["thing", "action"],
      });
      const union = uniteAll(define(count, event));
      return { ...union, $defs: { ...(union.$defs as JsonObject), thing: defineShared(2) } };
    },
  ],
  "definitions without a union": [
    250,
    (count) => ({
      $defs: define(count, (index) => defineVariant(index, count, {})),
    }),
  ],
  "a chain of bases that add properties": [
    100,
    (count) => ({
      $ref: `#/$defs/d${count - 1}`,
      $defs: define(count, (index) => ({
        allOf: index === 0 ? [] : [{ $ref: `#/$defs/d${index - 1}` }],
        type: "object",
        properties: { [`p${index}`]: { type: "string" } },
        required: [`p${index}`],
      })),
    }),
  ],
};

/** How often facts and nodes are asked for while unions are found and checks planned. */
function countQuestions(schema: JsonValue): number {
  let count = 0;
  const lowered = lowerDocuments(schema).graph;
  const counting = <T extends object>(value: T): T =>
    new Proxy(value, {
      get(target, key): unknown {
        count++;
        const member: unknown = Reflect.get(target, key);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
  const graph: SchemaGraph = { ...lowered, nodes: counting(lowered.nodes) };
  const facts: Facts = counting(proveFacts(graph).value);
  const unions = findUnions(graph, facts, new Map()).value;
  planChecks(graph, facts, findDecisions(graph, facts, unions));
  return count;
}

describe("each definition takes no more questions where there are ten times as many", () => {
  it.for(Object.entries(shapes))("in %s", ([, [most, defineAll]]) => {
    const [few, many] = [20, 200].map((count) => countQuestions(defineAll(count)));
    expect((many ?? Infinity) / (few ?? 1)).toBeLessThan(11);
    expect((many ?? Infinity) / 200).toBeLessThan(most);
  });
});
