import type { NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { partConjuncts } from "./bases.js";
import { CaseMembers } from "./case-members.js";
import type { Case, Split } from "./case.js";
import { assume, objects, startCase } from "./case.js";
import type { Projecting } from "./projection.js";
import { splitSchema } from "./splits.js";

/** More cases than this are not told apart. */
export const caseBudget = 64;

/** The cases of one projection, and the keywords that they do not tell apart, since there would be too many. */
export interface Cases {
  readonly cases: readonly Case[];
  readonly skipped: readonly Split[];
}

/** A case that may have to be split further. */
interface OpenCase {
  readonly of: Case;
  /** How many of the asserted schemas have been looked at, and the nodes that were met there. */
  readonly seen: number;
  readonly done: ReadonlySet<NodeId>;
  readonly splits: readonly Split[];
}

/** The cases in which all of the schemas apply; none where those contradict each other. */
export function findCases(projecting: Projecting, schemas: readonly NodeId[]): Cases {
  const { facts } = projecting;
  const skipped = new Set<Split>();
  const cases: Case[] = [];
  const open: OpenCase[] = [{ of: startCase(facts, schemas), seen: 0, done: new Set(), splits: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { of, seen, done, splits } = next.seen < next.of.asserted.length ? look(projecting, next) : next;
    const [split, ...others] = splits;
    if (!split) {
      cases.push(of);
      continue;
    }
    const possible = split.alternatives
      .map((alternative) => prune(projecting, assume(facts, of, alternative)))
      .filter(({ types }) => types !== noTypes);
    const isAffordable = open.length + cases.length + possible.length <= caseBudget;
    if (!isAffordable) skipped.add(split);
    const chosen = isAffordable ? possible.toReversed() : [of];
    for (const each of chosen) open.push({ of: each, seen, done, splits: others });
  }
  return { cases, skipped: [...skipped] };
}

/** Adds what the schemas split the case into that have not been looked at. */
function look(projecting: Projecting, { of, done, splits }: OpenCase): OpenCase {
  const parts = partConjuncts(projecting, of.asserted);
  const fresh = parts.inline.filter((id) => !done.has(id));
  const found = fresh.flatMap((id) => splitSchema(projecting, parts, id));
  return { of, seen: of.asserted.length, done: new Set([...done, ...fresh]), splits: [...splits, ...found] };
}

/** The case without objects, where what it says of their members contradicts itself. */
function prune(projecting: Projecting, of: Case): Case {
  if ((of.types & objects) === noTypes) return of;
  const members = new CaseMembers(projecting, of, partConjuncts(projecting, of.asserted));
  return members.canBeMet() ? of : { ...of, types: of.types & ~objects };
}
