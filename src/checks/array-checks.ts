import type { Facts } from "../facts/facts.js";
import { noTypes } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { ArrayCheck, ContainsCheck } from "./check-plan.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1 */
export function planArrays(node: NodeId, schema: CanonicalSchema, facts: Facts): ArrayCheck[] {
  const { prefixItems = [], items } = schema;
  const checks: ArrayCheck[] = [];
  for (const kind of ["minItems", "maxItems"] as const) {
    const limit = schema[kind];
    if (limit !== undefined) checks.push({ kind, limit, site: { node, tokens: [kind] } });
  }
  prefixItems.forEach((item, index) =>
    checks.push({
      kind: "item",
      index,
      value: { node: item, site: { node, tokens: ["prefixItems", `${index}`] } },
    }),
  );
  if (items !== undefined) {
    const site = { node, tokens: ["items"] };
    const from = prefixItems.length;
    if (facts.types(items) === noTypes) checks.push({ kind: "noItems", from, site });
    else checks.push({ kind: "items", from, value: { node: items, site } });
  }
  checks.push(...planContains(node, schema));
  // It costs the most.
  if (schema.uniqueItems) checks.push({ kind: "uniqueItems", site: { node, tokens: ["uniqueItems"] } });
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4.4 */
function planContains(node: NodeId, schema: CanonicalSchema): ContainsCheck[] {
  const { contains, minContains, maxContains } = schema;
  if (!contains) return [];
  const [least, most] = [minContains ?? 1, maxContains ?? Infinity];
  if (least === 0 && most === Infinity) return [];
  const site = { node, tokens: ["contains"] };
  return [
    {
      kind: "contains",
      value: { node: contains.schema, site },
      least,
      most,
      leastSite: minContains === undefined ? site : { node, tokens: ["minContains"] },
      mostSite: { node, tokens: ["maxContains"] },
    },
  ];
}
