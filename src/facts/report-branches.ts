import type { Diagnostic } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import {
  allTypes,
  isSubset,
  noTypes,
  typeSetOf,
  typeSetOfValue,
  typeSetOfValues,
} from "../schema/type-set.js";
import { keywordsOf, nodeOf } from "./conjuncts.js";
import type { Proved } from "./doubts.js";
import { doubt, showValue } from "./doubts.js";
import { listConjuncts } from "./keyword-table.js";
import { findConflict, Members } from "./member-conflicts.js";
import { listSpeaking } from "./member-facts.js";
import type { Proof } from "./proof.js";
import { showConflict } from "./report-required.js";
import { ValueSet } from "./value-set.js";

/** Branches, and what applies beside them. */
interface Choice {
  readonly holder: NodeId;
  readonly keyword: "anyOf" | "oneOf";
  readonly branches: readonly NodeId[];
  /** The types that all else leaves. */
  readonly types: TypeSet;
  /** The values that all else leaves, where it lists them. */
  readonly values: ValueSet | undefined;
}

/** Branches of `anyOf` and `oneOf` that decide nothing, because no value gets there, or none is told apart by them. */
export function reportBranches(proved: Proved): Diagnostic[] {
  const countsBranches = readsAnnotations(proved);
  return proved.keywords
    .listHaving("anyOf", "oneOf")
    .flatMap(([{ id }]) =>
      listChoices(proved, id).flatMap((choice) => [
        ...reportUnreachable(proved, choice),
        ...(choice.keyword === "oneOf" ? reportShadowed(proved, choice) : []),
        ...(choice.keyword === "anyOf" && !countsBranches ? reportIdle(proved, choice) : []),
      ]),
    );
}

/**
 * Whether a keyword asks which branches were met: then those behind one that is always met may matter.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
function readsAnnotations({ keywords }: Proved): boolean {
  return keywords.hasAny(["unevaluatedProperties", "unevaluatedItems"]);
}

/** None where nothing meets the schema at all, which is told. */
function listChoices({ graph, proofOf }: Proved, holder: NodeId): Choice[] {
  const schema = keywordsOf(graph, holder);
  const { anyOf, oneOf } = schema;
  if (proofOf(holder).types === noTypes) return [];
  const unite = (branches: readonly NodeId[] | undefined): TypeSet =>
    branches ? branches.reduce<TypeSet>((types, id) => types | proofOf(id).types, noTypes) : allTypes;
  const types =
    findOwnTypes(schema) & listConjuncts(schema).reduce((set, id) => set & proofOf(id).types, allTypes);
  const values = findFewestValues(schema, listConjuncts(schema).map(proofOf));
  return [
    ...(anyOf
      ? [{ holder, keyword: "anyOf" as const, branches: anyOf, types: types & unite(oneOf), values }]
      : []),
    ...(oneOf
      ? [{ holder, keyword: "oneOf" as const, branches: oneOf, types: types & unite(anyOf), values }]
      : []),
  ];
}

function findOwnTypes({ type, enum: members, const: constant }: CanonicalSchema): TypeSet {
  return (
    (type ? typeSetOf(type) : allTypes) &
    (members ? typeSetOfValues(members) : allTypes) &
    (constant ? typeSetOfValues([constant.value]) : allTypes)
  );
}

function findFewestValues(schema: CanonicalSchema, conjuncts: readonly Proof[]): ValueSet | undefined {
  const lists = [
    ...(schema.const ? [new ValueSet([schema.const.value])] : []),
    ...(schema.enum ? [new ValueSet(schema.enum)] : []),
    ...conjuncts.flatMap(({ literals }) => literals ?? []),
  ];
  return sortBySize(lists)[0];
}

function sortBySize(sets: readonly ValueSet[]): ValueSet[] {
  return sets.toSorted((left, right) => left.values.length - right.values.length);
}

/** Branches that could be met, but for what applies beside them. */
function reportUnreachable(proved: Proved, choice: Choice): Diagnostic[] {
  const { graph, speakers } = proved;
  const speaking = listSpeaking(graph, speakers, choice.holder);
  const beside = speaking.length === 0 ? undefined : new Members(graph, speaking);
  return choice.branches.flatMap((branch, index) => {
    const reason =
      findExclusion(proved.proofOf(branch), choice) ??
      (beside && findMemberExclusion(proved, choice, branch, beside));
    if (reason === undefined) return [];
    return doubt(
      "branch-unreachable",
      nodeOf(graph, choice.holder),
      [choice.keyword, index],
      [
        `No value can meet this branch: ${reason}.`,
        "Take the branch out, or let what stands beside it admit the branch.",
      ],
    );
  });
}

