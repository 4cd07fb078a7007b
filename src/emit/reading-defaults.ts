import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { Member, Type } from "../types/type-model.js";
import type { Code } from "./code.js";
import { valueLiteral } from "./code.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";

/**
 * The default of a member as an expression: its own, or that of what it refers to. Undefined where it has none, where it is not certain
 * to meet the schema, and where the type of the member has no literals.
 */
export function findDefault(models: Models, { source, type }: Member): Code | undefined {
  if (source === undefined) return undefined;
  const { graph, facts } = models;
  const all = facts.conjuncts(source).map((id) => graph.nodes.get(id)?.annotations.default);
  const value = all.find((each) => each !== undefined);
  if (value === undefined || !isCertain(models, source, value)) return undefined;
  return isWritable(models, type, value) ? valueLiteral(value) : undefined;
}

/** Keywords that are decided here; of what has others, nothing is certain. */
const decided: ReadonlySet<keyof CanonicalSchema> = new Set([
  ...([
    "$ref",
    "allOf",
    "type",
    "enum",
    "const",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "multipleOf",
  ] as const),
  ...(["exclusiveMaximum", "minLength", "maxLength", "pattern", "items", "minItems", "maxItems"] as const),
  ...(["properties", "required", "additionalProperties", "minProperties", "maxProperties"] as const),
]);

/** Whether a value certainly meets a schema. */
function isCertain(models: Models, node: NodeId, value: JsonValue): boolean {
  const { graph, facts } = models;
  if (facts.mustAdmit(node, value)) return true;
  return facts.conjuncts(node).every((id) => {
    const schema = graph.nodes.get(id)?.schema;
    if (typeof schema !== "object") return schema === true;
    const keywords = Object.keys(schema) as (keyof CanonicalSchema)[];
    const isDecided = keywords.every(
      (keyword) => decided.has(keyword) || (keyword === "format" && !schema.format?.asserted),
    );
    return isDecided && facts.mayAdmit(id, value) && meets(models, schema, value);
  });
}

function meets(models: Models, schema: CanonicalSchema, value: JsonValue): boolean {
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
    if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) return false;
    const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
    return value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  }
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Infinity, pattern } = schema;
    const length = Array.from(value).length;
    const isMatch = !pattern || new RegExp(pattern.source, pattern.flags).test(value);
    return length >= minLength && length <= maxLength && isMatch;
  }
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Infinity, items } = schema;
    const isSized = value.length >= minItems && value.length <= maxItems;
    return isSized && value.every((item: JsonValue) => items === undefined || isCertain(models, items, item));
  }
  if (!isJsonObject(value)) return true;
  const {
    required = [],
    properties,
    additionalProperties,
    minProperties = 0,
    maxProperties = Infinity,
  } = schema;
  const members = Object.entries(value);
  const isSized = members.length >= minProperties && members.length <= maxProperties;
  if (!isSized || required.some((key) => !Object.hasOwn(value, key))) return false;
  return members.every(([key, member]) => {
    const node = properties?.get(key) ?? additionalProperties;
    return node === undefined || isCertain(models, node, member);
  });
}

/** Whether the compiler takes the value, written out, for one of the type; it takes no member that an object does not name. */
function isWritable(models: Models, type: Type, value: JsonValue): boolean {
  if (type.kind === "reference") return isWritable(models, declaredType(models, type.target), value);
  if (type.kind === "brand" || type.kind === "imported" || type.kind === "unknown-tag") return false;
  if (type.kind === "union") return type.members.some((member) => isWritable(models, member, value));
  if (Array.isArray(value)) {
    if (type.kind === "unknown") return true;
    return type.kind === "array" && value.every((item: JsonValue) => isWritable(models, type.item, item));
  }
  if (isJsonObject(value)) {
    if (type.kind === "unknown") return true;
    if (type.kind !== "object" || type.bases.length > 0) return false;
    return Object.entries(value).every(([key, member]) => {
      const named =
        type.members.find((each) => each.key === key) ?? type.indexes.find(({ template }) => !template);
      return named !== undefined && isWritable(models, named.type, member);
    });
  }
  if (type.kind === "literal") return type.value === value;
  if (type.kind === "primitive") return type.name === (value === null ? "null" : typeof value);
  if (type.kind === "open-string") return typeof value === "string";
  return type.kind === "unknown" || type.kind === "tag";
}
