import { holdsOpenTuple as holdsOurTuple } from "../emit/spell-out.js";
import type { CanonicalSchema } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { tupleBudget } from "../types/arrays.js";
import type { EngineSchema } from "./engine-schema.js";
import { anything, holdsOpenTuple } from "./engine-schema.js";
import type { Lowering } from "./lowering.js";

/** As many lengths as the engine writes out one by one. */
const lengthBudget = 20;

/** The arrays of a schema: a tuple where Schemist makes one too, otherwise plain; undefined where it would be written out too often. */
export function lowerArray(
  lowering: Lowering,
  { prefixItems = [], items, minItems = 0, maxItems = Infinity }: CanonicalSchema,
): EngineSchema | undefined {
  const { facts } = lowering.models;
  const rest = items === undefined ? anything : lowering.lowerPart(items, { isApart: true });
  const elements = prefixItems.map((id) => lowering.lowerPart(id));
  const ids = [...prefixItems, ...(items === undefined ? [] : [items])];
  const end = ids.findIndex((id) => facts.types(id) === noTypes);
  const most = Math.min(maxItems, end === -1 ? Infinity : end);
  const isBounded = most <= Math.max(tupleBudget, elements.length);
  const count = isBounded ? most : Math.max(elements.length, minItems <= tupleBudget ? minItems : 0);
  const required = Math.min(minItems, count);
  if (count === 0 && !isBounded) {
    const tags = describeLength(minItems, maxItems);
    return { type: "array", ...tags, ...(rest.tsType === anything.tsType ? {} : { items: rest }) };
  }
  const tuple = Array.from({ length: count }, (_, index) => elements[index] ?? rest);
  // Ours may hold a tuple where the engine is told of none, and is then not seen to fit one that is written out.
  const holdsOurs = ids.some((id) => holdsOurTuple(lowering.models, { kind: "reference", target: id }));
  const isRepeated =
    count > required && (count - required > lengthBudget || holdsOurs || tuple.some(holdsOpenTuple));
  if (isRepeated) return undefined;
  const isToldOfMost = Number.isFinite(maxItems) && (!isBounded || maxItems === count);
  return {
    type: "array",
    ...(isToldOfMost ? {} : describeLength(0, maxItems)),
    items: tuple,
    // The engine makes tags of these.
    ...(required > 0 ? { minItems: required } : {}),
    ...(isToldOfMost ? { maxItems } : {}),
    ...(isBounded ? {} : { additionalItems: rest }),
  };
}

/** The tags that the engine makes of bounds, for those that it is not told of. */
function describeLength(least: number, most: number): Pick<EngineSchema, "description"> {
  const tags = [
    ...(least > 0 ? [`@minItems ${least}`] : []),
    ...(Number.isFinite(most) ? [`@maxItems ${most}`] : []),
  ];
  return tags.length > 0 ? { description: tags.join("\n") } : {};
}
