import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaNode } from "../schema/schema-graph.js";
import type { Branches, Member, Members } from "./branches.js";
import { findBranches } from "./branches.js";
import { buildUnion } from "./build-union.js";
import { findExternalTag, readExternalUnion } from "./external-tags.js";
import { reportGap, reportMissingUnion, reportOpenTag, reportOverlap } from "./report-unions.js";
import { readMemberTag } from "./member-tags.js";
import type { Column, Groups } from "./search-pair.js";
import { groupByValue, listShared, pairTags } from "./search-pair.js";
import type { TaggedBranches } from "./search-tags.js";
import { searchUnion, tagByProperty } from "./search-tags.js";
import type { Row } from "./table.js";
import type { TagReading, TagSource } from "./tags.js";
import { certainValuesOf, isRequired } from "./tags.js";
import type { TagValue, Union } from "./unions.js";

const noUnion: Outcome<undefined> = { value: undefined, diagnostics: [] };

/** The union that the config says a definition is; where it is none, why. */
export function readConfiguredUnion(
  source: TagSource,
  node: SchemaNode,
  options: UnionOptions,
): Outcome<Union | undefined> {
  const external = findExternalTag(node, options);
  if (external) return readExternalUnion(source, node, options, external);
  const { open: isOpen = false } = options;
  const tags = options.tags?.filter((tag) => typeof tag === "string");
  const { graph, facts } = source;
  // `schema` has opened it.
  if (isOpen && nodeOf(graph, facts.resolve(node.id)).annotations.openEnum) return noUnion;
  const branches = chooseBranches(source, node);
  const read: Outcome<Read | undefined> = tags
    ? readTags(source, node, branches, tags)
    : searchMembers(source, node, branches, isOpen);
  const { value: found, diagnostics } = read;
  if (!found) return { value: undefined, diagnostics };
  const { form, members, tagged } = found;
  const union = buildUnion(source, { node: node.id, form, members, isOpen }, tagged);
  const problem = isOpen ? reportOpenTag(graph, union) : undefined;
  return problem ? { value: undefined, diagnostics: [problem] } : { value: union, diagnostics };
}

interface Read {
  readonly form: Union["form"];
  readonly members: readonly Member[];
  readonly tagged: TaggedBranches;
}

/** The first of the unions that the definition is which has members; otherwise what is wrong with the first. */
function chooseBranches(source: TagSource, { id }: SchemaNode): Branches {
  const all = findBranches(source, id);
  return all.find(({ kind }) => kind === "members") ?? all[0] ?? { kind: "no-union" };
}

function searchMembers(
  source: TagSource,
  node: SchemaNode,
  branches: Branches,
  isOpen: boolean,
): Outcome<Read | undefined> {
  const found = branches.kind === "members" ? searchUnion(source, node.id, branches, isOpen) : undefined;
  if (branches.kind !== "members" || !found)
    return { value: undefined, diagnostics: [reportMissingUnion(source.graph, node, branches)] };
  return { value: readAs({ ...branches, ...found }, found.tagged), diagnostics: [] };
}

function readAs({ isBased, members }: Members, tagged: TaggedBranches): Read {
  return { form: isBased ? "based" : "branches", members, tagged };
}

/** Every member must have values for each tag, and no two of them the same. A node that is no union may be the one member itself. */
function readTags(
  source: TagSource,
  node: SchemaNode,
  branches: Branches,
  tags: readonly string[],
): Outcome<Read | undefined> {
  const flat = (): Outcome<TaggedBranches | undefined> =>
    tellApart(source, branches, [{ node: node.id, beside: [] }], tags);
  const own: Member[] = [{ node: node.id, via: [], chain: [] }];
  const asFlat = (tagged: TaggedBranches): Read => ({ form: "flat", members: own, tagged });
  if (branches.kind === "no-union") {
    const { value, diagnostics } = flat();
    return { value: value && asFlat(value), diagnostics };
  }
  if (branches.kind !== "members") return searchMembers(source, node, branches, false);
  const { value, diagnostics } = tellApart(source, branches, listSubjects(node.id, branches), tags);
  if (value) return { value: readAs(branches, value), diagnostics: [] };
  const unflattened = { ...branches, members: branches.direct };
  const direct = tellApart(source, unflattened, listSubjects(node.id, unflattened), tags).value;
  if (direct) return { value: readAs(unflattened, direct), diagnostics: [] };
  const whole = branches.isBased ? flat().value : undefined;
  return { value: whole && asFlat(whole), diagnostics: whole ? [] : diagnostics };
}

