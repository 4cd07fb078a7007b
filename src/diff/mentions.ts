import type { CanonicalSchema, NodeId, Pattern } from "../schema/schema-graph.js";
import { listInPlace } from "../facts/keyword-table.js";

/** What a schema, and all that may apply to the same value, say of members and items: what may be evaluated. */
export interface Mentions {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
  /** Whether something below the schema itself claims all other properties. */
  readonly claimsProperties: boolean;
  /** How many items are named by place, and whether something claims others. */
  readonly places: number;
  readonly claimsItems: boolean;
}

export function findMentions(keywordsOf: (id: NodeId) => CanonicalSchema, start: NodeId): Mentions {
  const found = new Set([start]);
  const names = new Set<string>();
  const patterns: Pattern[] = [];
  let [claimsProperties, claimsItems, places] = [false, false, 0];
  for (const id of found) {
    const schema = keywordsOf(id);
    for (const child of listInPlace(schema)) found.add(child);
    const { properties, patternProperties = [], required = [], dependentRequired, dependentSchemas } = schema;
    for (const name of [...(properties?.keys() ?? []), ...required]) names.add(name);
    for (const name of [...(dependentRequired?.keys() ?? []), ...(dependentSchemas?.keys() ?? [])])
      names.add(name);
    for (const others of dependentRequired?.values() ?? []) for (const name of others) names.add(name);
    patterns.push(...patternProperties.map(({ pattern }) => pattern));
    claimsProperties ||= schema.additionalProperties !== undefined;
    claimsItems ||= schema.items !== undefined || schema.contains !== undefined;
    places = Math.max(places, schema.prefixItems?.length ?? 0);
    if (id === start) continue;
    claimsProperties ||= schema.unevaluatedProperties !== undefined;
    claimsItems ||= schema.unevaluatedItems !== undefined;
  }
  return { names, patterns, claimsProperties, places, claimsItems };
}
