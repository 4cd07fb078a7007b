import { appendPointer } from "../pointer.js";
import type { NodeId } from "../schema/schema-graph.js";
import { type Change, worstOf } from "./change.js";
import { compareAnnotations } from "./compare-annotations.js";
import { compareBranches, matchBranches } from "./compare-branches.js";
import { compareChecks } from "./compare-checks.js";
import { compareAdditional, compareProperties, haveSchemas } from "./compare-objects.js";
import { compareListed, compareTypes } from "./compare-values.js";
import { lastSegment } from "./definition-name.js";
import { Drafter, type Pair } from "./draft-change.js";
import type { Judge } from "./judge.js";
import { listParts, type Part } from "./parts.js";
import { showStep } from "./show.js";

/** All that differs between two schemas and in what stands in them; what they refer to is compared where it is defined. */
export function findChanges(judge: Judge, start: Pair): Change[] {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const pairs = [start];
  for (const pair of pairs) {
    const key = `${pair.old}\n${pair.new}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = comparePair(judge, pair);
    changes.push(...found.changes);
    pairs.push(...found.next);
  }
  return changes;
}

interface Found {
  readonly changes: readonly Change[];
  readonly next: readonly Pair[];
}

function comparePair(judge: Judge, pair: Pair): Found {
  const annotations = compareAnnotations(judge, pair);
  const { space } = judge;
  const references = [space.keywordsOf(pair.old).$ref, space.keywordsOf(pair.new).$ref].map(lastSegment);
  const [before, after] = references;
  const isAlias = before !== undefined && after !== undefined;
  // One definition under one name has its own changes.
  if (isAlias && before === after && haveOneKeyword(judge, pair)) return { changes: annotations, next: [] };
  const [old, updated] = [space.nodeOf(resolve(judge, pair.old)), space.nodeOf(resolve(judge, pair.new))];
  if (typeof old.schema === "boolean" || typeof updated.schema === "boolean") {
    const changes = old.schema === updated.schema ? [] : [rewrite(judge, pair)];
    return { changes: [...annotations, ...changes], next: [] };
  }
  const inner = { ...pair, old: old.id, new: updated.id };
  const drafter = new Drafter(judge, inner, old.schema, updated.schema);
  const found = compareKeywords(drafter);
  return { changes: [...annotations, ...found.changes], next: found.next };
}

/** Behind references that say nothing else. */
function resolve({ space }: Judge, id: NodeId): NodeId {
  return space.factsOf(id).resolve(id);
}

function haveOneKeyword({ space }: Judge, pair: Pair): boolean {
  return [pair.old, pair.new].every((id) => Object.keys(space.keywordsOf(id)).length === 1);
}

/** The whole of a schema in place of another. */
function rewrite(judge: Judge, { old, new: updated, where, pointer }: Pair): Change {
  const [readers, writers] = [judge.judge(updated, old), judge.judge(old, updated)];
  const verdicts = { readers: readers.verdict, writers: writers.verdict, consumers: "compatible" } as const;
  const isSame = worstOf([readers.verdict, writers.verdict]) === "compatible";
  const what = isSame ? "It says the same in other words." : "Its schema is another.";
  const change = { where, schema: pointer, what, verdicts };
  const breaks = writers.example === undefined ? "readers" : "writers";
  const value = writers.example ?? readers.example;
  return {
    kind: isSame ? "schema-rewritten" : "schema-changed",
    ...change,
    ...(value === undefined ? {} : { example: { breaks, value } }),
  };
}

function compareKeywords(drafter: Drafter): Found {
  const { judge, pair } = drafter;
  const choices = (["allOf", "anyOf", "oneOf"] as const).map((keyword) => {
    const matching = matchBranches(drafter, keyword);
    return { keyword, matching };
  });
  const changes = [
    ...compareTypes(drafter),
    ...compareListed(drafter),
    ...compareProperties(drafter),
    ...compareAdditional(drafter),
    ...compareChecks(drafter),
    ...choices.flatMap(({ keyword, matching }) => compareBranches(drafter, keyword, matching)),
    ...compareReferences(drafter),
  ];
  const branches = choices.flatMap(({ matching }) => matching.pairs);
  const next = [...pairParts(drafter), ...branches].map(({ old: one, part }) => ({
    old: one,
    new: part.id,
    where: pair.where + showStep(part.tokens),
    pointer: appendPointer(pair.pointer, ...part.tokens),
  }));
  // Where words differ that nothing above speaks of.
  const isUntold = changes.length === 0 && next.length === 0 && !judge.sameness.areSame(pair.old, pair.new);
  return { changes: isUntold ? [rewrite(judge, pair)] : changes, next };
}

/** A reference beside other keywords. */
function compareReferences(drafter: Drafter): Change[] {
  const [before, after] = [lastSegment(drafter.old.$ref), lastSegment(drafter.new.$ref)];
  if (before === after) return [];
  const asked = { keywords: ["$ref"] } as const;
  const what = `It refers to ${after ?? "nothing"}, and did to ${before ?? "nothing"}.`;
  return [drafter.draft("schema-changed", what, { readers: asked, writers: asked })];
}

/** Keywords whose parts are matched otherwise, or turn what is wider in them into what is narrower. */
const matched: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "$ref", "not", "if"]);

/** The parts that stand at the same place of both. */
function pairParts(drafter: Drafter): { old: NodeId; part: Part }[] {
  const before = new Map(listParts(drafter.old).map(({ tokens, id }) => [JSON.stringify(tokens), id]));
  return listParts(drafter.new).flatMap((part) => {
    const own = before.get(JSON.stringify(part.tokens));
    const isTold = matched.has(part.keyword) || !haveSchemas(drafter, part.keyword);
    return own === undefined || isTold ? [] : [{ old: own, part }];
  });
}
