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
/** Nor more than this, where keywords that have nothing to do with each other multiply them. */
const productBudget = 8;

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
  const skipped = new Map<string, Split>();
  for (;;) {
    const { cases, refused } = tellApart(projecting, schemas, skipped);
    // What would tell some parts of a keyword apart and others not is left out as a whole.
    const [first] = refused.filter(({ part }) => part !== undefined);
    if (!first) return { cases, skipped: [...skipped.values(), ...refused] };
    skipped.set(keyOf(first), first);
  }
}

/** The cases without what is to be skipped, and the keywords that would have made them too many. */
function tellApart(
  projecting: Projecting,
  schemas: readonly NodeId[],
  skipped: ReadonlyMap<string, Split>,
): { cases: readonly Case[]; refused: readonly Split[] } {
  const refused: Split[] = [];
  const start = startCase(projecting.facts, schemas);
  let open: readonly OpenCase[] = [look(projecting, { of: start, seen: 0, done: new Set(), splits: [] })];
  // What they come to where each keyword tells apart one of the cases before, as conditions on one tag do.
  let sum = 1;
  for (let split = nextSplit(open); split; split = nextSplit(open)) {
    const key = keyOf(split);
    const { part } = split;
    const isSame = (each: Split): boolean => keyOf(each) === key && each.part === part;
    const isWanted = !skipped.has(key);
    const divided = isWanted
      ? open.flatMap((each) => divide(projecting, each, each.splits.find(isSame)))
      : open;
    const nextSum = sum + split.alternatives.length - 1;
    const isAffordable = divided.length <= Math.max(productBudget, Math.min(caseBudget, nextSum));
    if (!isAffordable) refused.push(split);
    else if (isWanted) sum = nextSum;
    open = (isAffordable ? divided : open).map((each) => ({
      ...each,
      splits: each.splits.filter((other) => !isSame(other)),
    }));
  }
  return { cases: open.map(({ of }) => of), refused };
}

function keyOf({ node, keyword }: Split): string {
  return `${keyword} ${node}`;
}

function nextSplit(open: readonly OpenCase[]): Split | undefined {
  return open.find(({ splits }) => splits.length > 0)?.splits[0];
}

/** The alternatives that are left of the case, looked at; the case itself where nothing splits it. */
function divide(projecting: Projecting, open: OpenCase, split: Split | undefined): readonly OpenCase[] {
  if (!split) return [open];
  return split.alternatives
    .map((alternative) => prune(projecting, assume(projecting.facts, open.of, alternative)))
    .filter(({ types }) => types !== noTypes)
    .map((of) => look(projecting, { ...open, of }));
}

/** Adds what the schemas split the case into that have not been looked at. */
function look(projecting: Projecting, open: OpenCase): OpenCase {
  const { of, seen, done, splits } = open;
  if (seen === of.asserted.length) return open;
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
