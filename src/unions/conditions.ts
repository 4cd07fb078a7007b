import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { listInline } from "./branches.js";
import type { TaggedBranches } from "./search-tags.js";
import { tagByProperty } from "./search-tags.js";
import type { TagSource } from "./tags.js";
import { areObjects, certainValuesOf, listKeys, readTag } from "./tags.js";
import type { ConditionDecision, TagValue } from "./unions.js";

/**
 * The tag of an object whose `allOf` has conditions on it: at least two `if`, each of which names values of one enumerated property.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
 */
export function searchConditions(source: TagSource, node: NodeId): TaggedBranches | undefined {
  const { graph } = source;
  const tests = listConditional(source, node).flatMap((id) => keywordsOf(graph, id).if ?? []);
  if (tests.length < 2) return undefined;
  const [first, ...others] = tests.map((test) => new Set(listKeys(source, [test])));
  const keys = [...(first ?? [])].filter((key) => others.every((names) => names.has(key)));
  return keys
    .filter((key) => tests.every((test) => isTested(source, test, key)))
    .map((key) => tagByProperty([key], [{ node, reading: readTag(source, [node], [key]) }]))
    .find((tagged) => tagged !== undefined);
}

/** Whether the test lists values of the property. */
function isTested({ facts }: TagSource, test: NodeId, key: string): boolean {
  return facts.propertySchemas(test, key).some((id) => facts.literals(id) !== undefined);
}

/** Conditions of which one property decides; of fewer it is not worth a table. */
const fewest = 2;

/** What one enumerated property decides of the conditions that are part of an object, where each asks for nothing but its value. */
export function decideConditions(source: TagSource, node: NodeId): ConditionDecision | undefined {
  const { graph, facts } = source;
  const holders = listConditional(source, node);
  if (holders.length < fewest || !areObjects(facts, [node])) return undefined;
  const tests = holders.map((id) => testOf(source, id));
  const [key, ...others] = new Set(tests.map((test) => test?.key));
  if (key === undefined || others.length > 0) return undefined;
  const values = certainValuesOf(readTag(source, [node], [key]));
  if (values === undefined) return undefined;
  const groups = new Map<string, { values: TagValue[]; then: readonly NodeId[] }>();
  for (const value of values) {
    const then = holders.flatMap((id, index) => {
      const { then: fulfilled, else: failed } = keywordsOf(graph, id);
      return (tests[index]?.values.includes(value) ? fulfilled : failed) ?? [];
    });
    const group = groups.get(then.join());
    if (group) group.values.push(value);
    else groups.set(then.join(), { values: [value], then });
  }
  return { kind: "conditions", key, holders, cases: [...groups.values()] };
}

/** The parts of an object that are conditions. */
function listConditional(source: TagSource, node: NodeId): readonly NodeId[] {
  return listInline(source, node).filter((id) => {
    const { if: test, then, else: other } = keywordsOf(source.graph, id);
    return test !== undefined && (then ?? other) !== undefined;
  });
}

/** The property that an `if` asks for, and its values; undefined where it asks for more, or for less. */
function testOf(
  { graph, facts }: TagSource,
  holder: NodeId,
): { readonly key: string; readonly values: readonly unknown[] } | undefined {
  const { if: test } = keywordsOf(graph, holder);
  if (test === undefined) return undefined;
  const { properties, required = [], type = ["object"], ...more } = keywordsOf(graph, test);
  const [[key, schema] = [], ...others] = properties ?? [];
  if (key === undefined || schema === undefined || others.length > 0) return undefined;
  if (Object.keys(more).length > 0 || type.join() !== "object" || required.some((name) => name !== key))
    return undefined;
  const values = facts.literals(schema);
  return values?.every((value) => facts.mustAdmit(schema, value)) ? { key, values } : undefined;
}
