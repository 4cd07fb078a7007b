import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { typeSetOf } from "../schema/type-set.js";
import { isValid } from "./evaluate.js";
import { matches } from "./evaluate-scalars.js";
import { forTypes, isAtLeast, isAtMost } from "./imply-scalars.js";
import type { Left, Premise } from "./premise.js";
import type { Imply, Questions } from "./questions.js";

const ofObjects = (imply: Imply): Imply => forTypes(["object"], imply);

/** The value with a property that is there, and so an object. */
export function withProperty(left: Left, key: string): Left {
  return { ...left, types: left.types & typeSetOf(["object"]), present: [...left.present, key] };
}

/** Whether the property is never there. */
export function isForbidden(premise: Premise, key: string, ask: Questions): boolean {
  if (ask.isAbsent(premise, key)) return true;
  const isRefused = premise.schemas.some(
    ({ propertyNames }) => propertyNames !== undefined && isValid(ask.space, propertyNames, key) === false,
  );
  return isRefused || ask.isNoPart(premise.membersAt(key));
}

/** Whether the property, if it is there, is valid by the schema. */
function isMemberContained(premise: Premise, key: string, schema: NodeId, ask: Questions): boolean {
  return isForbidden(premise, key, ask) || ask.containsPart(premise.membersAt(key), schema);
}

/** Whether all properties that nothing names are valid by the schema: of each list, whichever of its schemas holds. */
function areOthersContained(lists: readonly (readonly NodeId[])[], schema: NodeId, ask: Questions): boolean {
  const certain = lists.flatMap((list) => (list.length === 1 ? list : []));
  if (ask.isNoPart(certain) || ask.containsPart(certain, schema)) return true;
  return lists.some(
    (list) =>
      list.length > 1 &&
      list.every((each) => {
        const nodes = [...certain, each];
        return ask.isNoPart(nodes) || ask.containsPart(nodes, schema);
      }),
  );
}

export const implyRequired = ofObjects(({ required }, schema) =>
  (schema.required ?? []).every((key) => required.has(key)),
);

export const implyProperties = ofObjects((premise, { properties = [] }, ask) =>
  [...properties].every(([key, schema]) => isMemberContained(premise, key, schema, ask)),
);

export const implyPatternProperties = ofObjects((premise, { patternProperties = [] }, ask) =>
  patternProperties.every(({ pattern, schema }) => {
    const named = [...premise.keys].filter((key) => matches(pattern, key));
    return (
      named.every((key) => isMemberContained(premise, key, schema, ask)) &&
      areOthersContained(premise.others(pattern, []), schema, ask)
    );
  }),
);

export const implyAdditional = ofObjects((premise, schema, ask) => {
  const { properties, patternProperties = [], additionalProperties } = schema;
  if (additionalProperties === undefined) return true;
  const isClaimed = (key: string): boolean =>
    properties?.has(key) === true || patternProperties.some(({ pattern }) => matches(pattern, key));
  return areRestContained(premise, additionalProperties, isClaimed, schema, ask);
});

/** Whether all properties but the claimed ones are valid by `rest`. */
export function areRestContained(
  premise: Premise,
  rest: NodeId,
  isClaimed: (key: string) => boolean,
  { patternProperties = [] }: Pick<CanonicalSchema, "patternProperties">,
  ask: Questions,
): boolean {
  const except = patternProperties.map(({ pattern }) => pattern.source);
  return (
    [...premise.keys].every((key) => isClaimed(key) || isMemberContained(premise, key, rest, ask)) &&
    areOthersContained(premise.others(undefined, except), rest, ask)
  );
}

export const implyPropertyNames = ofObjects((premise, { propertyNames: names }, ask) => {
  if (names === undefined) return true;
  const known = premise.schemas.flatMap(({ propertyNames }) => propertyNames ?? []);
  // Where a name is no string, nothing is asked of it.
  if (known.length > 0 && ask.containsPart(known, names)) return true;
  return (
    isClosed(premise, ask) &&
    [...premise.keys].every(
      (key) => isValid(ask.space, names, key) === true || isForbidden(premise, key, ask),
    )
  );
});

/** Whether only properties that are named may be there. */
function isClosed(premise: Premise, ask: Questions): boolean {
  return premise.others(undefined, []).some((list) => list.every((each) => ask.isNoPart([each])));
}

export const implyMinProperties = ofObjects(
  (premise, schema) =>
    isAtLeast(premise, schema, "minProperties") || premise.required.size >= (schema.minProperties ?? 0),
);

export const implyMaxProperties = ofObjects((premise, schema, ask) => {
  const { maxProperties = Infinity } = schema;
  if (isAtMost(premise, schema, "maxProperties")) return true;
  const possible = [...premise.keys].filter((key) => !isForbidden(premise, key, ask));
  return isClosed(premise, ask) && possible.length <= maxProperties;
});

export const implyDependentRequired = ofObjects((premise, { dependentRequired = [] }, ask) =>
  [...dependentRequired].every(([key, others]) => {
    if (isForbidden(premise, key, ask)) return true;
    const depending = premise.schemas.flatMap(({ dependentRequired }) => dependentRequired?.get(key) ?? []);
    const known = new Set([...premise.required, ...depending]);
    return others.every((other) => other === key || known.has(other));
  }),
);

export const implyDependentSchemas = ofObjects((premise, { dependentSchemas = [] }, ask) =>
  [...dependentSchemas].every(
    ([key, schema]) =>
      isForbidden(premise, key, ask) || ask.contains(withProperty(premise.left, key), schema),
  ),
);
