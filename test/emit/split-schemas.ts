import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";

export type Side = "read" | "write";

const keys = ["a", "b", "_c"];
const key = fc.constantFrom(...keys);
const names = fc.uniqueArray(key, { minLength: 1, maxLength: 2 });

/** Values that the schemas below speak of. */
export const splitValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue[]>(1, "x", null) },
    { weight: 4, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 3 }) },
  ),
})).value;

/** Schemas about three properties, some of which are only read or only written, over definitions A, which may refer to B, and B. */
export const splitSchema: fc.Arbitrary<JsonObject> = fc
  .tuple(schemaOf(["A", "B"]), schemaOf(["B"]), schemaOf([]))
  .map(([root, A, B]) => ({ ...root, $defs: { A, B } }));

function schemaOf(references: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.letrec<{ schema: JsonObject }>((tie) => {
    const schema = tie("schema");
    const schemas = fc.array(schema, { minLength: 1, maxLength: 2 });
    const keywords = {
      type: fc.constantFrom("object", "integer"),
      properties: fc.dictionary(key, schema, { minKeys: 1, maxKeys: 2 }),
      required: names,
      patternProperties: fc.record({ "^_": schema }),
      additionalProperties: fc.oneof(fc.constant(false), schema),
      unevaluatedProperties: fc.constant(false),
      dependentRequired: fc.dictionary(key, names, { maxKeys: 2 }),
      dependentSchemas: fc.dictionary(key, schema, { maxKeys: 2 }),
      allOf: schemas,
      anyOf: schemas,
      oneOf: schemas,
      not: schema,
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
      ...(references.length > 0
        ? { $ref: fc.constantFrom(...references.map((name) => `#/$defs/${name}`)) }
        : {}),
    };
    const single = Object.entries(keywords).map(([name, value]) =>
      (value as fc.Arbitrary<JsonValue>).map((given): JsonObject => ({ [name]: given })),
    );
    const flag = fc.constantFrom<JsonObject[]>({ readOnly: true }, { writeOnly: true });
    const conditional = fc.record({ if: schema, then: schema, else: schema }) as fc.Arbitrary<JsonObject>;
    const some = fc.array(fc.oneof(...single, conditional), { minLength: 1, maxLength: 3 });
    return {
      schema: fc.oneof(
        { maxDepth: 3 },
        { weight: 1, arbitrary: flag },
        { weight: 5, arbitrary: some.map((each) => Object.assign({}, ...each) as JsonObject) },
      ),
    };
  }).schema;
}

/**
 * What is read or written of a document without circles, by itself: each reference replaced by what it leads to, `false` where a
 * property is withheld, and no requirement of it anywhere beside.
 */
export function splitDocument(document: JsonObject, side: Side): JsonObject {
  const { $defs, ...root } = document;
  return splitTree(expand(root, $defs as JsonObject), side, []);
}

function expand(schema: JsonObject, definitions: JsonObject): JsonObject {
  const { $ref, ...own } = mapSchemas(schema, (below) => expand(below, definitions));
  if (typeof $ref !== "string") return own;
  const target = definitions[$ref.slice("#/$defs/".length)] as JsonObject;
  return { ...own, allOf: [...((own["allOf"] ?? []) as JsonValue[]), expand(target, definitions)] };
}

function splitTree(schema: JsonObject, side: Side, beside: readonly string[]): JsonObject {
  const hidden = new Set([...beside, ...listHidden(schema, side)]);
  const shown = (some: JsonValue): JsonValue[] => (some as string[]).filter((name) => !hidden.has(name));
  const split = mapSchemas(schema, (below, keyword, own) => {
    if (keyword === "not" || keyword === "if") return below;
    if (isProperty(keyword)) return isHidden(below, side) ? false : splitTree(below, side, []);
    const others = inPlace(schema).filter(
      (each) => !own(each.schema) && !areAlternatives(each.keyword, keyword),
    );
    const around = [...beside, ...listOwnHidden(schema, side)];
    return splitTree(below, side, [...around, ...others.flatMap((each) => listHidden(each.schema, side))]);
  });
  const { required, dependentRequired } = split;
  const dependent = Object.entries((dependentRequired ?? {}) as JsonObject).map(([name, some]) => [
    name,
    shown(some),
  ]);
  return {
    ...split,
    ...(required ? { required: shown(required) } : {}),
    ...(dependentRequired ? { dependentRequired: Object.fromEntries(dependent) as JsonObject } : {}),
  };
}

function isProperty(keyword: string): boolean {
  return keyword.endsWith("roperties");
}

function areAlternatives(left: string, right: string): boolean {
  const group = (keyword: string) => (keyword === "else" ? "then" : keyword);
  return group(left) === group(right) && ["anyOf", "oneOf", "then"].includes(group(left));
}

function isHidden(schema: JsonValue, side: Side): boolean {
  if (!isJsonObject(schema)) return false;
  const parts = (schema["allOf"] ?? []) as JsonObject[];
  return (
    schema[side === "read" ? "writeOnly" : "readOnly"] === true || parts.some((part) => isHidden(part, side))
  );
}

/** The keys that a schema, or anything that may apply in place of it, withholds. */
function listHidden(schema: JsonObject, side: Side): string[] {
  return [
    ...listOwnHidden(schema, side),
    ...inPlace(schema).flatMap((each) => listHidden(each.schema, side)),
  ];
}

function listOwnHidden(schema: JsonObject, side: Side): string[] {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
  return keys.filter((name) => {
    const claims = [(properties as JsonObject)[name]];
    if (name.startsWith("_")) claims.push((patternProperties as JsonObject)["^_"]);
    const claiming = claims.filter((claim) => claim !== undefined);
    return (claiming.length === 0 ? [additionalProperties] : claiming).some((claim) => isHidden(claim, side));
  });
}

/** What may apply to the same instance, without tests. */
function inPlace(schema: JsonObject): { readonly keyword: string; readonly schema: JsonObject }[] {
  const found: { keyword: string; schema: JsonObject }[] = [];
  mapSchemas(schema, (below, keyword) => {
    if (!isProperty(keyword) && keyword !== "not" && keyword !== "if") found.push({ keyword, schema: below });
    return below;
  });
  return found;
}

/** The schema with others below it; `own` says whether a schema is the one that stands there. */
function mapSchemas(
  schema: JsonObject,
  map: (below: JsonObject, keyword: string, own: (other: JsonObject) => boolean) => JsonValue,
): JsonObject {
  const at = (keyword: string, below: JsonValue): JsonValue =>
    isJsonObject(below) ? map(below, keyword, (other) => other === below) : below;
  const entries = Object.entries(schema).map(([keyword, value]): [string, JsonValue] => {
    if (["allOf", "anyOf", "oneOf"].includes(keyword))
      return [keyword, (value as JsonValue[]).map((below) => at(keyword, below))];
    if (["properties", "patternProperties", "dependentSchemas"].includes(keyword)) {
      const members = Object.entries(value as JsonObject).map(([name, below]) => [name, at(keyword, below)]);
      return [keyword, Object.fromEntries(members) as JsonObject];
    }
    const holds = isProperty(keyword) || ["not", "if", "then", "else"].includes(keyword);
    return [keyword, holds ? at(keyword, value) : value];
  });
  return Object.fromEntries(entries);
}
