import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { TaggedBranches } from "./search-tags.js";
import { tagByProperty } from "./search-tags.js";
import type { TagSource } from "./tags.js";
import { listKeys, readTag } from "./tags.js";

/**
 * The tag of an object whose `allOf` has conditions on it: at least two `if`, each of which names values of one enumerated property.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
 */
export function searchConditions(source: TagSource, node: NodeId): TaggedBranches | undefined {
  const { graph, facts } = source;
  const tests = facts
    .conjuncts(node)
    .map((id) => keywordsOf(graph, id))
    .flatMap(({ if: test, then, else: other }) => (test !== undefined && (then ?? other) ? [test] : []));
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
