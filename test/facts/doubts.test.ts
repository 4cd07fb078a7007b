import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import { hasErrors } from "../../src/diagnostic.js";
import type { JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { parsePointer } from "../../src/pointer.js";
import type { SchemaNode } from "../../src/schema/schema-graph.js";
import { isValid, spell } from "./is-valid.js";
import type { Proved } from "./prove-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { randomDocument, randomInstance } from "./random-schemas.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 1_500);

/** How often each warning was put to the test. */
const tried: Record<string, number> = {
  "schema-unsatisfiable": 0,
  "bounds-contradictory": 0,
  "required-impossible": 0,
  "branch-unreachable": 0,
  "branch-duplicate": 0,
  "branch-admits-all": 0,
  "enum-member-refused": 0,
};

/** Bounds in one schema and in what applies together with it. */
const randomBounds: fc.Arbitrary<JsonValue> = fc
  .array(
    fc.dictionary(
      fc.constantFrom("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"),
      fc.constantFrom(0, 1, 2),
      { minKeys: 1, maxKeys: 3, noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((allOf) => ({ ...allOf[0], type: ["integer", "string", "array"], allOf }));

/** What several schemas that apply together say of members, beside branches. */
const randomMembers: fc.Arbitrary<JsonValue> = fc
  .array(
    fc.record({
      required: fc.uniqueArray(fc.constantFrom("a", "b"), { maxLength: 1 }),
      properties: fc.dictionary(
        fc.constantFrom("a", "b"),
        fc.constantFrom<JsonValue>(true, false, { const: "a" }, { enum: ["b", 1] }, { type: "string" }),
        { maxKeys: 2, noNullPrototype: true },
      ),
      additionalProperties: fc.boolean(),
    }),
    { minLength: 3, maxLength: 4 },
  )
  .map(([one = {}, ...others]) => ({ type: "object", allOf: [one], anyOf: others }));

const randomReferences: fc.Arbitrary<JsonValue> = fc.record({
  oneOf: fc.array(fc.constantFrom({ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }), {
    minLength: 2,
    maxLength: 3,
  }),
  $defs: fc.record({
    a: fc.constantFrom({ minimum: 1 }, { type: "string" }),
    b: fc.constant({ $ref: "#/$defs/a" }),
  }),
});

/** The innermost schema that a place lies in, and what leads on from there. */
function findNode(
  { graph }: Proved,
  { place, message }: Diagnostic,
): { node: SchemaNode; tokens: readonly string[] } {
  const [uri, pointer] = [place?.uri ?? "", place?.pointer ?? ""];
  const sources = [...graph.nodes.values()].filter(
    ({ source }) => `${uri}#${pointer}` === source || `${uri}#${pointer}`.startsWith(`${source}/`),
  );
  // Of a branch, and of what refuses a property, it is said by what holds it.
  const isBranch = /\/(?:anyOf|oneOf)\/\d+$/.test(pointer);
  const isClaim =
    message.includes("is required by") && /[ ,)]/.test(message.split(`#${pointer}`)[1]?.[0] ?? "");
  const held = isBranch || isClaim ? `${uri}#${pointer}` : undefined;
  const node = sources
    .filter(({ source }) => source !== held)
    .reduce((left, right) => (right.source.length > left.source.length ? right : left));
  return { node, tokens: parsePointer(`${uri}#${pointer}`.slice(node.source.length)) };
}

/** Whether an instance shows that what a warning says is not so. */
function isDisproved(proved: Proved, diagnostic: Diagnostic, instance: JsonValue): boolean {
  const { graph } = proved;
  if (diagnostic.code === "schema-unsatisfiable") {
    const source = `${diagnostic.place?.uri}#${diagnostic.place?.pointer}`;
    return isValid(graph, source, instance);
  }
  const { node, tokens } = findNode(proved, diagnostic);
  if (typeof node.schema === "boolean") throw new Error(`${node.id} says nothing`);
  const isMet = isValid(graph, node.id, instance);
  const [keyword, index] = tokens;
  const branch = (keyword === "anyOf" ? node.schema.anyOf : node.schema.oneOf)?.[Number(index)] ?? "";
  switch (diagnostic.code) {
    case "bounds-contradictory":
      return isMet && diagnostic.message.startsWith(`No ${typeOf(instance)} `);
    case "required-impossible":
      return isMet && isJsonObject(instance);
    case "branch-unreachable":
    case "branch-duplicate":
      return isMet && isValid(graph, branch, instance);
    case "branch-admits-all":
      return !isValid(graph, branch, instance);
    case "enum-member-refused":
      return isMet && spell(node.schema.enum?.[Number(index)] ?? null) === spell(instance);
    default:
      throw new Error(`${diagnostic.code} is not tried`);
  }
}

function typeOf(instance: JsonValue): string {
  if (Array.isArray(instance)) return "array";
  return Number.isInteger(instance) ? "number" : typeof instance;
}

describe("warnings of random schemas", () => {
  it(`are true of every instance (seed ${seed})`, () => {
    const documents = fc.oneof(
      { weight: 6, arbitrary: randomDocument },
      ...[randomBounds, randomMembers, randomReferences].map((arbitrary) => ({ weight: 1, arbitrary })),
    );
    const instances = fc.array(randomInstance, { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(documents, instances, (document, some) => {
        const proved = proveDocuments(document);
        expect(hasErrors(proved.diagnostics)).toBe(false);
        const wrong = proved.diagnostics.flatMap((diagnostic) => {
          tried[diagnostic.code] = (tried[diagnostic.code] ?? 0) + 1;
          const against = some.filter((instance) => isDisproved(proved, diagnostic, instance));
          return against.map((instance) => `${spell(instance)}: ${JSON.stringify(diagnostic)}`);
        });
        expect(wrong).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it("are put to the test, each of them", () => {
    expect(Object.entries(tried).filter(([, times]) => times < 3)).toEqual([]);
  });
});
