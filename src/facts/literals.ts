import type { JsonValue } from "../json.js";
import type { CanonicalSchema } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { noTypes, typeSetOfValue } from "../schema/type-set.js";
import { listConjuncts } from "./keyword-table.js";
import type { Proof, ProofOf } from "./proof.js";
import { ValueSet } from "./value-set.js";

/** See Proof.literals. `types` are those that the schema leaves. */
export function findLiterals(
  schema: CanonicalSchema,
  types: TypeSet,
  proofOf: ProofOf,
): ValueSet | undefined {
  const any = schema.anyOf && readBranches(schema.anyOf.map(proofOf));
  const one = schema.oneOf && readBranches(schema.oneOf.map(proofOf));
  const negation = schema.not === undefined ? undefined : proofOf(schema.not);
  const [first, ...others] = [
    schema.enum && new ValueSet(schema.enum),
    schema.const && new ValueSet([schema.const.value]),
    ...listConjuncts(schema).map((id) => proofOf(id).literals),
    any?.literals,
    one?.literals,
  ].filter((set) => set !== undefined);
  return first?.filter(
    (value) =>
      hasType(types, value) &&
      others.every((set) => set.has(value)) &&
      (any?.admits?.(value) ?? true) &&
      (one?.admits?.(value) ?? true) &&
      !(negation && mustAdmit(negation, value)),
  );
}

/** What branches leave together: listed, or, where one of them lists nothing, as a test. */
interface Branches {
  readonly literals?: ValueSet;
  readonly admits?: (value: JsonValue) => boolean;
}

function readBranches(all: readonly Proof[]): Branches {
  const branches = all.filter(({ types }) => types !== noTypes);
  const listed = branches.flatMap(({ literals }) => literals ?? []);
  if (listed.length < branches.length)
    return { admits: (value) => branches.some((proof) => mayAdmit(proof, value)) };
  const [only, ...others] = listed;
  if (only && others.length === 0) return { literals: only };
  return { literals: new ValueSet(listed.flatMap(({ values }) => values)) };
}

/** Whether the proof leaves room for the value. */
export function mayAdmit({ types, literals }: Proof, value: JsonValue): boolean {
  return hasType(types, value) && (literals?.has(value) ?? true);
}

/** Whether the value is certainly valid. */
export function mustAdmit(proof: Proof, value: JsonValue): boolean {
  return hasType(proof.whole, value) || (proof.isDecided && mayAdmit(proof, value));
}

function hasType(types: TypeSet, value: JsonValue): boolean {
  return (typeSetOfValue(value) & types) !== noTypes;
}
