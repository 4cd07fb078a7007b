import type { NodeId } from "../schema/schema-graph.js";
import { forTypes, isAtLeast, isAtMost } from "./imply-scalars.js";
import type { Premise } from "./premise.js";
import type { Imply, Questions } from "./questions.js";

const ofArrays = (imply: Imply): Imply => forTypes(["array"], imply);

export const implyMinItems = ofArrays((premise, schema) => isAtLeast(premise, schema, "minItems"));

export const implyMaxItems = ofArrays((premise, schema, ask) => {
  const { maxItems = Infinity } = schema;
  if (isAtMost(premise, schema, "maxItems")) return true;
  // Items that nothing is valid for are not there.
  const isClosed = (at: number): boolean => ask.isNoPart(premise.itemsAt(at));
  return maxItems < placeBudget && (isClosed(Infinity) || maxItems < premise.places) && isClosed(maxItems);
});

export const implyUnique = ofArrays(
  (premise) =>
    premise.schemas.some(({ uniqueItems }) => uniqueItems === true) || premise.least("maxItems") <= 1,
);

const placeBudget = 1000;

/** Whether every item from `start` to before `end` that may be there is valid by the schema that stands at its place. */
function areItemsContained(
  premise: Premise,
  start: number,
  end: number,
  schemaAt: (index: number) => NodeId | undefined,
  ask: Questions,
): boolean {
  const last = Math.min(end, premise.least("maxItems"));
  const named = Math.min(last, Math.max(premise.places, start));
  if (named > placeBudget) return false;
  const holds = (index: number): boolean => {
    const schema = schemaAt(index);
    return schema === undefined || ask.containsPart(premise.itemsAt(index), schema);
  };
  for (let index = start; index < named; index++) {
    if (ask.isNoPart(premise.itemsAt(index))) return true;
    if (!holds(index)) return false;
  }
  if (named >= last) return true;
  if (ask.isNoPart(premise.itemsAt(Infinity))) return true;
  if (end === Infinity) return holds(Infinity);
  if (last > placeBudget) return false;
  for (let index = named; index < last; index++) if (!holds(index)) return false;
  return true;
}

export const implyPrefixItems = ofArrays((premise, { prefixItems = [] }, ask) =>
  areItemsContained(premise, 0, prefixItems.length, (index) => prefixItems[index], ask),
);

export const implyItems = ofArrays((premise, { prefixItems = [], items }, ask) =>
  areItemsContained(premise, prefixItems.length, Infinity, () => items, ask),
);

export const implyContains = ofArrays((premise, schema, ask) => {
  const { contains, minContains = 1, maxContains = Infinity } = schema;
  if (!contains) return true;
  const isEnough = minContains === 0 || hasEnough(premise, contains.schema, minContains, ask);
  return isEnough && (maxContains === Infinity || hasFew(premise, contains.schema, maxContains, ask));
});

function hasEnough(premise: Premise, item: NodeId, least: number, ask: Questions): boolean {
  if (
    premise.schemas.some(
      ({ contains, minContains = 1 }) =>
        contains && minContains >= least && ask.containsPart([contains.schema], item),
    )
  )
    return true;
  return premise.most("minItems") >= least && areItemsContained(premise, 0, Infinity, () => item, ask);
}

function hasFew(premise: Premise, item: NodeId, most: number, ask: Questions): boolean {
  if (premise.least("maxItems") <= most) return true;
  return premise.schemas.some(
    ({ contains, maxContains = Infinity }) =>
      contains && maxContains <= most && ask.containsPart([item], contains.schema),
  );
}

/** Items that are evaluated by the schema itself in any case, and else those that meet what is said of the rest. */
export const implyUnevaluatedItems = ofArrays((premise, schema, ask) => {
  const { prefixItems = [], items, unevaluatedItems } = schema;
  if (unevaluatedItems === undefined || items !== undefined) return true;
  return areItemsContained(premise, prefixItems.length, Infinity, () => unevaluatedItems, ask);
});
