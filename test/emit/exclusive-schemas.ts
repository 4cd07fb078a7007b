import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";

const keys = ["a", "b", "c", "_d"];
const key = fc.constantFrom(...keys);
const names = fc.uniqueArray(key, { minLength: 1, maxLength: 2 });

/** Values that the schemas below speak of. */
export const exclusiveValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue[]>(1, "x", null) },
    { weight: 4, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 3 }) },
  ),
})).value;

/** Schemas about four properties, mostly alternatives of each other, over definitions A, which may refer to B, and B. */
export const exclusiveSchema: fc.Arbitrary<JsonObject> = fc
  .tuple(alternativesOf(["A", "B"]), schemaOf(["B"]), schemaOf([]))
  .map(([root, A, B]) => ({ ...root, $defs: { A, B } }));

function alternativesOf(references: readonly string[]): fc.Arbitrary<JsonObject> {
  const schema = schemaOf(references);
  return fc
    .tuple(schema, fc.array(schema, { minLength: 2, maxLength: 3 }))
    .map(([around, oneOf]) => ({ ...around, oneOf }));
}

function schemaOf(references: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.letrec<{ schema: JsonObject }>((tie) => {
    const schema = tie("schema");
    const schemas = fc.array(schema, { minLength: 1, maxLength: 2 });
    const alternatives = fc.array(schema, { minLength: 2, maxLength: 3 });
    const rest = fc.oneof(fc.constant<JsonValue>(false), fc.constant<JsonValue>({}), schema);
    const keywords: Record<string, fc.Arbitrary<JsonValue>> = {
      type: fc.constantFrom<JsonValue[]>("object", "integer", ["object", "null"]),
      properties: fc.dictionary(
        key,
        fc.oneof({ weight: 5, arbitrary: schema }, { weight: 1, arbitrary: fc.constant(false) }),
        {
          minKeys: 1,
          maxKeys: 2,
        },
      ),
      required: names,
      patternProperties: fc.record({ "^_": schema }),
      additionalProperties: rest,
      unevaluatedProperties: rest,
      dependentRequired: fc.dictionary(key, names, { maxKeys: 2 }),
      dependentSchemas: fc.dictionary(key, schema, { maxKeys: 2 }),
      allOf: schemas,
      anyOf: schemas,
      oneOf: alternatives,
      not: schema,
    };
    if (references.length > 0)
      keywords["$ref"] = fc.constantFrom(...references.map((name) => `#/$defs/${name}`));
    const single = Object.entries(keywords).map(([name, value]) =>
      value.map((given): JsonObject => ({ [name]: given })),
    );
    const object = fc.record({
      type: fc.constant("object"),
      properties: fc.dictionary(key, schema, { minKeys: 1, maxKeys: 2 }),
    });
    const conditional = fc.record({ if: schema, then: schema, else: schema });
    const oneOf = alternatives.map((branches): JsonObject => ({ oneOf: branches }));
    const some = fc.array(fc.oneof(...single, conditional, object, oneOf, oneOf), {
      minLength: 1,
      maxLength: 3,
    });
    return {
      schema: fc.oneof(
        { maxDepth: 3 },
        {
          weight: 1,
          arbitrary: fc.constantFrom<JsonObject[]>({}, {}, { type: "integer" }, { type: "string" }),
        },
        { weight: 5, arbitrary: some.map((each) => Object.assign({}, ...each) as JsonObject) },
      ),
    };
  }).schema;
}

/** The document with branches that exclude each other, written by hand: a schema beside each that refuses names. */
export function exclusiveDocument(document: JsonObject): JsonObject {
  const { $defs, ...root } = document;
  const definitions = $defs as JsonObject;
  const rewritten = Object.entries(definitions).map(([name, each]) => [
    name,
    excludeTree(each as JsonObject, definitions, []),
  ]);
  return {
    ...excludeTree(root, definitions, []),
    $defs: Object.fromEntries(rewritten) as JsonObject,
  };
}

/** The schema with its own branches rewritten, given the keys that are covered beside it. */
function excludeTree(schema: JsonObject, definitions: JsonObject, beside: readonly string[]): JsonObject {
  const parts = [
    ...listParts(schema),
    ...referred(schema, definitions).map((target) => ({ keyword: "$ref", schema: target })),
  ];
  const coveredBut = (isOther: (part: Part) => boolean): string[] =>
    keys.filter(
      (name) =>
        beside.includes(name) ||
        coversItself(schema, name) ||
        parts.some((part) => !isOther(part) && covers(part.schema, definitions, name)),
    );
  const rewritten = mapSchemas(schema, (below, keyword) => {
    if (keyword === "not" || keyword === "if") return below;
    if (isProperty(keyword)) return excludeTree(below, definitions, []);
    const isOther = (part: Part): boolean => part.schema === below || areAlternatives(part.keyword, keyword);
    return excludeTree(below, definitions, coveredBut(isOther));
  });
  const branches = schema["oneOf"] as JsonObject[] | undefined;
  if (!branches) return rewritten;
  const shared = coveredBut(({ keyword }) => keyword === "oneOf");
  const objects = branches.filter((branch) => admitsObjects(branch, definitions));
  const oneOf = (rewritten["oneOf"] as JsonObject[]).map((branch, index) => {
    const own = branches[index] ?? {};
    const refused = keys.filter(
      (name) =>
        objects.includes(own) &&
        objects.some((other) => lists(other, definitions, name)) &&
        !covers(own, definitions, name) &&
        !shared.includes(name),
    );
    const properties = Object.fromEntries(refused.map((name) => [name, false]));
    return refused.length > 0 ? { allOf: [branch], properties } : branch;
  });
  return { ...rewritten, oneOf };
}

