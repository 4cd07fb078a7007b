import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, typeSetOf } from "../schema/type-set.js";

/**
 * One way for an instance to be valid. Keywords such as `if` and `dependentRequired` leave several: each case says which of
 * their schemas apply, and which keys are there. Together the cases admit every valid instance.
 */
export interface Case {
  readonly types: TypeSet;
  /** The schemas that apply: those that the case is of, and of their subschemas those that it chose. */
  readonly asserted: readonly NodeId[];
  /** Schemas that the instance does not meet. */
  readonly refuted: ReadonlySet<NodeId>;
  /** Keys that an object has, and keys that it has not. */
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** Schemas that the value under a key does not meet, where it is there. */
  readonly excluded: ReadonlyMap<string, readonly NodeId[]>;
}

/** What a case adds to another. */
export interface Assumption {
  readonly types?: TypeSet;
  readonly asserted?: readonly NodeId[];
  readonly refuted?: readonly NodeId[];
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
  readonly excluded?: readonly (readonly [key: string, schema: NodeId])[];
}

/** A keyword of a schema that leaves several cases. */
export interface Split {
  readonly node: NodeId;
  readonly keyword: keyof CanonicalSchema;
  /** Which part of the keyword, where it has several: a key. */
  readonly part: string | undefined;
  /** The same for the same keyword, and part, in every case. */
  readonly id: string;
  readonly alternatives: readonly Assumption[];
}

export const objects: TypeSet = typeSetOf(["object"]);

const anyCase: Case = {
  types: allTypes,
  asserted: [],
  refuted: new Set(),
  present: new Set(),
  absent: new Set(),
  excluded: new Map(),
};

/** The case in which all of the schemas apply, and nothing more is known. */
export function startCase(facts: Facts, schemas: readonly NodeId[]): Case {
  const types = schemas.reduce((set, id) => set & facts.types(id), allTypes);
  return { ...anyCase, types, asserted: schemas.length < 2 ? schemas : [...new Set(schemas)] };
}

export function assume(facts: Facts, of: Case, assumption: Assumption): Case {
  const {
    types = allTypes,
    asserted = [],
    refuted = [],
    present = [],
    absent = [],
    excluded = [],
  } = assumption;
  const exclusions = new Map(of.excluded);
  for (const [key, schema] of excluded) exclusions.set(key, [...(exclusions.get(key) ?? []), schema]);
  return {
    types: asserted.reduce((set, id) => set & facts.types(id), of.types & types),
    asserted: [...new Set([...of.asserted, ...asserted])],
    refuted: new Set([...of.refuted, ...refuted]),
    present: new Set([...of.present, ...present]),
    absent: new Set([...of.absent, ...absent]),
    excluded: exclusions,
  };
}

/** What holds where both assumptions do. */
export function join(left: Assumption, right: Assumption): Assumption {
  return {
    types: (left.types ?? allTypes) & (right.types ?? allTypes),
    asserted: [...(left.asserted ?? []), ...(right.asserted ?? [])],
    refuted: [...(left.refuted ?? []), ...(right.refuted ?? [])],
    present: [...(left.present ?? []), ...(right.present ?? [])],
    absent: [...(left.absent ?? []), ...(right.absent ?? [])],
    excluded: [...(left.excluded ?? []), ...(right.excluded ?? [])],
  };
}
