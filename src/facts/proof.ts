import type { NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, noTypes } from "../schema/type-set.js";
import type { ValueSet } from "./value-set.js";

/** What is proved of one node from its keywords and the proofs of all that applies in place of it. */
export interface Proof {
  /** The types that a valid instance may have: a superset. */
  readonly types: TypeSet;
  /** The types of which every value is valid: a subset. */
  readonly whole: TypeSet;
  /** The values that a valid instance may have, a superset; undefined where they are not listed. */
  readonly literals: ValueSet | undefined;
  /** Whether `types` and `literals` are exact: every value that they admit is valid. */
  readonly isDecided: boolean;
  /** See Facts.enforcesTypes. */
  readonly enforcesTypes: boolean;
}

export type ProofOf = (node: NodeId) => Proof;

/** What holds of anything: the proof of a node that a circle has not reached yet. The circle itself is an error. */
export const unproved: Proof = {
  types: allTypes,
  whole: noTypes,
  literals: undefined,
  isDecided: false,
  enforcesTypes: false,
};

export const provedTrue: Proof = { ...unproved, whole: allTypes, isDecided: true };
export const provedFalse: Proof = { ...unproved, types: noTypes, isDecided: true, enforcesTypes: true };
