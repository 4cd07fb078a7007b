import type { NodeId } from "../schema/schema-graph.js";

/** A value by which a tag tells variants apart; undefined where it is absent. */
export type TagValue = string | number | boolean | null | undefined;

/** The name of a declaration that is no schema of its own: a variant or a leaf, cut out of a branch by its tags. */
export type VariantId = string;

/** What tells the branches of a union apart. */
export type Tag = PropertyTag | PresenceTag | ExternalTag;

/** A property, or a path of such, by its value. `values`: every one that some branch has, in the order of the branches. */
export interface PropertyTag {
  readonly kind: "property";
  readonly path: readonly string[];
  readonly values: readonly TagValue[];
}

/** Which of some properties is there: exactly one of them. */
export interface PresenceTag {
  readonly kind: "presence";
  /** The names of the properties. */
  readonly values: readonly string[];
}

/** What stands outside the value, as a header of the request that carries it: a parameter of every helper. */
export interface ExternalTag {
  readonly kind: "external";
  /** What it is called: `event`. */
  readonly name: string;
  readonly values: readonly string[];
}

/** A member of the union as the schema has it, and the values that it has for each tag; undefined where it has no such tag. */
export interface Branch {
  readonly node: NodeId;
  /** What stands in the `anyOf` or `oneOf` that lead to it: of nested unions each one's member, the branch's own last. */
  readonly chain: readonly NodeId[];
  readonly values: readonly (readonly TagValue[] | undefined)[];
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
  /** Whether only the union as a whole says what is valid: a value is of the part if it is of the union and has the tag values. */
  readonly isOfUnion: boolean;
}

/** What one value of the first tag selects. `leaves` are the values of the second that it has: none where it has no such tag. */
export interface Variant extends Part {
  readonly leaves: readonly Part[];
}

/** A union whose members are told apart by one tag or two, by proof. */
export interface Union {
  /** The schema that is the union: a definition. */
  readonly node: NodeId;
  /**
   * How the schema says it: by branches; by branches beside more that it says; or as one schema whose tags are enumerated (then
   * `branches` is the node alone).
   */
  readonly form: "branches" | "based" | "flat";
  readonly tags: readonly [Tag] | readonly [Tag, Tag];
  readonly branches: readonly Branch[];
  readonly variants: readonly Variant[];
  readonly isOpen: boolean;
  /** Definitions that every branch includes by reference, and that leave room for an unknown tag: what an unknown variant keeps. */
  readonly envelope: readonly NodeId[];
  /** The branch that takes the tags that no other has, by the schema itself: what an unknown variant is. */
  readonly fallback: NodeId | undefined;
}

/** All tagged unions of a graph, by node. */
export type Unions = ReadonlyMap<NodeId, Union>;

/**
 * How to tell which branches of a node's `anyOf` or `oneOf` a value may meet: as good as trying all of them, by proof. Unions among
 * the branches are part of it.
 */
export type Decision =
  | { readonly kind: "branch"; readonly node: NodeId }
  /** What remains to be tried: any of them, or exactly one; at least two. `holder` has the keyword. */
  | {
      readonly kind: "any" | "one";
      readonly holder: NodeId;
      readonly of: readonly Decision[];
    }
  | TagDecision;

/** By the value at a path. No two cases share a value, and undefined stands for an absent one. */
export interface TagDecision {
  readonly kind: "tag";
  readonly path: readonly string[];
  readonly cases: readonly { readonly values: readonly TagValue[]; readonly then: Decision }[];
  /** Where all other values lead; undefined: they are valid by no branch. */
  readonly otherwise: Decision | undefined;
  /** Where what is no object leads. */
  readonly notObject: Decision | undefined;
}

/** By which property is there: for each member of the node's `anyOf` or `oneOf`, in their order, one that no other may have. */
export interface PresenceDecision {
  readonly kind: "presence";
  readonly keys: readonly string[];
}

/**
 * What a property decides of conditions on it: for each of its values, what the conditions lead to together. The object that they are
 * all part of requires it, and lists its values.
 */
export interface ConditionDecision {
  readonly kind: "conditions";
  readonly key: string;
  /** The schemas that have `if`, `then` and `else`. */
  readonly holders: readonly NodeId[];
  readonly cases: readonly { readonly values: readonly TagValue[]; readonly then: readonly NodeId[] }[];
}

/** The nodes whose branches, or conditions, a tag decides. */
export interface Decisions {
  readonly branches: ReadonlyMap<NodeId, TagDecision | PresenceDecision>;
  readonly conditions: ReadonlyMap<NodeId, ConditionDecision>;
}

/** The most leaves that get a guard of their own; beyond it `eventIs` and the maps serve. */
export const leafGuardBudget = 64;

/** The words by which a tag is read and named: its path; for the presence of a key `key`. */
export function wordsOf(tag: Tag): readonly string[] {
  if (tag.kind === "property") return tag.path;
  return [tag.kind === "external" ? tag.name : "key"];
}

/** Where a tag stands in a value; nowhere, for what is no property. */
export function pathOf(tag: Tag): readonly string[] {
  return tag.kind === "property" ? tag.path : [];
}
