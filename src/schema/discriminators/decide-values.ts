import type { Outcome } from "../../diagnostic.js";
import type { JsonValue } from "../../json.js";
import { listConjuncts } from "../branch-tags.js";
import type { Structure } from "../structure.js";
import type { Discriminator } from "./discriminator.js";
import type { Base } from "./find-bases.js";
import type { Group } from "./find-groups.js";
import type { Member } from "./members.js";
import { findMapped } from "./members.js";
import { Reports } from "./reports.js";
import type { Stated } from "./stated.js";

/** What the members of a group are told apart by. */
export interface Decided {
  readonly group: Group;
  /** By member the values that it has; without those that nothing tells apart. */
  readonly values: ReadonlyMap<Member, readonly JsonValue[]>;
  /** The member for all other values. */
  readonly fallback: Member | undefined;
}

export interface Context {
  readonly structure: Structure;
  readonly stated: Stated;
  readonly bases: readonly Base[];
  /** Whether all schemas of the documents are read, and not only what a root reaches. */
  readonly isWhole: boolean;
}

/** What is known of a member's values. */
interface Candidate {
  readonly member: Member;
  /** What is mapped to it. */
  readonly mapped: readonly string[];
  /** What is mapped to it, or else its name. */
  readonly wanted: readonly string[];
  /** What it lists itself; undefined where it does not. */
  readonly listed: readonly JsonValue[] | undefined;
  /** What it has in any case. */
  readonly claimed: readonly JsonValue[];
}

/**
 * The values of each member: what it says itself goes before the mapping, and that before its name; see "Discriminators" in
 * docs/decisions.
 */
export function decideValues(context: Context, group: Group): Outcome<Decided> {
  const { structure, stated } = context;
  const { property, fallback: text } = group.discriminator;
  const reports = new Reports(structure, group);
  const mappedBy = mapMembers(context, group, reports);
  const members = group.members.filter(({ branch }) => stated.admitsObjects(branch));
  const fallback =
    text === undefined ? undefined : findMapped(structure, group.discriminator, text, group.members);
  if (fallback) reports.fallback(fallback);
  else if (text !== undefined) reports.mappingMissing(text, "defaultMapping");
  const candidates = members
    .filter((member) => member !== fallback)
    .map((member) => toCandidate(context, group, member, mappedBy.get(member) ?? []));
  const baseValues = group.base === undefined ? undefined : stated.values(group.base, property);
  const counts = countValues([...candidates, { listed: baseValues, claimed: [] }]);
  const values = new Map<Member, readonly JsonValue[]>();
  for (const candidate of candidates) {
    const { listed, claimed, member } = candidate;
    // What a schema refers to may list the values of all.
    const itself = claimed.length === 0 ? listed : stated.inlineValues(member.schema, property);
    const inline = new Set(itself?.map(keyOf));
    const own = (listed ?? []).filter((value) => inline.has(keyOf(value)) && counts.get(keyOf(value)) === 1);
    const decided = decideMember(context, group, reports, candidate, own);
    if (decided.length > 0) values.set(candidate.member, decided);
  }
  reportRepeated(reports, values);
  return { value: { group, values, fallback }, diagnostics: reports.diagnostics };
}

/** How many candidates have each value. */
function countValues(candidates: readonly Pick<Candidate, "listed" | "claimed">[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { listed = [], claimed } of candidates) {
    for (const key of new Set([...listed, ...claimed].map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The key of a value in sets and maps. */
export function keyOf(value: JsonValue): string {
  return JSON.stringify(value);
}

/** The value as the mapping has it, whose keys are texts. */
function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : keyOf(value);
}

/** What leads to each member, of the mapping of the group itself. */
function mapMembers(
  { structure, isWhole }: Context,
  { discriminator, members, told, base }: Group,
  reports: Reports,
): ReadonlyMap<Member, readonly string[]> {
  const mapped = new Map<Member, string[]>();
  for (const [value, text] of discriminator.mapping) {
    const member = findMapped(structure, discriminator, text, members);
    const isTold = findMapped(structure, discriminator, text, told) !== undefined;
    if (member) mapped.set(member, [...(mapped.get(member) ?? []), value]);
    // A root may reach a base without all that builds upon it.
    else if (!isTold && (isWhole || base === undefined)) reports.mappingMissing(text, "mapping", value);
  }
  return mapped;
}

function toCandidate(
  context: Context,
  { discriminator }: Group,
  member: Member,
  ownMapped: readonly string[],
): Candidate {
  const { property } = discriminator;
  const mapped = ownMapped.length > 0 ? ownMapped : mapByBases(context, member, discriminator);
  const wanted = mapped.length > 0 || member.name === undefined ? mapped : [member.name];
  const listed = context.stated.values(member.branch, property);
  if (!listed) return { member, mapped, wanted, listed, claimed: wanted };
  const claimed = listed.length === 1 ? listed : listed.filter((value) => wanted.includes(textOf(value)));
  return { member, mapped, wanted, listed, claimed };
}

/** What other schemas that the member builds upon map to it, for the same property. */
function mapByBases(
  { structure, bases }: Context,
  member: Member,
  { property, source }: Discriminator,
): string[] {
  const others = bases.filter(
    ({ discriminator }) => discriminator.property === property && discriminator.source !== source,
  );
  if (others.every(({ discriminator }) => discriminator.mapping.size === 0)) return [];
  const above = new Set(listConjuncts(structure, member.schema));
  const mapped = others
    .filter(({ id }) => above.has(id))
    .flatMap(({ discriminator }) =>
      [...discriminator.mapping]
        .filter(([, text]) => findMapped(structure, discriminator, text, [member]))
        .map(([value]) => value),
    );
  return [...new Set(mapped)];
}

/** `own`: the values that it lists, and no other member does. */
function decideMember(
  { stated }: Context,
  { discriminator }: Group,
  reports: Reports,
  { member, mapped, wanted, listed, claimed }: Candidate,
  own: readonly JsonValue[],
): readonly JsonValue[] {
  const usesName = mapped.length === 0 && member.name !== undefined && claimed.includes(member.name);
  if (listed?.length !== 1 && usesName && discriminator.mapping.size > 0)
    reports.unmapped(member, member.name ?? "");
  if (!listed) {
    if (wanted.length === 0) reports.valueMissing(member);
    else if (!stated.canBeString(member.branch, discriminator.property)) reports.notString(member, wanted);
    else return wanted;
    return [];
  }
  // What contradicts itself is told where it does.
  if (listed.length === 0) return [];
  const known = new Set(claimed.map(keyOf));
  const values = [...claimed, ...own.filter((value) => !known.has(keyOf(value)))];
  const texts = new Set(values.map(textOf));
  const agrees = mapped.every((value) => texts.has(value)) && values.length === mapped.length;
  if (values.length === 0 && wanted.length === 0) reports.valueMissing(member);
  else if (values.length === 0) reports.nameDisagrees(member, wanted, listed);
  else if (mapped.length > 0 && !agrees) reports.mappingDisagrees(member, mapped, values);
  return values;
}

function reportRepeated(reports: Reports, values: ReadonlyMap<Member, readonly JsonValue[]>): void {
  const first = new Map<string, Member>();
  for (const [member, each] of values) {
    for (const value of each) {
      const other = first.get(keyOf(value));
      if (!other) first.set(keyOf(value), member);
      else if (other.schema !== member.schema) reports.repeated(member, value, other);
    }
  }
}
