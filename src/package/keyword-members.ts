import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { createObject } from "./json-object.js";

/** How other nodes are written into a schema. */
export interface NodeWriter {
  /** A subschema, which stands in its holder at `tokens`. */
  subschema(child: NodeId, ...tokens: readonly string[]): JsonValue;
  /** A URI reference to a node. */
  reference(target: NodeId): string;
}

/** The keywords that stand under their own name, unlike the user's. */
type Keywords = Required<Omit<CanonicalSchema, "extensions">>;

type KeywordPrinters = {
  readonly [K in keyof Keywords]: (value: Keywords[K], nodes: NodeWriter) => JsonValue;
};

const data = (value: JsonValue): JsonValue => value;
const schema =
  (keyword: string) =>
  (value: NodeId, nodes: NodeWriter): JsonValue =>
    nodes.subschema(value, keyword);
const schemas =
  (keyword: string) =>
  (values: readonly NodeId[], nodes: NodeWriter): JsonValue =>
    values.map((value, index) => nodes.subschema(value, keyword, String(index)));
const schemaMap =
  (keyword: string) =>
  (members: Iterable<readonly [string, NodeId]>, nodes: NodeWriter): JsonValue =>
    createObject([...members].map(([key, value]) => [key, nodes.subschema(value, keyword, key)]));

const printers: KeywordPrinters = {
  $ref: (target, nodes) => nodes.reference(target),
  type: (types) => (types.length === 1 ? (types[0] ?? []) : types),
  enum: data,
  const: ({ value }) => value,
  minimum: data,
  maximum: data,
  exclusiveMinimum: data,
  exclusiveMaximum: data,
  multipleOf: data,
  minLength: data,
  maxLength: data,
  pattern: ({ source }) => source,
  format: ({ name }) => name,
  prefixItems: schemas("prefixItems"),
  items: schema("items"),
  contains: ({ schema: item }, nodes) => nodes.subschema(item, "contains"),
  minContains: data,
  maxContains: data,
  minItems: data,
  maxItems: data,
  uniqueItems: data,
  unevaluatedItems: schema("unevaluatedItems"),
  properties: schemaMap("properties"),
  patternProperties: (members, nodes) =>
    schemaMap("patternProperties")(
      members.map((member) => [member.pattern.source, member.schema]),
      nodes,
    ),
  additionalProperties: schema("additionalProperties"),
  propertyNames: schema("propertyNames"),
  required: data,
  minProperties: data,
  maxProperties: data,
  dependentRequired: (names) => createObject(names),
  dependentSchemas: schemaMap("dependentSchemas"),
  unevaluatedProperties: schema("unevaluatedProperties"),
  allOf: schemas("allOf"),
  anyOf: schemas("anyOf"),
  oneOf: schemas("oneOf"),
  not: schema("not"),
  if: schema("if"),
  then: schema("then"),
  else: schema("else"),
  contentSchema: schema("contentSchema"),
};

/** A canonical schema's keywords as 2020-12 writes them, in the author's order. */
export function keywordMembers(
  schema: boolean | CanonicalSchema,
  nodes: NodeWriter,
): (readonly [string, JsonValue])[] {
  if (schema === true) return [];
  if (schema === false) return [["not", true]];
  const { extensions = [], ...keywords } = schema;
  const members = Object.entries(keywords).map(([keyword, value]): readonly [string, JsonValue] => {
    // Each value goes to the printer of its own keyword, which TypeScript cannot see.
    const print = printers[keyword as keyof Keywords] as (value: unknown, nodes: NodeWriter) => JsonValue;
    return [keyword, print(value, nodes)];
  });
  return [...members, ...extensions.map(({ name, argument }) => [name, argument] as const)];
}