/** A member, and the schema that says more of it, if there is one. */
interface Subject {
  readonly node: NodeId;
  readonly beside: readonly NodeId[];
}

function listSubjects(start: NodeId, { members, isBased }: Members): Subject[] {
  return members.map(({ node }) => ({ node, beside: isBased ? [start] : [] }));
}

function tellApart(
  source: TagSource,
  branches: Branches,
  subjects: readonly Subject[],
  tags: readonly string[],
): Outcome<TaggedBranches | undefined> {
  const [first, second] = [...new Set(tags)].map((tag) => {
    const path = readPath(source, subjects, tag);
    return {
      path,
      rows: subjects.map(({ node, beside }): Row => ({
        node,
        reading: readMemberTag(source, beside, node, path),
      })),
    };
  });
  if (!first) return { value: undefined, diagnostics: [] };
  if (!second) return tellByOne(source, branches, first);
  const groups = groupByValue(first.rows);
  const gaps = [
    ...findGaps(source, branches, first),
    ...findGaps(source, branches, { path: second.path, rows: listNeeding(groups ?? new Map(), second) }),
  ];
  if (gaps.length > 0 || !groups) return { value: undefined, diagnostics: gaps };
  const value = pairTags(first, second);
  const diagnostics = findOverlaps(source, value, [first.path, second.path]);
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}

/** All members where none has it; otherwise those that share a value of the first tag with one that has the second. What may lack that has a gap there. */
function listNeeding(groups: Groups, { path, rows }: Column): readonly Row[] {
  const having = new Set(rows.filter(({ reading }) => reading.kind === "values").map(({ node }) => node));
  const needing = new Set(
    listShared(groups)
      .filter((members) => members.some((node) => having.has(node)))
      .flat(),
  );
  return rows
    .filter(({ node }) => having.size === 0 || rows.length === 1 || needing.has(node))
    .map(({ node, reading }) => ({ node, reading: demand(reading, path) }));
}

function demand(reading: TagReading, path: readonly string[]): TagReading {
  const mayBeAbsent = reading.kind === "values" && certainValuesOf(reading) === undefined;
  return mayBeAbsent ? { kind: "gap", reason: "optional", path } : reading;
}

function tellByOne(
  source: TagSource,
  branches: Branches,
  column: Column,
): Outcome<TaggedBranches | undefined> {
  const value = tagByProperty(column.path, column.rows, 1);
  if (value) return { value, diagnostics: [] };
  const gaps = findGaps(source, branches, column);
  if (gaps.length > 0) return { value: undefined, diagnostics: gaps };
  const read = column.rows.map(({ node, reading }) => ({ node, values: [valuesOf(reading)] }));
  return { value: undefined, diagnostics: findOverlaps(source, { branches: read }, [column.path]) };
}

/** A name with dots is one property where every member requires it as it stands. */
function readPath({ facts }: TagSource, subjects: readonly Subject[], tag: string): readonly string[] {
  return subjects.every(({ node, beside }) => isRequired(facts, [...beside, node], tag))
    ? [tag]
    : tag.split(".");
}

function valuesOf(reading: Row["reading"]): readonly TagValue[] {
  return reading.kind === "values" ? reading.values : [];
}

function findGaps({ graph }: TagSource, branches: Branches, { path, rows }: Column): Diagnostic[] {
  return rows.flatMap(({ node, reading }) =>
    reading.kind === "values" ? [] : reportGap(nodeOf(graph, node), path, reading, branches),
  );
}

/** For each member that has tag values of an earlier one: which member, and which values. Several may lack a tag. */
function findOverlaps(
  { graph }: TagSource,
  { branches }: Pick<TaggedBranches, "branches">,
  paths: readonly (readonly string[])[],
): Diagnostic[] {
  const taken = new Map<string, NodeId>();
  return branches.flatMap(({ node, values }) => {
    const combinations = values
      .map((each) => each ?? [])
      .reduce<TagValue[][]>(multiply, [[]])
      .filter(([first]) => paths.length > 1 || first !== undefined);
    const shared = combinations.find((combination) => taken.has(keyOf(combination)));
    const other = shared && taken.get(keyOf(shared));
    for (const combination of combinations) taken.set(keyOf(combination), node);
    if (!shared || other === undefined) return [];
    return reportOverlap(nodeOf(graph, other), nodeOf(graph, node), paths, shared);
  });
}

function multiply(prefixes: readonly TagValue[][], values: readonly TagValue[]): TagValue[][] {
  return prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]));
}

function keyOf(values: readonly TagValue[]): string {
  return JSON.stringify(values.map((value) => [typeof value, String(value)]));
}
