import { formatPointer } from "../pointer.js";
import {
  type Audience,
  type Change,
  type Comparison,
  fine,
  isBreaking,
  type Verdict,
  type Verdicts,
  worstOf,
} from "./change.js";
import { compareExports } from "./compare-exports.js";
import { type DeclarationFacts, readDeclarations } from "./declarations.js";
import { findChanges } from "./find-changes.js";
import { Judge } from "./judge.js";
import { decideLevel } from "./level.js";
import { type DefinitionMatch, matchDefinitions } from "./match-definitions.js";
import { findNextVersion } from "./next-version.js";
import { listParts } from "./parts.js";
import { joinVersions, type Space } from "./space.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Version } from "./version.js";

export interface CompareOptions {
  /** Those whose values count: where nobody writes such values but the author, `readers`. By default all. */
  readonly audience?: "readers" | "writers" | "all";
  /** Whether properties that a version leaves open may be in use under any name. */
  readonly strict?: boolean;
}

type Pair = DefinitionMatch["pairs"][number];

/** One definition of both versions, and what is proved of its values as a whole. */
interface Judged extends Pair {
  readonly readers: Verdict;
  readonly writers: Verdict;
}

/** All that differs between two versions, what it breaks, and the version that it asks for. */
export function compareVersions(old: Version, updated: Version, options: CompareOptions = {}): Comparison {
  const judge = new Judge(joinVersions(old.proved, updated.proved), options.strict ?? false);
  const match = matchDefinitions(old, updated, judge.sameness);
  const declared = readDeclarations(old.declarations, updated.declarations);
  const audiences = listAudiences(options.audience);
  const judged = match.pairs.map((pair): Judged => ({
    ...pair,
    readers: judge.prove(pair.new, pair.old),
    writers: judge.prove(pair.old, pair.new),
  }));
  const found = judged.flatMap((each) => findOwnChanges(judge, each));
  const changes = [
    ...compareExports(declared, match),
    ...found,
    ...judged.flatMap((each) => tellUnproved(judge, each, judged, found)),
    ...judged.flatMap((each) => tellTypes(each, declared, audiences)),
  ];
  const verdicts = gather(changes);
  const level = decideLevel(changes, verdicts, audiences);
  return {
    old: { label: old.label, version: old.number },
    new: { label: updated.label, version: updated.number },
    changes,
    verdicts,
    level,
    nextVersion: old.number === undefined ? undefined : findNextVersion(old.number, level),
  };
}

function listAudiences(audience: CompareOptions["audience"] = "all"): readonly Audience[] {
  return audience === "all" ? ["readers", "writers", "consumers"] : [audience, "consumers"];
}

function gather(changes: readonly Change[]): Verdicts {
  const worst = (audience: Audience): Verdict => worstOf(changes.map(({ verdicts }) => verdicts[audience]));
  return { readers: worst("readers"), writers: worst("writers"), consumers: worst("consumers") };
}

/** What is proved of the definition as a whole holds of each change in it: another keyword makes up for it. */
function findOwnChanges(judge: Judge, { name, old, new: updated, readers, writers }: Judged): Change[] {
  const start = { old, new: updated, where: name, pointer: pointerOf(name) };
  const cap = (verdict: Verdict, whole: Verdict): Verdict =>
    isBreaking(verdict) && !isBreaking(whole) ? whole : verdict;
  return findChanges(judge, start).map(({ example, ...change }) => {
    const verdicts = {
      ...change.verdicts,
      readers: cap(change.verdicts.readers, readers),
      writers: cap(change.verdicts.writers, writers),
    };
    const isShown = example && isBreaking(verdicts[example.breaks]);
    return { ...change, verdicts, ...(isShown ? { example } : {}) };
  });
}

/** A change where a definition is not proved, and neither a change in it nor what it refers to says why: nothing goes unsaid. */
function tellUnproved(
  judge: Judge,
  each: Judged,
  all: readonly Judged[],
  found: readonly Change[],
): Change[] {
  if (!isBreaking(each.readers) && !isBreaking(each.writers)) return [];
  const { name } = each;
  const [before, after] = [reach(judge.space, each.old), reach(judge.space, each.new)];
  const within = all.filter((other) => other === each || before.has(other.old) || after.has(other.new));
  const said = found.filter(({ schema = "" }) =>
    within.some((other) => `${schema}/`.startsWith(`${pointerOf(other.name)}/`)),
  );
  const unsaid = (["readers", "writers"] as const).filter(
    (audience) => isBreaking(each[audience]) && !said.some(({ verdicts }) => isBreaking(verdicts[audience])),
  );
  return unsaid.map((breaks) => {
    const [from, to] = breaks === "readers" ? [each.new, each.old] : [each.old, each.new];
    const { verdict, example } = judge.judge(from, to);
    const what = `It is not proved that its ${breaks === "readers" ? "new" : "old"} values are valid by the other version.`;
    const verdicts = { ...fine, [breaks]: verdict };
    const change: Change = { kind: "schema-changed", where: name, schema: pointerOf(name), what, verdicts };
    return example === undefined ? change : { ...change, example: { breaks, value: example } };
  });
}

/** The schema, and all that stands in it or that it refers to. */
function reach(space: Space, start: NodeId): ReadonlySet<NodeId> {
  const found = new Set([start]);
  for (const id of found) for (const part of listParts(space.nodeOf(id).schema)) found.add(part.id);
  return found;
}

function pointerOf(name: string): string {
  return formatPointer(["$defs", name]);
}

/** A change where values go together and types do not, as where an option makes other types of the same schema. */
function tellTypes(
  { name, oldName, readers, writers }: Judged,
  declared: DeclarationFacts,
  audiences: readonly Audience[],
): Change[] {
  if (name !== oldName) return [];
  const fits = declared.isAssignable(name);
  const misses = (audience: "readers" | "writers", verdict: Verdict): boolean =>
    audiences.includes(audience) && !isBreaking(verdict) && !fits[audience];
  const what = [
    ...(misses("readers", readers)
      ? ["What has the new type does not fit where the old one is asked for."]
      : []),
    ...(misses("writers", writers)
      ? ["What has the old type does not fit where the new one is asked for."]
      : []),
  ];
  if (what.length === 0) return [];
  const verdicts = { ...fine, consumers: "breaking" } as const;
  return [{ kind: "export-changed", where: name, what: what.join(" "), verdicts }];
}
