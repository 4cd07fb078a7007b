import type { JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import type { CanonicalSchema, NodeId, SchemaGraph, TypeName } from "../../src/schema/schema-graph.js";

/** No JSON value: no keyword speaks of it, and none that states types or values admits it. */
export const noJson = Symbol("no JSON");

export type Instance = JsonValue | typeof noJson;

/** Whether the specification calls `instance` valid: a plain walk over the canonical graph, keyword by keyword. */
export function isValid(graph: SchemaGraph, id: NodeId, instance: Instance): boolean {
  const node = graph.nodes.get(id);
  if (!node) throw new Error(`No node ${id}`);
  const { schema } = node;
  if (typeof schema === "boolean") return schema;
  const isMet = (each: NodeId): boolean => isValid(graph, each, instance);
  return (
    meetsStatements(schema, instance) &&
    (instance === noJson || meetsParts(graph, schema, instance)) &&
    (schema.$ref === undefined || isMet(schema.$ref)) &&
    (schema.allOf?.every(isMet) ?? true) &&
    (schema.anyOf?.some(isMet) ?? true) &&
    (schema.oneOf === undefined || schema.oneOf.filter(isMet).length === 1) &&
    (schema.not === undefined || !isMet(schema.not))
  );
}

function meetsStatements(
  { type, enum: values, const: constant }: CanonicalSchema,
  instance: Instance,
): boolean {
  return (
    (type?.some((name) => hasType(instance, name)) ?? true) &&
    (values?.some((value) => isSame(value, instance)) ?? true) &&
    (constant === undefined || isSame(constant.value, instance))
  );
}

function hasType(instance: Instance, name: TypeName): boolean {
  if (name === "integer") return Number.isInteger(instance);
  if (name === "null") return instance === null;
  if (name === "array") return Array.isArray(instance);
  return name === "object" ? isJsonObject(instance) : typeof instance === name;
}

function isSame(left: JsonValue, right: Instance): boolean {
  return right !== noJson && spell(left) === spell(right);
}

/** One text for all values that are equal. */
export function spell(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(spell).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${spell(member)}`);
  return `{${members.sort().join()}}`;
}

function meetsParts(graph: SchemaGraph, schema: CanonicalSchema, instance: JsonValue): boolean {
  if (typeof instance === "number") return meetsNumbers(schema, instance);
  if (typeof instance === "string") return meetsStrings(schema, instance);
  if (Array.isArray(instance)) return meetsItems(graph, schema, instance);
  return !isJsonObject(instance) || meetsMembers(graph, schema, instance);
}

function meetsNumbers({ minimum = -Infinity, maximum = Infinity }: CanonicalSchema, value: number): boolean {
  return value >= minimum && value <= maximum;
}

function meetsStrings({ minLength = 0, maxLength = Infinity }: CanonicalSchema, value: string): boolean {
  const { length } = Array.from(value);
  return length >= minLength && length <= maxLength;
}

function meetsItems(graph: SchemaGraph, schema: CanonicalSchema, items: readonly JsonValue[]): boolean {
  const { prefixItems = [], items: rest, minItems = 0, maxItems = Infinity } = schema;
  const schemaOf = (index: number): NodeId | undefined => prefixItems[index] ?? rest;
  return (
    items.length >= minItems &&
    items.length <= maxItems &&
    items.every((item, index) => {
      const id = schemaOf(index);
      return id === undefined || isValid(graph, id, item);
    })
  );
}

function meetsMembers(
  graph: SchemaGraph,
  schema: CanonicalSchema,
  instance: Readonly<Record<string, JsonValue>>,
): boolean {
  const { properties, patternProperties = [], additionalProperties, required = [] } = schema;
  return (
    required.every((key) => Object.hasOwn(instance, key)) &&
    Object.entries(instance).every(([key, value]) => {
      const named = properties?.get(key);
      const applying = patternProperties
        .filter(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(key))
        .map((each) => each.schema);
      if (named !== undefined) applying.push(named);
      if (applying.length === 0 && additionalProperties !== undefined) applying.push(additionalProperties);
      return applying.every((id) => isValid(graph, id, value));
    })
  );
}
