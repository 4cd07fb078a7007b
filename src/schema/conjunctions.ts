import type { SchemaId } from "../link/linked.js";
import { listSpeakers } from "./keyword-traits.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Structure, StructuredSchema } from "./structure.js";
import { gatherBits } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { allTypes, noTypes, typeSetOf, typeSetOfValues } from "./type-set.js";

/**
 * What all that applies to the same instance as a schema says of types: itself, its branches of `allOf`, the target of its `$ref`,
 * and so on from each.
 */
export interface Conjunctions {
  /** Whether any of these has `type`, `const` or `enum`. */
  readonly states: (id: SchemaId) => boolean;
  /** Whether a branch of an `anyOf` or `oneOf` in them has, or they have themselves. */
  readonly branchStates: (id: SchemaId) => boolean;
  /** The types that their `type`, `const` and `enum` leave, branches aside. */
  readonly statedTypes: (id: SchemaId) => TypeSet;
  /** The types that their other keywords speak of. */
  readonly spokenTypes: (id: SchemaId) => TypeSet;
  /** Likewise, without what only references lead to. */
  readonly spokenInline: (id: SchemaId) => TypeSet;
}

export function findConjunctions(structure: Structure): Conjunctions {
  const stating = ({ lowered }: StructuredSchema): number => (statesType(lowered.schema) ? 1 : 0);
  const states = gatherBits(structure, stating, ({ role }) => role === "conjunct");
  const branchStates = gatherBits(structure, stating, ({ role }) => role === "conjunct" || role === "branch");
  const refused = gatherBits(
    structure,
    ({ lowered }) => allTypes & ~readTypes(lowered.schema),
    ({ role }) => role === "conjunct",
  );
  const spoken = gatherBits(
    structure,
    ({ lowered }) => readSpoken(lowered.schema),
    ({ role }) => role === "conjunct",
  );
  const inline = gatherBits(
    structure,
    ({ lowered }) => readSpoken(lowered.schema),
    ({ role, inline }) => role === "conjunct" && inline,
  );
  return {
    states: (id) => states.get(id) === 1,
    branchStates: (id) => branchStates.get(id) === 1,
    statedTypes: (id) => allTypes & ~(refused.get(id) ?? noTypes),
    spokenTypes: (id) => spoken.get(id) ?? noTypes,
    spokenInline: (id) => inline.get(id) ?? noTypes,
  };
}

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

function readSpoken(schema: boolean | CanonicalSchema): TypeSet {
  return typeSetOf(listSpeakers(schema).map(([, type]) => type));
}
