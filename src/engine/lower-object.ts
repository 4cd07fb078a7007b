import { stringLiteral } from "../emit/code.js";
import { noTypes } from "../schema/type-set.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { EngineSchema } from "./engine-schema.js";
import { anything, holdsMetUnion } from "./engine-schema.js";
import type { Lowering } from "./lowering.js";

/** The objects of a schema; undefined where a key would go wrong in the engine, or a member beside its index signature. */
export function lowerObject(
  lowering: Lowering,
  id: NodeId,
  { properties = new Map(), patternProperties = [], additionalProperties, required = [] }: CanonicalSchema,
): EngineSchema | undefined {
  const others = lowerOthers(lowering, additionalProperties);
  const unnamed = required.filter((key) => !properties.has(key));
  const patterns = patternProperties.map(({ pattern }) => pattern.source);
  if (![...properties.keys(), ...unnamed, ...patterns].every(isSafeKey)) return undefined;
  const members = [
    ...[...properties].map(([key, child]): [string, EngineSchema] => [key, lowering.lowerPart(child)]),
    // What is required and has no schema of its own is forgotten otherwise.
    ...unnamed.map((key): [string, EngineSchema] => [key, typeUnnamed(others, patterns)]),
  ];
  const hasIndex = others !== true && (others !== false || patterns.length > 0);
  if (hasIndex && members.some(([, member]) => holdsMetUnion(member))) return undefined;
  // `id` is the node that asks: a required key of it is required of every object.
  const demanded = [...lowering.models.facts.requiredKeys(id)].filter((key) =>
    members.some(([name]) => name === key),
  );
  return {
    type: "object",
    ...(members.length > 0 ? { properties: Object.fromEntries(members), required: demanded } : {}),
    ...(patternProperties.length > 0
      ? {
          patternProperties: Object.fromEntries(
            patternProperties.map(({ pattern, schema }) => [
              pattern.source.replaceAll("*/", "*\\/"),
              lowering.lowerPart(schema),
            ]),
          ),
        }
      : {}),
    additionalProperties: others,
  };
}

/** `true` where the schema leaves other keys to anyone, as the engine's own default does. */
function lowerOthers(lowering: Lowering, others: NodeId | undefined): boolean | EngineSchema {
  if (others === undefined) return true;
  const { graph, facts } = lowering.models;
  if (facts.types(others) === noTypes) return false;
  if (nodeOf(graph, others).schema === true) return true;
  return lowering.lowerPart(others);
}

function typeUnnamed(others: boolean | EngineSchema, patterns: readonly string[]): EngineSchema {
  return typeof others === "object" && patterns.length === 0 ? others : anything;
}

/** Keys of `Object.prototype` are looked up where the engine means its own, and what is invisible it does not escape. */
function isSafeKey(key: string): boolean {
  return !(key in Object.prototype) && JSON.stringify(key) === stringLiteral(key);
}
