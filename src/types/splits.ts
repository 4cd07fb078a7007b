import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { hasAny } from "../schema/schema-graph.js";
import { admits, allTypes, noTypes } from "../schema/type-set.js";
import type { Parts } from "./bases.js";
import { isReferredTo } from "./bases.js";
import type { Assumption, Split } from "./case.js";
import { objects } from "./case.js";
import { negate, tellsObjects } from "./negations.js";
import type { Projecting } from "./projection.js";
import { isShaping } from "./shapers.js";

/** Branches of an `anyOf` of which each combination is a case of its own, where what they evaluate matters. */
const combinationBudget = 3;
/** Members that are written out anew for the branches of one union; past it they stand once, and are met with the union. */
const mergeBudget = 64;
/** Keys of which each is required in a case of its own, where one at least must be there. */
const presenceBudget = 4;

/** What the keywords of one schema among `parts` split a case into. `isAsked`: one of them asks what the others evaluate. */
export function splitSchema(
  projecting: Projecting,
  parts: Parts,
  id: NodeId,
  isAsked: boolean,
): readonly Split[] {
  const schema = keywordsOf(projecting.graph, id);
  if (!hasAny(schema, splitting)) return none;
  const splitOf = (
    keyword: keyof CanonicalSchema,
    alternatives: readonly Assumption[] | undefined,
    part?: string,
  ): Split[] =>
    alternatives ? [{ node: id, keyword, part, id: JSON.stringify([keyword, part, id]), alternatives }] : [];
  return [
    ...splitOf("not", splitNegation(projecting, schema)),
    ...splitOf("if", splitCondition(projecting, schema, isAsked)),
    ...[...(schema.dependentSchemas ?? [])].flatMap(([key, each]) =>
      splitOf("dependentSchemas", splitDependency(projecting, key, each), key),
    ),
    ...[...(schema.dependentRequired ?? [])].flatMap(([key, keys]) =>
      splitOf("dependentRequired", splitDemand(key, keys), key),
    ),
    ...splitOf("minProperties", splitByPresence(projecting, parts, schema)),
    ...splitOf("oneOf", splitBranches(projecting, parts, id, "oneOf", isAsked)),
    ...splitOf("anyOf", splitBranches(projecting, parts, id, "anyOf", isAsked)),
  ];
}

const splitting: ReadonlySet<string> = new Set<keyof CanonicalSchema>([
  "not",
  "if",
  "dependentSchemas",
  "dependentRequired",
  "minProperties",
  "oneOf",
  "anyOf",
]);

const none: readonly Split[] = [];

/** Whether the schema asks what others evaluate. */
export function asksForRest({ unevaluatedItems, unevaluatedProperties }: CanonicalSchema): boolean {
  return (unevaluatedItems ?? unevaluatedProperties) !== undefined;
}

/** The ways not to meet what is negated; undefined where one of them says nothing, and so all do. */
function splitNegation(projecting: Projecting, { not }: CanonicalSchema): readonly Assumption[] | undefined {
  if (not === undefined) return undefined;
  const { ways } = negate(projecting, not);
  const areTelling = ways.every(tellsObjects) && ways.some(({ types = allTypes }) => (types & objects) !== 0);
  return areTelling ? ways : undefined;
}

function splitCondition(
  projecting: Projecting,
  { if: condition, then, else: otherwise }: CanonicalSchema,
  isAsked: boolean,
): readonly Assumption[] | undefined {
  if (condition === undefined || ((then ?? otherwise) === undefined && !isAsked)) return undefined;
  const listed = (id: NodeId | undefined): NodeId[] => (id === undefined ? [] : [id]);
  const met = { asserted: [condition, ...listed(then)] };
  const { ways } = negate(projecting, condition);
  const missed = ways.map((way) => ({ ...way, asserted: [...(way.asserted ?? []), ...listed(otherwise)] }));
  // Where all that does not meet the condition may be anything, so may what does.
  const isVain = !isAsked && missed.some((way) => !tellsObjects(way) && way.types === allTypes);
  return isVain ? undefined : [met, ...missed];
}

function splitDependency({ facts }: Projecting, key: string, schema: NodeId): readonly Assumption[] {
  const absent = { absent: [key] };
  return facts.types(schema) === noTypes
    ? [absent]
    : [{ types: objects, present: [key], asserted: [schema] }, absent];
}

function splitDemand(key: string, keys: readonly string[]): readonly Assumption[] | undefined {
  return keys.length === 0 ? undefined : [{ types: objects, present: [key, ...keys] }, { absent: [key] }];
}

