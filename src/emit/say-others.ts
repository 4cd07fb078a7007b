import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { Type } from "../types/type-model.js";
import type { Models } from "./context.js";

/**
 * The node's type with an index signature for all keys, where compilers would otherwise look for one in vain: they find none for
 * objects that are met with others. An open object admits anything there; a closed one with patterns what it names and they admit.
 */
export function sayOthers(models: Models, id: NodeId, type: Type): Type {
  const ids = models.facts.conjuncts(id);
  const schemas = ids.map((each) => keywordsOf(models.graph, each));
  if (schemas.every((schema) => !schema.additionalProperties && !schema.patternProperties)) {
    return admitOthers(type);
  }
  const unnamed = schemas.filter((_, at) => ids[at] === id || !models.names.declarations.has(ids[at] ?? ""));
  const bodies = unnamed.filter((schema) => isClosedByPatterns(models, schema)).map(closedBody);
  return bodies.length === 0 || !isObject(type) ? type : { kind: "intersection", members: [type, ...bodies] };
}

function admitOthers(type: Type): Type {
  if (type.kind === "object" && type.indexes.length === 0) {
    return { ...type, indexes: [{ template: undefined, type: { kind: "unknown" } }] };
  }
  if (type.kind !== "union" && type.kind !== "intersection") return type;
  return { ...type, members: type.members.map(admitOthers) };
}

function isObject(type: Type): boolean {
  return type.kind === "object" || (type.kind === "intersection" && type.members.every(isObject));
}

function isClosedByPatterns(
  { facts }: Models,
  { additionalProperties, patternProperties }: CanonicalSchema,
): boolean {
  const isClosed = additionalProperties !== undefined && facts.types(additionalProperties) === noTypes;
  return isClosed && patternProperties !== undefined;
}

/** What is under any key of the objects: what its own schema says, or that of a pattern. */
function closedBody({ properties, patternProperties = [] }: CanonicalSchema): Type {
  const schemas = new Set([
    ...(properties?.values() ?? []),
    ...patternProperties.map(({ schema }) => schema),
  ]);
  const members = [...schemas].map((target): Type => ({ kind: "reference", target }));
  return {
    kind: "object",
    bases: [],
    members: [],
    indexes: [{ template: undefined, type: { kind: "union", members } }],
  };
}
