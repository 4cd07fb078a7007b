import type { Facts } from "../facts/facts.js";
import { invariant } from "../invariant.js";
import { findMentions, type Mentions } from "./mentions.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** The schemas of one version, and what is proved of each. */
export interface Proved {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
}

/** The schemas of two versions side by side, so that what is said of one can be asked of the other. No node is in both. */
export interface Space {
  nodeOf(id: NodeId): SchemaNode;
  /** The keywords of a node; none for `true` and `false`. */
  keywordsOf(id: NodeId): CanonicalSchema;
  factsOf(id: NodeId): Facts;
  /** What it and all that may apply with it say of members and items. */
  mentionsOf(id: NodeId): Mentions;
}

export function joinVersions(one: Proved, other: Proved): Space {
  const sideOf = (id: NodeId): Proved => (one.graph.nodes.has(id) ? one : other);
  const nodeOf = (id: NodeId): SchemaNode => {
    const node = sideOf(id).graph.nodes.get(id);
    invariant(node, `no node ${id}`);
    return node;
  };
  const keywordsOf = (id: NodeId): CanonicalSchema => {
    const { schema } = nodeOf(id);
    return typeof schema === "boolean" ? {} : schema;
  };
  const mentions = new Map<NodeId, Mentions>();
  return {
    nodeOf,
    keywordsOf,
    factsOf: (id) => sideOf(id).facts,
    mentionsOf: (id) => {
      const known = mentions.get(id) ?? findMentions(keywordsOf, id);
      mentions.set(id, known);
      return known;
    },
  };
}
