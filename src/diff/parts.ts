import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";

/** A subschema, under the keyword that holds it and the tokens behind that. */
export interface Part {
  readonly keyword: keyof CanonicalSchema;
  readonly tokens: readonly string[];
  readonly id: NodeId;
}

const single = [
  "$ref",
  "items",
  "additionalProperties",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
  "not",
  "if",
  "then",
  "else",
] as const satisfies readonly (keyof CanonicalSchema)[];
const listed = [
  "prefixItems",
  "allOf",
  "anyOf",
  "oneOf",
] as const satisfies readonly (keyof CanonicalSchema)[];
const mapped = ["properties", "dependentSchemas"] as const satisfies readonly (keyof CanonicalSchema)[];

/** Every subschema that changes a verdict. */
export function listParts(schema: boolean | CanonicalSchema): Part[] {
  if (typeof schema === "boolean") return [];
  const parts: Part[] = [];
  for (const keyword of single) {
    const id = schema[keyword];
    if (id !== undefined) parts.push({ keyword, tokens: [keyword], id });
  }
  for (const keyword of listed)
    for (const [index, id] of (schema[keyword] ?? []).entries())
      parts.push({ keyword, tokens: [keyword, String(index)], id });
  for (const keyword of mapped)
    for (const [key, id] of schema[keyword] ?? []) parts.push({ keyword, tokens: [keyword, key], id });
  for (const { pattern, schema: id } of schema.patternProperties ?? [])
    parts.push({ keyword: "patternProperties", tokens: ["patternProperties", pattern.source], id });
  if (schema.contains) parts.push({ keyword: "contains", tokens: ["contains"], id: schema.contains.schema });
  return parts;
}

const holders: ReadonlySet<string> = new Set([...single, ...listed, ...mapped, "patternProperties"]);

/** What a keyword says apart from its subschemas, as text that is the same where that is. */
export function printStatement(schema: CanonicalSchema, keyword: keyof CanonicalSchema): string {
  if (holders.has(keyword) || keyword === "contentSchema") return "";
  if (keyword === "contains") return String(schema.contains?.evaluates);
  const value = schema[keyword];
  if (keyword === "required" || keyword === "type" || keyword === "enum")
    return JSON.stringify([...(schema[keyword] ?? [])].map((each) => JSON.stringify(each)).sort());
  return JSON.stringify(value instanceof Map ? [...value] : value) ?? "";
}
