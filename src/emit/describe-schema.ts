import { nodeOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import { stringifyJson } from "../json.js";
import type { CanonicalSchema, NodeId, SchemaNode, TypeName } from "../schema/schema-graph.js";
import { commentCode } from "./code.js";
import type { Models } from "./context.js";
import type { Phrase } from "./phrase.js";
import { count, has, is, listAll, listAny, opposite, sayAll, sayAny } from "./phrase.js";
import { isShown } from "./shown.js";

/** How much of a schema is said: all of it, or what is hidden from those who see its type. */
type Extent = "all" | "hidden";

/** What a line of documentation bears: levels of schemas, phrases of one, members of a list, and characters of a value. */
const levelBudget = 3;
const phraseBudget = 5;
const listBudget = 8;
const valueBudget = 60;

interface Describing {
  readonly models: Models;
  readonly node: SchemaNode;
  readonly schema: CanonicalSchema;
  readonly extent: Extent;
  /** Keys that a value has in any case, by what stands around. */
  readonly present: ReadonlySet<string>;
  readonly describe: (child: NodeId, present?: ReadonlySet<string>) => readonly Phrase[] | undefined;
}

/** What a schema asks, in words; undefined where it is more than a line can hold, or nothing that a line can say. */
export function describeSchema(
  models: Models,
  id: NodeId,
  extent: Extent,
  present: ReadonlySet<string> = new Set(),
  level = 0,
): readonly Phrase[] | undefined {
  const node = nodeOf(models.graph, id);
  const { schema } = node;
  const name = models.names.declarations.get(id)?.type;
  if (extent === "hidden" && (name !== undefined || typeof schema === "boolean")) return [];
  if (schema === true) return [];
  if (schema === false) return [{ says: "is not allowed", denies: "is allowed" }];
  if (name !== undefined) return [is(`a valid ${commentCode(name)}`)];
  if (level > levelBudget) return undefined;
  const describe = (child: NodeId, keys?: ReadonlySet<string>): readonly Phrase[] | undefined =>
    describeSchema(models, child, extent, keys, level + 1);
  const describing: Describing = { models, node, schema, extent, present, describe };
  const keywords = Object.keys(schema) as (keyof CanonicalSchema)[];
  const left = keywords.filter(
    (keyword) => extent === "all" || holders.has(keyword) || !isShown(models, id, keyword),
  );
  const phrases = together(left.map((keyword) => describeKeyword(keyword, describing)));
  return phrases && phrases.length <= phraseBudget ? phrases : undefined;
}

/** Undefined where one of them is. */
function together(lists: readonly (readonly Phrase[] | undefined)[]): readonly Phrase[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** Keywords that a type shows, while what stands below them may have more to say. */
const holders: ReadonlySet<keyof CanonicalSchema> = new Set([
  ...(["type", "$ref", "allOf", "anyOf", "oneOf"] as const),
  ...(["items", "prefixItems", "additionalProperties", "patternProperties"] as const),
]);

function describeKeyword(
  keyword: keyof CanonicalSchema,
  describing: Describing,
): readonly Phrase[] | undefined {
  // Each value goes to the row of its own keyword, which TypeScript cannot see.
  const row = rows[keyword] as (value: unknown, describing: Describing) => readonly Phrase[] | undefined;
  return row(describing.schema[keyword], describing);
}

type Row<K extends keyof CanonicalSchema> = (
  value: NonNullable<CanonicalSchema[K]>,
  describing: Describing,
) => readonly Phrase[] | undefined;

const told = (): readonly Phrase[] => [];
/** What takes a sentence of its own. */
const untold = (): undefined => undefined;
const bound =
  (says: string, denies: string) =>
  (limit: number): Phrase[] => [{ says: `is ${says} ${limit}`, denies: `is ${denies} ${limit}` }];
const atLeast =
  (noun: string, plural?: string) =>
  (limit: number): Phrase[] => {
    const counted = count(limit, noun, plural);
    return [{ says: `has at least ${counted}`, denies: `has fewer than ${counted}` }];
  };
const atMost =
  (noun: string, plural?: string) =>
  (limit: number): Phrase[] => {
    const counted = count(limit, noun, plural);
    return [{ says: `has at most ${counted}`, denies: `has more than ${counted}` }];
  };

const rows: { readonly [K in keyof Required<CanonicalSchema>]: Row<K> } = {
  $ref: (target, { present, describe }) => describe(target, present),
  type: describeTypes,
  enum: (values) => [describeValues(values)],
  const: ({ value }) => [describeValues([value])],
  minimum: bound("at least", "less than"),
  maximum: bound("at most", "more than"),
  exclusiveMinimum: bound("more than", "at most"),
  exclusiveMaximum: bound("less than", "at least"),
  multipleOf: (divisor) => [is(`a multiple of ${divisor}`)],
  minLength: atLeast("character"),
  maxLength: atMost("character"),
  pattern: ({ source }) => {
    const text = commentCode(source);
    return [{ says: `matches ${text}`, denies: `does not match ${text}` }];
  },
  format: ({ name }) => [has(`the format ${commentCode(name)}`)],
  prefixItems: (items, { extent, describe }) =>
    extent === "hidden" && items.every((item) => describe(item)?.length === 0) ? [] : undefined,
  items: describeItems,
  contains: ({ schema }, describing) => {
    const { minContains = 1, maxContains } = describing.schema;
    const item = describing.describe(schema);
    if (!item || minContains !== 1 || maxContains !== undefined) return undefined;
    return [has(item.length === 0 ? "an item" : `an item that ${sayAll(item)}`)];
  },
  minContains: told,
  maxContains: told,
  minItems: atLeast("item"),
  maxItems: atMost("item"),
  uniqueItems: () => [{ says: "has no two equal items", denies: "has equal items" }],
  unevaluatedItems: untold,
  properties: (properties, describing) =>
    describing.extent === "hidden" ? [] : describeProperties([...properties], describing),
  patternProperties: (members, { extent, describe }) =>
    extent === "hidden" && members.every(({ schema }) => describe(schema)?.length === 0) ? [] : undefined,
  additionalProperties: (others, { describe }) => (describe(others)?.length === 0 ? [] : undefined),
  propertyNames: untold,
  required: (keys, { schema: { properties } }) => {
    const others = keys.filter((key) => !properties?.has(key)).map(commentCode);
    if (others.length > listBudget) return undefined;
    if (others.length < 2) return others.map(has);
    return [{ says: `has ${listAll(others)}`, denies: `lacks ${listAny(others)}` }];
  },
  minProperties: atLeast("property", "properties"),
  maxProperties: atMost("property", "properties"),
  dependentRequired: untold,
  dependentSchemas: untold,
  unevaluatedProperties: untold,
  allOf: (parts, { present, describe }) => together(parts.map((part) => describe(part, present))),
  anyOf: describeAlternatives,
  oneOf: describeAlternatives,
  not: (negated, { models, present }) => describeNegation(models, negated, present, 1),
  if: untold,
  then: told,
  else: told,
  extensions: told,
  contentSchema: told,
};

/** How a type is called. */
export const typeNames: Readonly<Record<TypeName, string>> = {
  null: "null",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  number: "a number",
  string: "a string",
  integer: "an integer",
};

/** In a type, every number looks alike. */
function describeTypes(types: readonly TypeName[], { extent, node }: Describing): readonly Phrase[] {
  const isTold = extent === "hidden" ? !types.includes("integer") : node.typeInferred;
  return isTold ? [] : [is(listAny(types.map((type) => typeNames[type])))];
}

function describeValues(values: readonly JsonValue[]): Phrase {
  const texts = values.slice(0, listBudget).map(stringifyJson);
  const isShort = values.length <= listBudget && texts.every(({ length }) => length <= valueBudget);
  if (!isShort) return is(values.length === 1 ? "one certain value" : `one of ${values.length} values`);
  return is(listAny(texts.map(commentCode)));
}

function describeItems(
  items: NodeId,
  { schema: { prefixItems = [] }, describe }: Describing,
): readonly Phrase[] | undefined {
  const item = describe(items);
  if (!item || prefixItems.length > 0) return item?.length === 0 ? [] : undefined;
  return item.length === 0 ? [] : [has(`only items each of which ${sayAll(item)}`)];
}

function describeProperties(
  properties: readonly (readonly [string, NodeId])[],
  { models, schema: { required = [] }, present, describe }: Describing,
): readonly Phrase[] | undefined {
  return together(
    properties.map(([key, id]) => {
      const value = describe(id);
      const name = commentCode(key);
      if (!value) return undefined;
      if (required.includes(key) || present.has(key))
        return [has(value.length === 0 ? name : `a ${name} that ${sayAll(value)}`)];
      if (nodeOf(models.graph, id).schema === false) return [opposite(has(name))];
      const both = `has no ${name} or one that ${sayAll(value)}`;
      const neither = `has a ${name} of which it is not so that it ${sayAll(value)}`;
      return value.length === 0 ? [] : [{ says: both, denies: neither }];
    }),
  );
}

function describeAlternatives(
  branches: readonly NodeId[],
  { models, extent, present, describe }: Describing,
): readonly Phrase[] | undefined {
  const hidden = branches.map((branch) => describe(branch, present));
  if (extent === "hidden" && hidden.every((phrases) => phrases?.length === 0)) return [];
  const all =
    extent === "all" ? hidden : branches.map((branch) => describeSchema(models, branch, "all", present, 1));
  if (branches.length > listBudget || !all.every((phrases) => phrases !== undefined)) return undefined;
  if (all.some(({ length }) => length === 0)) return [];
  const says = sayAny(all);
  return [{ says, denies: `is nothing that ${says}` }];
}

/** What a schema does not admit. */
export function describeNegation(
  models: Models,
  negated: NodeId,
  present?: ReadonlySet<string>,
  level = 0,
): readonly Phrase[] | undefined {
  const phrases = describeSchema(models, negated, "all", present, level);
  if (!phrases) return undefined;
  const [first, ...others] = phrases;
  if (first === undefined) return [{ says: "is not allowed", denies: "is allowed" }];
  if (others.length === 0) return [opposite(first)];
  return [{ says: `is nothing that ${sayAll(phrases)}`, denies: sayAll(phrases) }];
}
