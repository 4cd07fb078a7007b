import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { listConjuncts } from "../facts/keyword-table.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { admits } from "../schema/type-set.js";
import { intersectTypes, openString, uniteTypes } from "./algebra.js";
import { literalType } from "./literal-types.js";
import type { Projection } from "./projection.js";
import type { DeclarationId, Type } from "./type-model.js";
import { knownValuesOf } from "./type-model.js";

/** The strings that each node knows, though it admits others: those of its open enum, and of what it refers to. */
export function findOpenEnums(graph: SchemaGraph, facts: Facts): ReadonlyMap<NodeId, readonly string[]> {
  const known = new Map<NodeId, readonly string[]>();
  if (![...graph.nodes.values()].some(({ annotations }) => annotations.openEnum)) return known;
  for (const id of facts.order) {
    if (!admits(facts.types(id), "string") || facts.literals(id) !== undefined) continue;
    const inherited = listConjuncts(keywordsOf(graph, id)).flatMap((conjunct) => {
      const values = known.get(conjunct);
      return values ? [new Set(values)] : [];
    });
    const own = nodeOf(graph, id).annotations.openEnum;
    const [first, ...others] = own ? [new Set(own), ...inherited] : inherited;
    const values = [...(first ?? [])].filter((value) => others.every((each) => each.has(value)));
    if (values.length > 0) known.set(id, values);
  }
  return known;
}

/** For each of the nodes that is an open enum itself, the type of what it knows. */
export function listKnownValues(
  graph: SchemaGraph,
  nodes: Iterable<NodeId>,
): readonly (readonly [DeclarationId, Type])[] {
  return [...nodes].flatMap((node) => {
    const { openEnum } = nodeOf(graph, node).annotations;
    return openEnum ? [[knownValuesOf(node), uniteTypes(openEnum.map((value) => literalType(value)))]] : [];
  });
}

/** The projection with its strings open. */
export function openStrings(projection: Projection, known: readonly string[] | undefined): Projection {
  const string = projection.parts.get("string");
  if (!known || !string) return projection;
  const open = openString(known);
  const parts = new Map(projection.parts).set("string", meetString(string, open));
  return { ...projection, type: meetString(projection.type, open), parts };
}

/** Strings that stand at the top; what only a name stands for keeps it. */
function meetString(type: Type, open: Type): Type {
  if (type.kind === "union") return uniteTypes(type.members.map((member) => meetString(member, open)));
  return type.kind === "primitive" && type.name === "string" ? intersectTypes([type, open]) : type;
}
