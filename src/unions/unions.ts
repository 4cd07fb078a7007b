import type { NodeId } from "../schema/schema-graph.js";

/** A value by which a tag tells variants apart. */
export type TagValue = string | number | boolean | null;

/** The name of a declaration that is no schema of its own: a variant or a leaf, cut out of a branch by its tags. */
export type VariantId = string;

/** A required property, or a path of such, whose value tells the branches of a union apart. */
export interface Tag {
  readonly path: readonly string[];
  /** Every value that some branch has, in the order of the branches. */
  readonly values: readonly TagValue[];
}

/** A member of the union as the schema has it, and the values that it has for each tag. */
export interface Branch {
  readonly node: NodeId;
  readonly values: readonly (readonly TagValue[])[];
}

/**
 * A part of the union, by tag values. It is its one branch itself, where that has no other values (`isCut` false); otherwise
 * those branches, cut down to the tag values.
 */
export interface Part {
  readonly id: VariantId;
  readonly value: TagValue;
  readonly branches: readonly NodeId[];
  readonly isCut: boolean;
}

/** What one value of the first tag selects; with two tags, `leaves` are the pairs that it has. */
export interface Variant extends Part {
  readonly leaves: readonly Part[];
}

/** A union whose members are told apart by one tag or two, by proof. */
export interface Union {
  /** The schema that is the union: a definition. */
  readonly node: NodeId;
  /** How the schema says it: by branches, or as one object whose tags are enumerated (then `branches` is the node alone). */
  readonly form: "branches" | "flat";
  readonly tags: readonly [Tag] | readonly [Tag, Tag];
  readonly branches: readonly Branch[];
  readonly variants: readonly Variant[];
  readonly isOpen: boolean;
  /** Definitions that every branch includes by reference, and that leave room for an unknown tag: what an unknown variant keeps. */
  readonly envelope: readonly NodeId[];
}

/** All tagged unions of a graph, by node. */
export type Unions = ReadonlyMap<NodeId, Union>;

/** The most leaves that get a guard of their own; beyond it `eventIs` and the maps serve. */
export const leafGuardBudget = 64;
