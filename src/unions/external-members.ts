import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { noTypes, typeSetOf } from "../schema/type-set.js";
import type { TagSource } from "./tags.js";

/** A direct member of a union, which may be a union itself. */
export interface ExternalMember {
  /** The definition that it refers to; the member itself where it refers to none. */
  readonly node: NodeId;
  /** The member as it stands in the union. */
  readonly site: NodeId;
  readonly index: number;
}

export type ExternalMembers =
  | {
      readonly kind: "members";
      readonly keyword: "anyOf" | "oneOf";
      readonly members: readonly ExternalMember[];
    }
  | { readonly kind: "no-union" }
  /** Other keywords stand beside the union, so that the node is more than its members. */
  | { readonly kind: "siblings"; readonly keywords: readonly string[] };

/** The members of a schema that is its `oneOf` or `anyOf` and nothing else, without those that nothing can meet. */
export function listExternalMembers({ graph, facts }: TagSource, id: NodeId): ExternalMembers {
  const { anyOf, oneOf, type, ...siblings } = keywordsOf(graph, id);
  const sites = anyOf ?? oneOf;
  if (sites === undefined) return { kind: "no-union" };
  const members = sites
    .map((site, index) => ({ node: findDefinition(graph, site), site, index }))
    .filter(({ node }) => facts.types(node) !== noTypes);
  // A type beside the union says nothing where each member says it too.
  const isTypeSaid =
    type === undefined || members.every(({ node }) => (facts.types(node) & ~typeSetOf(type)) === 0);
  const keywords = [
    ...(anyOf && oneOf ? ["anyOf"] : []),
    ...(isTypeSaid ? [] : ["type"]),
    ...Object.keys(siblings),
  ];
  if (keywords.length > 0) return { kind: "siblings", keywords };
  return { kind: "members", keyword: oneOf ? "oneOf" : "anyOf", members };
}

/** The definition behind a reference that says nothing else: the first, since a member is known by what it is called in the union. */
export function findDefinition(graph: SchemaGraph, id: NodeId): NodeId {
  const { $ref, ...others } = keywordsOf(graph, id);
  const isReference = $ref !== undefined && Object.keys(others).length === 0;
  return isReference && nodeOf(graph, id).parent !== undefined ? $ref : id;
}
