import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { jsonTypesOf } from "../schema/type-set.js";
import { commentCode } from "./code.js";
import type { Models } from "./context.js";
import { describeNegation, describeSchema, typeNames } from "./describe-schema.js";
import type { Phrase } from "./phrase.js";
import { count, listAll, sayAll, sayAny } from "./phrase.js";
import { isShown } from "./shown.js";

/** Characters of a sentence, and sentences of a keyword; what takes more is only named. */
const sentenceBudget = 300;
const countBudget = 8;

/** Sentences; undefined where words do not reach. */
type Sentences = readonly string[] | undefined;

interface Saying {
  readonly models: Models;
  readonly node: NodeId;
  readonly schema: CanonicalSchema;
}

/** A line for each constraint that holds schemas and that the type does not show: "With `a`, `b` is required." */
export function constraintSentences(models: Models, node: NodeId): string[] {
  const schema = keywordsOf(models.graph, node);
  const unsaid: string[] = [];
  const sentences = (Object.keys(schema) as (keyof CanonicalSchema)[]).flatMap((keyword) => {
    const own = sayKeyword(keyword, { models, node, schema });
    const isShort = own && own.length <= countBudget && own.every(({ length }) => length <= sentenceBudget);
    if (isShort) return own;
    unsaid.push(commentCode(keyword));
    return [];
  });
  const asks = unsaid.length === 1 ? "asks" : "ask";
  const rest = unsaid.length === 0 ? [] : [`The type leaves out what ${listAll(unsaid)} ${asks}.`];
  return [...sentences, ...rest];
}

function sayKeyword(keyword: keyof CanonicalSchema, saying: Saying): Sentences {
  // Each value goes to the row of its own keyword, which TypeScript cannot see.
  const row = rows[keyword] as (value: unknown, saying: Saying) => Sentences;
  return row(saying.schema[keyword], saying);
}

type Row<K extends keyof CanonicalSchema> = (
  value: NonNullable<CanonicalSchema[K]>,
  saying: Saying,
) => Sentences;

/** What a tag or the type says, or the row of a keyword beside it. */
const elsewhere = (): Sentences => [];

/** A row that is asked only where the type does not show the keyword. */
function unlessShown<K extends keyof CanonicalSchema>(keyword: K, row: Row<K>): Row<K> {
  return (value, saying) => (isShown(saying.models, saying.node, keyword) ? [] : row(value, saying));
}

const rows: { readonly [K in keyof Required<CanonicalSchema>]: Row<K> } = {
  $ref: elsewhere,
  type: elsewhere,
  enum: elsewhere,
  const: elsewhere,
  minimum: elsewhere,
  maximum: elsewhere,
  exclusiveMinimum: elsewhere,
  exclusiveMaximum: elsewhere,
  multipleOf: elsewhere,
  minLength: elsewhere,
  maxLength: elsewhere,
  pattern: elsewhere,
  format: elsewhere,
  prefixItems: sayPrefix,
  items: (item, { models, schema: { prefixItems } }) =>
    sayOf(prefixItems ? "Each further item" : "Each item", describeSchema(models, item, "hidden")),
  contains: unlessShown("contains", sayContains),
  minContains: elsewhere,
  maxContains: elsewhere,
  minItems: elsewhere,
  maxItems: elsewhere,
  uniqueItems: elsewhere,
  unevaluatedItems: unlessShown("unevaluatedItems", (item, { models }) =>
    sayRest(models, item, "item", "items"),
  ),
  properties: elsewhere,
  patternProperties: (members, { models, node }) => {
    const extent = isShown(models, node, "patternProperties") ? "hidden" : "all";
    return all(
      members.map(({ pattern, schema }) => {
        const keys = `key that matches ${commentCode(pattern.source)}`;
        if (extent === "all" && nodeOf(models.graph, schema).schema === false) return [`Has no ${keys}.`];
        return sayOf(`The value of each ${keys}`, describeSchema(models, schema, extent));
      }),
    );
  },
  additionalProperties: (value, { models, schema: { properties, patternProperties } }) =>
    sayOf(
      properties || patternProperties ? "Each other value" : "Each value",
      describeSchema(models, value, "hidden"),
    ),
  propertyNames: unlessShown("propertyNames", (name, { models }) => {
    if (nodeOf(models.graph, name).schema === false) return ["Has no properties."];
    const phrases = describeSchema(models, name, "all")?.filter(({ says }) => says !== "is a string");
    return sayOf("Each key", phrases);
  }),
  required: elsewhere,
  minProperties: elsewhere,
  maxProperties: elsewhere,
  dependentRequired: unlessShown("dependentRequired", (dependents) =>
    [...dependents]
      .filter(([, keys]) => keys.length > 0)
      .map(([key, keys]) => {
        const needed = `${listAll(keys.map(commentCode))} ${keys.length === 1 ? "is" : "are"} required`;
        return `With ${commentCode(key)}, ${needed}.`;
      }),
  ),
  dependentSchemas: unlessShown("dependentSchemas", (dependents, { models, node }) =>
    all(
      [...dependents].map(([key, schema]) => {
        const present = new Set([...models.facts.requiredKeys(node), key]);
        if (nodeOf(models.graph, schema).schema === false) return [`Has no ${commentCode(key)}.`];
        return sayOf(`With ${commentCode(key)}, it`, describeSchema(models, schema, "all", present));
      }),
    ),
  ),
  unevaluatedProperties: unlessShown("unevaluatedProperties", (value, { models }) =>
    sayRest(models, value, "property", "properties"),
  ),
  allOf: elsewhere,
  anyOf: sayAlternatives,
  oneOf: (branches, saying) => {
    const alternatives = sayAlternatives(branches, saying);
    return alternatives && !isShown(saying.models, saying.node, "oneOf")
      ? [...alternatives, "Exactly one of the alternatives applies."]
      : alternatives;
  },
  not: unlessShown("not", (negated, { models, node }) =>
    sayOf("It", describeNegation(models, negated, models.facts.requiredKeys(node))),
  ),
  if: unlessShown("if", sayCondition),
  then: elsewhere,
  else: elsewhere,
  extensions: elsewhere,
  contentSchema: (content, { models }) => sayOf("What it holds", describeSchema(models, content, "all")),
};

