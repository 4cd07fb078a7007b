import type { Facts } from "../facts/facts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { readPlainUnion } from "./branches.js";
import type { TagSource } from "./tags.js";
import { areObjects, isRequired, listKeys, listSchemasAt } from "./tags.js";

/** A path at which a tag may stand. */
export interface Candidate {
  readonly path: readonly string[];
  /** Whether the same schemas say what stands there in every member, so that it tells none of them apart. */
  readonly isCommon: boolean;
}

/** A path to objects, and the schemas of these for each member; of one for all where they are the same. */
interface Holder extends Candidate {
  readonly groups: readonly (readonly NodeId[])[];
}

/** So deep tags are sought. */
const depthBudget = 4;
/** So many paths are tried. */
const pathBudget = 256;

/**
 * Paths of properties that all members have room for, outer ones first: each step but the last is required in all of them. Inner ones are
 * sought where the caller goes on to them. `groups`: for each member the schemas that say what it is, its own last.
 */
export function* listPaths(source: TagSource, groups: readonly (readonly NodeId[])[]): Iterable<Candidate> {
  let count = 0;
  const canMerge = groups.length > 1 && groups.every((nodes) => !isUnion(source, nodes.at(-1)));
  let level: readonly Holder[] = [{ path: [], isCommon: false, groups }];
  for (let depth = 1; depth <= depthBudget; depth++) {
    const inner: Holder[] = [];
    for (const { path: outer, isCommon, groups: holders } of level) {
      for (const key of listKeys(source, holders[0] ?? [])) {
        const path = [...outer, key];
        yield { path, isCommon };
        if (++count === pathBudget) return;
        const held = depth < depthBudget ? holdAt(source, holders, key) : undefined;
        if (!held) continue;
        const isSame = isCommon || (canMerge && areSame(source.facts, held));
        inner.push({ path, isCommon: isSame, groups: isSame ? held.slice(0, 1) : held });
      }
    }
    level = inner;
  }
}

/** Whether it may have, by what its own members say, more than is said of it. */
function isUnion(source: TagSource, node: NodeId | undefined): boolean {
  return node !== undefined && readPlainUnion(source, source.facts.resolve(node)) !== undefined;
}

/** What holds the properties of property `key`, for each member; undefined where one need not have an object there. */
function holdAt(
  { facts }: TagSource,
  groups: readonly (readonly NodeId[])[],
  key: string,
): readonly (readonly NodeId[])[] | undefined {
  const held: (readonly NodeId[])[] = [];
  for (const nodes of groups) {
    if (!isRequired(facts, nodes, key)) return undefined;
    const schemas = listSchemasAt(facts, nodes, key);
    if (!areObjects(facts, schemas)) return undefined;
    held.push(schemas);
  }
  return held;
}

/** Whether all the groups are one by other names. */
function areSame(facts: Facts, groups: readonly (readonly NodeId[])[]): boolean {
  const [first = [], ...others] = groups;
  const targets = first.map((id) => facts.resolve(id));
  return others.every(
    (nodes) =>
      nodes.length === targets.length && nodes.every((id, index) => facts.resolve(id) === targets[index]),
  );
}
