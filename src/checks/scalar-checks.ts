import { ValueSet } from "../facts/value-set.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { ExtensionCheck, LiteralCheck, NumberCheck, StringCheck } from "./check-plan.js";
import { numberFormatNames } from "./check-plan.js";
import { isKnownFormat } from "./unknown-formats.js";

const numberKeywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
export function planNumbers(node: NodeId, schema: CanonicalSchema): NumberCheck[] {
  const checks: NumberCheck[] = [];
  for (const kind of numberKeywords) {
    const limit = schema[kind];
    if (limit !== undefined) checks.push({ kind, limit, site: { node, tokens: [kind] } });
  }
  const { format } = schema;
  const named = format?.asserted ? numberFormatNames.find((name) => name === format.name) : undefined;
  if (named !== undefined && format?.export === undefined)
    checks.push({ kind: "format", format: named, site: { node, tokens: ["format"] } });
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
export function planStrings(node: NodeId, schema: CanonicalSchema): StringCheck[] {
  const { pattern, format } = schema;
  const checks: StringCheck[] = [];
  for (const kind of ["minLength", "maxLength"] as const) {
    const limit = schema[kind];
    if (limit !== undefined) checks.push({ kind, limit, site: { node, tokens: [kind] } });
  }
  if (pattern) checks.push({ kind: "pattern", pattern, site: { node, tokens: ["pattern"] } });
  if (format?.export !== undefined) {
    const site = { node, tokens: ["format"] };
    checks.push({ kind: "ownFormat", format: format.name, export: format.export, site });
  } else if (format?.asserted && isKnownFormat(format.name)) {
    checks.push({ kind: "format", format: format.name, site: { node, tokens: ["format"] } });
  }
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
export function planLiterals(node: NodeId, schema: CanonicalSchema): LiteralCheck[] {
  const checks: LiteralCheck[] = [];
  if (schema.enum)
    checks.push({ values: new ValueSet(schema.enum).values, site: { node, tokens: ["enum"] } });
  if (schema.const) checks.push({ values: [schema.const.value], site: { node, tokens: ["const"] } });
  return checks;
}

export function planExtensions(node: NodeId, { extensions = [] }: CanonicalSchema): ExtensionCheck[] {
  return extensions.map(({ name, argument, export: decidedBy }) => ({
    export: decidedBy,
    argument,
    site: { node, tokens: [name] },
  }));
}