/** Undefined where one of them is. */
function all(lists: readonly Sentences[]): Sentences {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

function sayOf(subject: string, phrases: readonly Phrase[] | undefined): Sentences {
  if (!phrases) return undefined;
  return phrases.length === 0 ? [] : [`${subject} ${sayAll(phrases)}.`];
}

function sayPrefix(items: readonly NodeId[], { models }: Saying): Sentences {
  const hidden = items.map((item) => describeSchema(models, item, "hidden"));
  const each = all(hidden.map((phrases, index) => sayOf(`Item ${index + 1}`, phrases)));
  const whole = sayOf(`Each of the first ${items.length} items`, hidden[0]);
  const areAlike = new Set(hidden.map((phrases) => phrases && sayAll(phrases))).size === 1;
  return areAlike && items.length > 1 ? whole : each;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1.3 */
function sayContains({ schema: id }: NonNullable<CanonicalSchema["contains"]>, saying: Saying): Sentences {
  const { minContains: least = 1, maxContains: most } = saying.schema;
  const phrases = describeSchema(saying.models, id, "all");
  if (!phrases) return undefined;
  if (least === 0 && most === undefined) return [];
  const number = sayNumber(least, most);
  if (phrases.length === 0) return [`Holds ${number}.`];
  return [
    number === "1 item"
      ? `Holds an item that ${sayAll(phrases)}.`
      : `Holds ${number} of which each ${sayAll(phrases)}.`,
  ];
}

function sayNumber(least: number, most: number | undefined): string {
  if (most === undefined) return least === 1 ? "1 item" : `at least ${count(least, "item")}`;
  if (least === 0) return `at most ${count(most, "item")}`;
  return least === most ? `exactly ${count(most, "item")}` : `${least} to ${count(most, "item")}`;
}

/** What is left of a value by the schemas around. */
function sayRest(models: Models, rest: NodeId, noun: string, plural: string): Sentences {
  const isClosed = nodeOf(models.graph, rest).schema === false;
  if (isClosed) return [`Has no ${plural} but those that its schemas describe.`];
  return sayOf(`Each ${noun} that its schemas do not describe`, describeSchema(models, rest, "all"));
}

/** Alternatives of which the type hides something, each with all that it asks. */
function sayAlternatives(branches: readonly NodeId[], { models }: Saying): Sentences {
  const hidden = branches.map((branch) => describeSchema(models, branch, "hidden"));
  if (hidden.every((phrases) => phrases?.length === 0)) return [];
  const isFew = branches.length <= countBudget;
  const byType = isFew && all(hidden.map((phrases, index) => sayOfType(models, branches, index, phrases)));
  if (byType) return byType;
  const alternatives = branches.map((branch) => describeSchema(models, branch, "all"));
  if (!alternatives.every((phrases) => phrases !== undefined)) return undefined;
  if (alternatives.some(({ length }) => length === 0)) return [];
  return [`It ${sayAny(alternatives)}.`];
}

/** What one of several branches asks, where a value is valid by no other: "As a string, it matches …". */
function sayOfType(
  { facts }: Models,
  branches: readonly NodeId[],
  index: number,
  phrases: readonly Phrase[] | undefined,
): Sentences {
  const own = facts.types(branches[index] ?? "");
  const [type, ...more] = jsonTypesOf(own);
  const isAlone = branches.every((branch, other) => other === index || (facts.types(branch) & own) === 0);
  if (phrases?.length === 0) return [];
  return isAlone && type !== undefined && more.length === 0
    ? sayOf(`As ${typeNames[type]}, it`, phrases)
    : undefined;
}

function sayCondition(condition: NodeId, { models, node, schema }: Saying): Sentences {
  const present = models.facts.requiredKeys(node);
  const describe = (part: NodeId | undefined): readonly Phrase[] | undefined =>
    part === undefined ? [] : describeSchema(models, part, "all", present);
  const asked = describe(condition);
  const yes = describe(schema.then);
  const no = describe(schema.else);
  if (!asked || !yes || !no) return undefined;
  if (asked.length === 0) return sayOf("It", yes);
  if (yes.length === 0) return sayOf(`Unless it ${sayAll(asked)}, it`, no);
  const otherwise = no.length === 0 ? "" : ` Otherwise it ${sayAll(no)}.`;
  return [`If it ${sayAll(asked)}, it ${sayAll(yes)}.${otherwise}`];
}
