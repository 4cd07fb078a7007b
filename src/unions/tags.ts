import type { Facts } from "../facts/facts.js";
import { keywordsOf } from "../facts/conjuncts.js";
import { jsonTypesOf } from "../schema/type-set.js";
import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { TagValue } from "./unions.js";

/**
 * The values that every instance of `node` has at `path`, one of them; undefined where the path is not required all along, or
 * its value is not one of finitely many scalars.
 */
export function findTagValues(
  facts: Facts,
  node: NodeId,
  path: readonly string[],
): readonly TagValue[] | undefined {
  let applying: readonly NodeId[] = [node];
  for (const key of path) {
    const holders = applying;
    if (!holders.some((id) => facts.requiredKeys(id).has(key))) return undefined;
    if (!holders.some((id) => jsonTypesOf(facts.types(id)).join() === "object")) return undefined;
    applying = holders.flatMap((id) => facts.propertySchemas(id, key));
  }
  return scalarsAmong(facts, applying);
}

/** The values that all the schemas leave together. */
function scalarsAmong(facts: Facts, nodes: readonly NodeId[]): readonly TagValue[] | undefined {
  const sets = nodes.map((id) => facts.literals(id)).filter((set) => set !== undefined);
  const [first, ...others] = sets;
  const values = first?.filter((value) => others.every((set) => set.includes(value)));
  return values?.every(isTagValue) ? values : undefined;
}

function isTagValue(value: JsonValue): value is TagValue {
  return typeof value !== "object" || value === null;
}

/** Whether no value belongs to two branches. */
export function areDisjoint(sets: readonly (readonly TagValue[])[]): boolean {
  const all = sets.flat();
  return new Set(all).size === all.length;
}

/** Property names that every branch requires, in the first one's order: the candidates for a tag. */
export function findCandidates(graph: SchemaGraph, facts: Facts, branches: readonly NodeId[]): string[] {
  const [first, ...others] = branches.map((id) => facts.requiredKeys(id));
  if (first === undefined) return [];
  const declared = facts
    .conjuncts(branches[0] as NodeId)
    .flatMap((id) => [...(keywordsOf(graph, id).properties?.keys() ?? [])]);
  const ordered = [...new Set([...declared, ...first])];
  return ordered.filter((key) => first.has(key) && others.every((keys) => keys.has(key)));
}
