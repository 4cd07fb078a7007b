import { includesValue } from "../facts/equal-values.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import { allTypes, type TypeSet } from "../schema/type-set.js";
import type { Drawing, DrawPart, Part } from "./drawing.js";
import type { Random } from "./random.js";

/** All that a part of a value must meet, once it is chosen which branches it is to meet. */
export interface Facets {
  readonly schemas: readonly CanonicalSchema[];
  readonly nodes: readonly SchemaNode[];
  readonly types: TypeSet;
  /** What it may be, where that is listed. */
  readonly literals: readonly JsonValue[] | undefined;
}

/** What the drawing of one type is given. */
export interface Task {
  readonly drawing: Drawing;
  readonly part: Part;
  readonly facets: Facets;
  readonly random: Random;
  readonly drawPart: DrawPart;
}

/** Chooses branches, until nothing is left to choose. What `not` says, and overlaps of `oneOf`, are left to whoever checks the value. */
export function chooseFacets(drawing: Drawing, { nodes, depth }: Part, random: Random): Facets {
  const { facts, graph } = drawing;
  const chosen = new Set<NodeId>();
  const pending = [...nodes].reverse();
  let types: TypeSet = allTypes;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const id of facts.conjuncts(next)) {
      if (chosen.has(id)) continue;
      chosen.add(id);
      types &= facts.types(id);
      const schema = graph.nodes.get(id)?.schema;
      if (typeof schema !== "object") continue;
      const context = { types, isEnding: drawing.isEnding(depth) };
      pending.push(...chooseBranches(drawing, schema, context, random));
    }
  }
  const found = [...chosen].map((id) => graph.nodes.get(id)).filter((node) => node !== undefined);
  const schemas = found.map(({ schema }) => schema).filter((schema) => typeof schema === "object");
  return { schemas, nodes: found, types, literals: meetLiterals(drawing, [...chosen]) };
}

interface ChoiceContext {
  readonly types: TypeSet;
  readonly isEnding: boolean;
}

function chooseBranches(
  drawing: Drawing,
  schema: CanonicalSchema,
  context: ChoiceContext,
  random: Random,
): NodeId[] {
  const branches = [schema.anyOf, schema.oneOf].flatMap((all) => {
    const branch = all && chooseBranch(drawing, all, context, random);
    return branch === undefined ? [] : [branch];
  });
  if (schema.if === undefined) return branches;
  const isMet = random.chance(schema.then === undefined ? 30 : 60);
  if (isMet) branches.push(schema.if);
  const consequence = isMet ? schema.then : schema.else;
  return consequence === undefined ? branches : [...branches, consequence];
}

/** A branch that leaves room for the types; near the end, one that does not lead on. */
function chooseBranch(
  { facts }: Drawing,
  all: readonly NodeId[],
  { types, isEnding }: ChoiceContext,
  random: Random,
): NodeId | undefined {
  const possible = all.filter((id) => (facts.types(id) & types) !== 0);
  const ending = isEnding ? possible.filter((id) => !facts.isRecursive(id)) : [];
  return random.pick(ending.length > 0 ? ending : possible.length > 0 ? possible : all);
}

function meetLiterals({ facts }: Drawing, nodes: readonly NodeId[]): readonly JsonValue[] | undefined {
  const lists = nodes.map((id) => facts.literals(id)).filter((list) => list !== undefined);
  const [first, ...others] = lists;
  return first?.filter(
    (value) =>
      others.every((list) => includesValue(list, value)) && nodes.every((id) => facts.mayAdmit(id, value)),
  );
}