/** Whether the schema, or what may apply in place of it, lists the name as one that may be there. */
function lists(schema: JsonObject, definitions: JsonObject, name: string): boolean {
  const { properties = {}, required = [], dependentRequired = {}, dependentSchemas = {} } = schema;
  const property = (properties as JsonObject)[name];
  const dependent = Object.entries(dependentRequired as Record<string, string[]>).flat(2);
  return (
    (property !== undefined && property !== false) ||
    [...(required as string[]), ...dependent, ...Object.keys(dependentSchemas as JsonObject)].includes(
      name,
    ) ||
    follow(schema, definitions).some((each) => lists(each, definitions, name))
  );
}

function covers(schema: JsonObject, definitions: JsonObject, name: string): boolean {
  return (
    coversItself(schema, name) ||
    lists(schema, definitions, name) ||
    follow(schema, definitions).some((each) => covers(each, definitions, name))
  );
}

/** Whether the schema alone says anything of the name, or asks for it. */
function coversItself(schema: JsonObject, name: string): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties, unevaluatedProperties } = schema;
  const saysSomething = (rest: JsonValue | undefined): boolean =>
    isJsonObject(rest) && Object.keys(rest).length > 0;
  return (
    name in (properties as JsonObject) ||
    Object.keys(patternProperties as JsonObject).some((pattern) => new RegExp(pattern, "u").test(name)) ||
    saysSomething(additionalProperties) ||
    saysSomething(unevaluatedProperties) ||
    listsAlone(schema, name) ||
    [schema["not"], schema["if"]].some((test) => isJsonObject(test) && asks(test, name))
  );
}

function listsAlone(schema: JsonObject, name: string): boolean {
  const { properties, required, dependentRequired, dependentSchemas = {} } = schema;
  const own = { ...(properties ? { properties } : {}), ...(required ? { required } : {}) };
  const dependent = dependentRequired ? { dependentRequired } : {};
  return lists({ ...own, ...dependent }, {}, name) || name in (dependentSchemas as JsonObject);
}

/** Whether a test speaks of the name where it stands. */
function asks(schema: JsonObject, name: string): boolean {
  const { properties = {} } = schema;
  const tests = [schema["not"], schema["if"]].filter((test) => isJsonObject(test));
  return (
    name in (properties as JsonObject) ||
    listsAlone(schema, name) ||
    [...listParts(schema).map((part) => part.schema), ...tests].some((each) => asks(each, name))
  );
}

function admitsObjects(schema: JsonObject, definitions: JsonObject): boolean {
  const { type = "object", allOf = [] } = schema;
  const conjuncts = [...(allOf as JsonObject[]), ...referred(schema, definitions)];
  return [type].flat().includes("object") && conjuncts.every((each) => admitsObjects(each, definitions));
}

function follow(schema: JsonObject, definitions: JsonObject): JsonObject[] {
  return [...listParts(schema).map((part) => part.schema), ...referred(schema, definitions)];
}

function referred({ $ref }: JsonObject, definitions: JsonObject): JsonObject[] {
  return typeof $ref === "string" ? [definitions[$ref.slice("#/$defs/".length)] as JsonObject] : [];
}

interface Part {
  readonly keyword: string;
  readonly schema: JsonObject;
}

/** What stands in the schema and may apply to the same instance, without tests. */
function listParts(schema: JsonObject): Part[] {
  const parts: Part[] = [];
  mapSchemas(schema, (below, keyword) => {
    if (!isProperty(keyword) && keyword !== "not" && keyword !== "if") parts.push({ keyword, schema: below });
    return below;
  });
  return parts;
}

function isProperty(keyword: string): boolean {
  return keyword.endsWith("roperties");
}

function areAlternatives(left: string, right: string): boolean {
  const group = (keyword: string) => (keyword === "else" ? "then" : keyword);
  return group(left) === group(right) && ["oneOf", "then"].includes(group(left));
}

function mapSchemas(schema: JsonObject, map: (below: JsonObject, keyword: string) => JsonValue): JsonObject {
  const at = (keyword: string, below: JsonValue): JsonValue =>
    isJsonObject(below) ? map(below, keyword) : below;
  const entries = Object.entries(schema).map(([keyword, value]): [string, JsonValue] => {
    if (Array.isArray(value)) {
      return [keyword, keyword.endsWith("Of") ? value.map((below: JsonValue) => at(keyword, below)) : value];
    }
    if (["properties", "patternProperties", "dependentSchemas"].includes(keyword)) {
      const members = Object.entries(value as JsonObject).map(([name, below]) => [name, at(keyword, below)]);
      return [keyword, Object.fromEntries(members) as JsonObject];
    }
    const holds = isProperty(keyword) || ["not", "if", "then", "else"].includes(keyword);
    return [keyword, holds ? at(keyword, value) : value];
  });
  return Object.fromEntries(entries);
}
