import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { Left, Premise } from "./premise.js";
import type { Space } from "./space.js";

/** What a proof of one keyword asks of the prover. Every answer `true` is proved, and `false` says nothing. */
export interface Questions {
  readonly space: Space;
  /** Whether every value of the set is valid by the schema. */
  contains(left: Left, right: NodeId): boolean;
  /** Whether the set is empty. */
  isEmpty(left: Left): boolean;
  /** Of a part of the value: whether all that is valid by `nodes` is valid by the schema. */
  containsPart(nodes: readonly NodeId[], right: NodeId): boolean;
  /** Of a part of the value: whether nothing is valid by all `nodes`. */
  isNoPart(nodes: readonly NodeId[]): boolean;
  /** Whether a property that nothing speaks of may be taken to be absent where the other version names it. */
  isAbsent(premise: Premise, key: string): boolean;
}

/** Whether what is known of a value makes it meet one keyword of a schema. */
export type Imply = (premise: Premise, schema: CanonicalSchema, ask: Questions) => boolean;
