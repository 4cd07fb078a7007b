import type { Facts } from "../facts/facts.js";
import { noTypes } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { ArrayCheck } from "./check-plan.js";

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
  if (items === undefined) return checks;
  const site = { node, tokens: ["items"] };
  const from = prefixItems.length;
  if (facts.types(items) === noTypes) checks.push({ kind: "noItems", from, site });
  else checks.push({ kind: "items", from, value: { node: items, site } });
  return checks;
}