/** Each key in turn, where objects have few, and must have one. */
function splitByPresence(
  { graph, facts }: Projecting,
  { inline, bases }: Parts,
  { minProperties = 0, properties, patternProperties, additionalProperties }: CanonicalSchema,
): readonly Assumption[] | undefined {
  if (minProperties !== 1 || !properties || patternProperties || additionalProperties === undefined)
    return undefined;
  if (facts.types(additionalProperties) !== noTypes || bases.length > 0) return undefined;
  if (inline.some((id) => (keywordsOf(graph, id).required ?? []).length > 0)) return undefined;
  const keys = [...properties].filter(([, id]) => facts.types(id) !== noTypes).map(([key]) => key);
  const areFew = keys.length > 0 && keys.length <= presenceBudget;
  return areFew
    ? [{ types: allTypes & ~objects }, ...keys.map((key) => ({ types: objects, present: [key] }))]
    : undefined;
}

/** A case for each branch that is written in, where other keywords shape what it admits. */
function splitBranches(
  projecting: Projecting,
  parts: Parts,
  id: NodeId,
  keyword: "anyOf" | "oneOf",
  isAsked: boolean,
): readonly Assumption[] | undefined {
  const { graph, facts } = projecting;
  const branches = (keywordsOf(graph, id)[keyword] ?? []).filter((each) => facts.types(each) !== noTypes);
  if (branches.length === 0 || parts.isBound || !branches.every((each) => isWrittenIn(projecting, each)))
    return undefined;
  if (!branches.some((each) => isStructured(projecting, each))) return undefined;
  if (!isAsked && !hasMore(projecting, parts, id)) return undefined;
  const members = new Set(
    parts.inline.flatMap((each) => [...(keywordsOf(graph, each).properties?.keys() ?? [])]),
  );
  if (members.size * branches.length > mergeBudget || (parts.bases.length > 0 && !isAsked)) return undefined;
  if (keyword === "oneOf") return branches.flatMap((each) => chooseOne(projecting, branches, each));
  return isAsked && branches.length <= combinationBudget
    ? combine(branches)
    : branches.map((each) => ({ asserted: [each] }));
}

function isWrittenIn(projecting: Projecting, id: NodeId): boolean {
  const isAlias = projecting.facts.resolve(id) !== id;
  return !isAlias && !isReferredTo(projecting, id) && !projecting.facts.isRecursive(id);
}

function isStructured({ graph, facts }: Projecting, id: NodeId): boolean {
  const types = facts.types(id);
  return (admits(types, "object") || admits(types, "array")) && isShaping(keywordsOf(graph, id));
}

/** Whether anything but the branches shapes what the parts admit. */
function hasMore({ graph }: Projecting, parts: Parts, holder: NodeId): boolean {
  const shaping = parts.inline.filter((id) => isShaping(keywordsOf(graph, id)));
  const { anyOf, oneOf, type: _, ...own } = keywordsOf(graph, holder);
  const hasBoth = anyOf !== undefined && oneOf !== undefined;
  return parts.bases.length > 0 || shaping.length > 1 || hasBoth || isShaping(own);
}

/** The other branches are not met; of those that only ask for keys, one is not there. */
function chooseOne(projecting: Projecting, branches: readonly NodeId[], chosen: NodeId): Assumption[] {
  const others = branches.filter((each) => each !== chosen);
  const demands = others.flatMap((id) => {
    const keys = onlyDemands(projecting, id);
    return keys ? [keys] : [];
  });
  const ways = demands.reduce<readonly (readonly string[])[]>(
    (found, keys) => found.flatMap((absent) => keys.map((key) => [...absent, key])),
    [[]],
  );
  const absences = ways.length <= combinationBudget ? ways : [[]];
  return absences.map((absent) => ({ asserted: [chosen], refuted: others, absent }));
}

function onlyDemands({ graph }: Projecting, id: NodeId): readonly string[] | undefined {
  const { type, required = [], ...rest } = keywordsOf(graph, id);
  const isPlain = Object.keys(rest).length === 0 && type?.includes("object") !== false;
  return isPlain && required.length > 0 ? required : undefined;
}

/** Each set of branches that are met, while the others are not. */
function combine(branches: readonly NodeId[]): readonly Assumption[] {
  const sets = branches.reduce<readonly (readonly NodeId[])[]>(
    (found, id) => [...found, ...found.map((each) => [...each, id])],
    [[]],
  );
  return sets
    .filter((set) => set.length > 0)
    .map((asserted) => ({ asserted, refuted: branches.filter((id) => !asserted.includes(id)) }));
}
