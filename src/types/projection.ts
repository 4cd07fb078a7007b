import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import type { Type } from "./type-model.js";

/** A keyword of a schema, of which a type does not say all. */
export interface SkippedKeyword {
  readonly node: NodeId;
  readonly keyword: keyof CanonicalSchema;
}

/** A node's type, and what it admits of each JSON type, for those who take only a part of it. */
export interface Projection {
  readonly type: Type;
  readonly parts: ReadonlyMap<JsonType, Type>;
  /** Whether an interface may extend the type: an object whose members are all known, and that says nothing of other keys. */
  readonly isExtendable: boolean;
  /** Whether its keywords leave no case at all. */
  readonly isContradictory: boolean;
  /** The keywords that leave more cases than are told apart. */
  readonly skipped: readonly SkippedKeyword[];
}

/** What is known while nodes are projected: `done` holds all that applies in place of the node at hand. */
export interface Projecting {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly done: ReadonlyMap<NodeId, Projection>;
  /** How many schemas apply to one value by way of each other, at most; of what `done` holds. */
  readonly heights: ReadonlyMap<NodeId, number>;
  /** See `findShaper`; of what `done` holds. */
  readonly shapers: ReadonlyMap<NodeId, NodeId | undefined>;
  /** The nodes whose strings have brands, or are open. */
  readonly refined: Pick<ReadonlyMap<NodeId, unknown>, "has">;
  /** What is nothing but scalars, by their types. */
  readonly scalars: Map<TypeSet, Projection>;
  /** The nodes that references lead to. */
  readonly targets: ReadonlySet<NodeId>;
}
