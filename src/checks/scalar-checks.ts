import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { LiteralCheck, NumberCheck, StringCheck } from "./check-plan.js";

const numberKeywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
export function planNumbers(node: NodeId, schema: CanonicalSchema): NumberCheck[] {
  return numberKeywords.flatMap((kind) => {
    const limit = schema[kind];
    return limit === undefined ? [] : [{ kind, limit, site: { node, keyword: kind } }];
  });
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
export function planStrings(node: NodeId, schema: CanonicalSchema): StringCheck[] {
  const checks: StringCheck[] = [];
  for (const kind of ["minLength", "maxLength"] as const) {
    const limit = schema[kind];
    if (limit !== undefined) checks.push({ kind, limit, site: { node, keyword: kind } });
  }
  if (schema.pattern)
    checks.push({ kind: "pattern", pattern: schema.pattern, site: { node, keyword: "pattern" } });
  if (schema.format?.asserted) {
    checks.push({ kind: "format", format: schema.format.name, site: { node, keyword: "format" } });
  }
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
export function planLiterals(node: NodeId, schema: CanonicalSchema): LiteralCheck[] {
  const checks: LiteralCheck[] = [];
  if (schema.enum) checks.push({ values: schema.enum, site: { node, keyword: "enum" } });
  if (schema.const) checks.push({ values: [schema.const.value], site: { node, keyword: "const" } });
  return checks;
}
