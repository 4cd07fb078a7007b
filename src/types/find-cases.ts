import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { admits, noTypes } from "../schema/type-set.js";
import type { Parts } from "./bases.js";
import { joinParts, partConjuncts } from "./bases.js";
import { CaseMembers } from "./case-members.js";
import type { Case, Split } from "./case.js";
import { assume, objects, startCase } from "./case.js";
import type { Projecting } from "./projection.js";
import { asksForRest, splitSchema } from "./splits.js";

/** More cases than this are not told apart. */
export const caseBudget = 64;
/** Nor more than this, where keywords that have nothing to do with each other multiply them. */
const productBudget = 8;

/** So many keywords that would make too many, and no more are tried: each try costs as much as all that applies together is long. */
const refusalBudget = 8;

/** The cases of one projection, and the keywords that they do not tell apart, since there would be too many. */
export interface Cases {
  readonly cases: readonly Case[];
  readonly skipped: readonly Split[];
}

/** A case that may have to be split further. */
interface OpenCase {
  readonly of: Case;
  readonly parts: Parts;
  readonly members: CaseMembers;
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
  let open: readonly OpenCase[] = [startAt(projecting, schemas, skipped)];
  // What they come to where each keyword tells apart one of the cases before, as conditions on one tag do.
  let sum = 1;
  for (let split = nextSplit(open); split; split = nextSplit(open)) {
    if (refused.length >= refusalBudget) {
      const left = new Map(open.flatMap(({ splits }) => splits.map((each) => [each.id, each])));
      return { cases: open.map(({ of }) => of), refused: [...refused, ...left.values()] };
    }
    const divided = divideAll(projecting, open, split, skipped);
    const nextSum = sum + split.alternatives.length - 1;
    const isAffordable = divided && divided.length <= Math.max(productBudget, Math.min(caseBudget, nextSum));
    if (isAffordable) sum = nextSum;
    else refused.push(split);
    const { id } = split;
    open = (isAffordable ? divided : open).map((each) => ({
      ...each,
      splits: each.splits.filter((other) => other.id !== id),
    }));
  }
  return { cases: open.map(({ of }) => of), refused };
}

/** The cases that the keyword leaves of those before; undefined where it alone has too many. */
function divideAll(
  projecting: Projecting,
  open: readonly OpenCase[],
  { id, alternatives }: Split,
  skipped: ReadonlyMap<string, Split>,
): readonly OpenCase[] | undefined {
  if (alternatives.length > caseBudget) return undefined;
  return open.flatMap((each) => {
    const split = each.splits.find((other) => other.id === id);
    return split ? divide(projecting, each, split, skipped) : [each];
  });
}

function keyOf({ node, keyword }: Split): string {
  return `${keyword} ${node}`;
}

function nextSplit(open: readonly OpenCase[]): Split | undefined {
  return open.find(({ splits }) => splits.length > 0)?.splits[0];
}

/** The case in which all of the schemas apply, with what splits it. */
function startAt(
  projecting: Projecting,
  schemas: readonly NodeId[],
  skipped: ReadonlyMap<string, Split>,
): OpenCase {
  const parts = partConjuncts(projecting, schemas);
  const of = startCase(projecting.facts, schemas);
  const splits = listSplits(projecting, parts, parts.inline, skipped);
  return { of, parts, members: new CaseMembers(projecting, of, parts), splits };
}

/** The alternatives that are left of the case, each with what splits it further. */
function divide(
  projecting: Projecting,
  open: OpenCase,
  { alternatives }: Split,
  skipped: ReadonlyMap<string, Split>,
): readonly OpenCase[] {
  return alternatives.flatMap((alternative) => {
    const { asserted = [] } = alternative;
    const fresh = partConjuncts(projecting, asserted);
    const parts = asserted.length === 0 ? open.parts : joinParts(projecting, open.parts, fresh);
    const assumed = assume(projecting.facts, open.of, alternative);
    const members = new CaseMembers(projecting, assumed, parts, open.members);
    const isObject = admits(assumed.types, "object") && members.canBeMet(alternative);
    const of = isObject ? assumed : { ...assumed, types: assumed.types & ~objects };
    if (of.types === noTypes) return [];
    const known = new Set(open.parts.inline);
    const unseen = fresh.inline.filter((id) => !known.has(id));
    return [
      { of, parts, members, splits: [...open.splits, ...listSplits(projecting, parts, unseen, skipped)] },
    ];
  });
}

/** What the schemas split a case into. */
function listSplits(
  projecting: Projecting,
  parts: Parts,
  schemas: readonly NodeId[],
  skipped: ReadonlyMap<string, Split>,
): readonly Split[] {
  if (schemas.length === 0) return [];
  const isAsked = parts.inline.some((id) => asksForRest(keywordsOf(projecting.graph, id)));
  const found = schemas.flatMap((id) => splitSchema(projecting, parts, id, isAsked));
  return skipped.size === 0 ? found : found.filter((split) => !skipped.has(keyOf(split)));
}
