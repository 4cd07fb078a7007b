import { readSpokenTypes } from "./keyword-traits.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Gathered, Structure, StructuredSchema } from "./structure.js";
import { gatherBits, gatherWhenAsked } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { allTypes, typeSetOf, typeSetOfValues } from "./type-set.js";

/**
 * What all that applies to the same instance as a schema says of types: itself, its branches of `allOf`, the target of its `$ref`,
 * and so on from each.
 */
export interface Conjunctions {
  /** Whether any of these has `type`, `const` or `enum`. */
  readonly states: (schema: StructuredSchema | undefined) => boolean;
  /** Whether a branch of an `anyOf` or `oneOf` in them has, or they have themselves. */
  readonly branchStates: (schema: StructuredSchema | undefined) => boolean;
  /** The types that their `type`, `const` and `enum` leave, branches aside. */
  readonly statedTypes: Gathered;
  /** The types that their other keywords speak of. */
  readonly spokenTypes: Gathered;
  /** Likewise, without what only references lead to. */
  readonly spokenInline: Gathered;
}

export function findConjunctions(structure: Structure): Conjunctions {
  // All that is gathered along the same edges is gathered at once: what is refused, what is spoken of, whether any is stated.
  const conjoined = gatherBits(
    structure,
    ({ lowered: { schema } }) =>
      (allTypes & ~readTypes(schema)) |
      (readSpokenTypes(schema) << spokenShift) |
      (statesType(schema) ? statedBit : 0),
    ({ role }) => role === "conjunct",
  );
  const branchStates = gatherWhenAsked(() =>
    gatherBits(
      structure,
      ({ lowered: { schema } }) => (statesType(schema) ? 1 : 0),
      ({ role }) => role === "conjunct" || role === "branch",
    ),
  );
  const inline = gatherWhenAsked(() =>
    gatherBits(
      structure,
      ({ lowered: { schema } }) => readSpokenTypes(schema),
      (edge) => edge.role === "conjunct" && edge.inline,
    ),
  );
  return {
    states: (schema) => (conjoined(schema) & statedBit) !== 0,
    branchStates: (schema) => branchStates(schema) === 1,
    statedTypes: (schema) => allTypes & ~conjoined(schema),
    spokenTypes: (schema) => (conjoined(schema) >> spokenShift) & allTypes,
    spokenInline: inline,
  };
}

/** Where the bits of a second set of types begin, and the one beyond. */
const spokenShift = 7;
const statedBit = 1 << 14;

function statesType(schema: boolean | CanonicalSchema): boolean {
  if (typeof schema === "boolean") return false;
  return schema.type !== undefined || schema.enum !== undefined || schema.const !== undefined;
}

function readTypes(schema: boolean | CanonicalSchema): TypeSet {
  if (typeof schema === "boolean") return allTypes;
  const { type, enum: values, const: constant } = schema;
  return (
    (type ? typeSetOf(type) : allTypes) &
    (values ? typeSetOfValues(values) : allTypes) &
    (constant ? typeSetOfValues([constant.value]) : allTypes)
  );
}
