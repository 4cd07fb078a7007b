import type { Outcome } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Unions, VariantId } from "../unions/unions.js";
import { unknownType } from "./algebra.js";
import { reportLostStructure } from "./lost-structure.js";
import type { Projection } from "./project.js";
import { projectNode } from "./project.js";
import type { Type, TypeModel } from "./type-model.js";
import { projectUnion } from "./variants.js";

/** The type of every node: a superset of its valid instances, as tight as TypeScript allows; what is lost is noted. */
export function projectTypes(graph: SchemaGraph, facts: Facts, unions: Unions): Outcome<TypeModel> {
  const done = new Map<NodeId, Projection>();
  for (const id of facts.order) done.set(id, projectNode(graph, facts, done, id));
  const nodes = new Map<NodeId, Type>([...done].map(([id, { type }]) => [id, type]));
  const variants = new Map<VariantId, Type>();
  for (const union of unions.values()) {
    for (const [id, type] of projectUnion(union, nodes.get(union.node) ?? unknownType))
      variants.set(id, type);
  }
  return { value: { nodes, variants }, diagnostics: reportLostStructure(graph, facts, nodes) };
}
