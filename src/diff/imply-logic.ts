import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { forTypes } from "./imply-scalars.js";
import { lastSegment } from "./definition-name.js";
import { matches } from "./evaluate-scalars.js";
import { areRestContained } from "./imply-objects.js";
import type { Left, Premise } from "./premise.js";
import type { Imply, Questions } from "./questions.js";

export const implyReference: Imply = ({ left }, { $ref }, ask) =>
  $ref === undefined || ask.contains(left, $ref);

export const implyAll: Imply = ({ left }, { allOf = [] }, ask) =>
  allOf.every((branch) => ask.contains(left, branch));

/** Where the value itself is still to be told apart, that is done first: each of its own branches may meet another one here. */
export const implyAny: Imply = (premise, { anyOf = [] }, ask) =>
  premise.disjunctions().length === 0 &&
  putLikelyFirst(premise, anyOf, ask).some((branch) => ask.contains(premise.left, branch));

export const implyOne: Imply = (premise, { oneOf = [] }, ask) =>
  premise.disjunctions().length === 0 &&
  putLikelyFirst(premise, oneOf, ask).some(
    (branch) =>
      ask.contains(premise.left, branch) &&
      oneOf.every((other) => other === branch || ask.isEmpty(withNode(premise.left, other))),
  );

/** The branches that refer to a definition of the same name as the value's own schemas do, then the others. */
function putLikelyFirst(
  premise: Premise,
  branches: readonly NodeId[],
  { space }: Questions,
): readonly NodeId[] {
  const targetOf = (id: NodeId): string | undefined => lastSegment(space.keywordsOf(id).$ref);
  const known = new Set(premise.left.nodes.map(targetOf));
  const isLikely = (id: NodeId): boolean => targetOf(id) !== undefined && known.has(targetOf(id));
  const likely = branches.filter(isLikely);
  return [...likely, ...branches.filter((branch) => !isLikely(branch))];
}

export const implyNot: Imply = ({ left }, { not }, ask) =>
  not === undefined || ask.isEmpty(withNode(left, not));

export const implyCondition: Imply = ({ left }, schema, ask) => {
  const { if: condition, then, else: otherwise } = schema;
  if (condition === undefined) return true;
  const isMet = withNode(left, condition);
  const isNot = { ...left, nots: [...left.nots, condition] };
  return leads(isMet, then, ask) && leads(isNot, otherwise, ask);
};

function withNode(left: Left, id: NodeId): Left {
  return { ...left, nodes: [...left.nodes, id] };
}

function leads(left: Left, target: NodeId | undefined, ask: Questions): boolean {
  return target === undefined || ask.contains(left, target) || ask.isEmpty(left);
}

/** What of the schema certainly applies to all values of the set, so that what it evaluates is evaluated. */
function listApplying(premise: Premise, schema: CanonicalSchema, ask: Questions): CanonicalSchema[] {
  const found = [schema];
  const holds = (id: NodeId): boolean => ask.contains(premise.left, id);
  for (const each of found) {
    const { $ref, allOf = [], anyOf = [], oneOf = [], if: condition, then, else: otherwise } = each;
    const applying = [...($ref === undefined ? [] : [$ref]), ...allOf];
    applying.push(...[...anyOf, ...oneOf].filter(holds));
    if (condition !== undefined && holds(condition))
      applying.push(condition, ...(then === undefined ? [] : [then]));
    if (condition !== undefined && otherwise !== undefined && ask.isEmpty(withNode(premise.left, condition)))
      applying.push(otherwise);
    for (const [key, id] of each.dependentSchemas ?? []) if (premise.required.has(key)) applying.push(id);
    found.push(...applying.map((id) => ask.space.keywordsOf(id)));
  }
  return found;
}

export const implyUnevaluatedProperties: Imply = forTypes(["object"], (premise, schema, ask) => {
  const { unevaluatedProperties } = schema;
  if (unevaluatedProperties === undefined) return true;
  const applying = listApplying(premise, { ...schema }, ask);
  const others = applying.filter((each, index) => index > 0 && each.unevaluatedProperties !== undefined);
  if (others.length > 0 || applying.some((each) => each.additionalProperties !== undefined)) return true;
  const patternProperties = applying.flatMap((each) => each.patternProperties ?? []);
  const isClaimed = (key: string): boolean =>
    applying.some(({ properties }) => properties?.has(key)) ||
    patternProperties.some(({ pattern }) => matches(pattern, key));
  return areRestContained(premise, unevaluatedProperties, isClaimed, { patternProperties }, ask);
});
