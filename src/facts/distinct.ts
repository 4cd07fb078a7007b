import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Facts } from "./facts.js";
import { ValueSet } from "./value-set.js";

/** Schemas that are compared with each other; among more, some are taken to overlap. */
const branchBudget = 32;

/** Whether facts show that no value is valid by two of the schemas: by its type, its value, or that of a property that both require. */
export function areDistinct(facts: Facts, nodes: readonly NodeId[]): boolean {
  if (nodes.length > branchBudget) return false;
  return nodes.every((node, index) => nodes.slice(0, index).every((other) => exclude(facts, node, other)));
}

function exclude(facts: Facts, one: NodeId, other: NodeId): boolean {
  if ((facts.types(one) & facts.types(other)) === 0) return true;
  if (haveNoneInCommon(facts.literals(one), facts.literals(other))) return true;
  const shared = [...facts.requiredKeys(one)].filter((key) => facts.requiredKeys(other).has(key));
  return shared.some((key) => haveNoneInCommon(literalsAt(facts, one, key), literalsAt(facts, other, key)));
}

/** The values that a property may have, by the first schema of it that lists them. */
function literalsAt(facts: Facts, node: NodeId, key: string): readonly JsonValue[] | undefined {
  return facts
    .propertySchemas(node, key)
    .map((schema) => facts.literals(schema))
    .find((values) => values !== undefined);
}

function haveNoneInCommon(
  some: readonly JsonValue[] | undefined,
  others: readonly JsonValue[] | undefined,
): boolean {
  if (!some || !others) return false;
  const known = new ValueSet(some);
  return !others.some((value) => known.has(value));
}