/** Why types and values beside the branch exclude it. */
function findExclusion(branch: Proof, { keyword, types, values }: Choice): string | undefined {
  if (branch.types === noTypes) return undefined;
  if ((branch.types & types) === noTypes) return `what stands beside the ${keyword} excludes its types`;
  const isLeft = (value: JsonValue): boolean =>
    (typeSetOfValue(value) & types & branch.types) !== noTypes &&
    (branch.literals?.has(value) ?? true) &&
    (values?.has(value) ?? true);
  const lists = [values, branch.literals].filter((set) => set !== undefined);
  const candidates = sortBySize(lists)[0]?.values;
  if (candidates === undefined || candidates.some(isLeft)) return undefined;
  return `what stands beside the ${keyword} excludes its values`;
}

/** Why a property that must be there excludes the branch, where it admits only objects. */
function findMemberExclusion(
  { graph, speakers, proofOf }: Proved,
  choice: Choice,
  branch: NodeId,
  beside: Members,
): string | undefined {
  const types = proofOf(branch).types & choice.types;
  const conjuncts = listSpeaking(graph, speakers, branch);
  if (types === noTypes || !isSubset(types, typeSetOf(["object"])) || conjuncts.length === 0)
    return undefined;
  const own = new Members(graph, conjuncts);
  // What each of them contradicts by itself is told there.
  const isToldOf = (members: Members, name: string): boolean =>
    members.requirers.has(name) && findConflict(members.claimsOf(name), proofOf) !== undefined;
  for (const name of new Set([...own.requirers.keys(), ...beside.requirers.keys()])) {
    const conflict = findConflict([...own.claimsOf(name), ...beside.claimsOf(name)], proofOf);
    if (conflict === undefined || isToldOf(own, name) || isToldOf(beside, name)) continue;
    return `${showValue(name)} is required, and ${showConflict(graph, conflict, choice.holder)}`;
  }
  return undefined;
}

/** A branch of `anyOf` that admits all that gets there, before others. */
function reportIdle({ graph, proofOf }: Proved, { holder, keyword, branches }: Choice): Diagnostic[] {
  // What stands outside of the value decides there.
  if (nodeOf(graph, holder).annotations.externalTag) return [];
  const index = branches.findIndex((id) => proofOf(id).whole === allTypes);
  if (index === -1 || index === branches.length - 1) return [];
  return [
    doubt(
      "branch-admits-all",
      nodeOf(graph, holder),
      [keyword, index],
      [
        "This branch admits every value, so the branches after it decide nothing.",
        "Say in this branch what it admits, or take the anyOf apart.",
      ],
    ),
  ];
}

/** Branches of `oneOf` that another is met with always, so that neither can be the only one. */
function reportShadowed({ graph, proofOf, resolve }: Proved, choice: Choice): Diagnostic[] {
  const { holder, keyword, branches, types } = choice;
  const firsts = new Map<NodeId, number>();
  let [once, twice] = [noTypes, noTypes];
  for (const { whole } of branches.map(proofOf)) {
    twice |= once & whole;
    once |= whole;
  }
  return branches.flatMap((branch, index) => {
    const proof = proofOf(branch);
    const first = firsts.get(resolve(branch));
    const others = twice | (once & ~proof.whole);
    const left = proof.types & types;
    if (first !== undefined)
      return doubt(
        "branch-duplicate",
        nodeOf(graph, holder),
        [keyword, index],
        [
          `This branch is the same as branch ${first} of the oneOf, so no value meets exactly one of them.`,
          "Take the branch out, or write anyOf.",
        ],
      );
    firsts.set(resolve(branch), index);
    if (left === noTypes || !isSubset(left, others)) return [];
    return doubt(
      "branch-unreachable",
      nodeOf(graph, holder),
      [keyword, index],
      [
        "No value can meet this branch alone: whatever meets it meets another branch of the oneOf too.",
        "Take the branch out, narrow the others, or write anyOf.",
      ],
    );
  });
}
