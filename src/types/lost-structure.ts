import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { appendPointer } from "../pointer.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { isLengthShown } from "./arrays.js";
import { forbiddenKeys } from "./forbidden-keys.js";
import { namesOf, prefixOf } from "./keys.js";
import { productBudget } from "./products.js";
import type { Type } from "./type-model.js";

/** A schema, and the type that was made of it. */
interface Shown {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly node: SchemaNode;
  readonly schema: CanonicalSchema;
  readonly type: Type | undefined;
}

/** What a type leaves out of a keyword, as a clause; undefined where it says everything. */
type FindLoss = (shown: Shown) => string | undefined;

const nothing: FindLoss = () => undefined;
/** Bounds and formats stand in the documentation instead. */
const documented = nothing;

/** Every keyword has a row, so that a new one does not compile until it is known what the types say of it. */
const losses: Readonly<Record<keyof CanonicalSchema, FindLoss>> = {
  $ref: nothing,
  type: nothing,
  enum: nothing,
  const: nothing,
  minimum: documented,
  maximum: documented,
  exclusiveMinimum: documented,
  exclusiveMaximum: documented,
  multipleOf: documented,
  minLength: documented,
  maxLength: documented,
  pattern: documented,
  format: documented,
  prefixItems: nothing,
  items: nothing,
  minItems: (shown) => (shown.schema.maxItems === undefined ? findLostLength(shown) : undefined),
  maxItems: findLostLength,
  contains: () => "TypeScript cannot ask for an item among others",
  // Told of `contains`, beside which they stand.
  minContains: nothing,
  maxContains: nothing,
  uniqueItems: documented,
  unevaluatedItems: () => "what is left of an array by other schemas cannot be said",
  properties: nothing,
  patternProperties: ({ schema }) => {
    const patterns = (schema.patternProperties ?? []).map(({ pattern }) => pattern);
    const isShown = patterns.every((pattern) => (prefixOf(pattern) ?? namesOf(pattern)) !== undefined);
    return isShown ? undefined : "only a plain prefix can be said of a key";
  },
  additionalProperties: nothing,
  propertyNames: () => "keys are shown only where they are listed",
  required: nothing,
  minProperties: documented,
  maxProperties: documented,
  dependentRequired: () => "that one key asks for another cannot be said of an interface",
  dependentSchemas: () => "that one key asks for a schema cannot be said of an interface",
  unevaluatedProperties: () => "what is left of an object by other schemas cannot be said",
  allOf: nothing,
  anyOf: nothing,
  oneOf: nothing,
  not: ({ graph, facts, node, schema }) => {
    const isShown = facts.literals(node.id) !== undefined || isNegationShown(graph, schema);
    return isShown ? undefined : "TypeScript cannot exclude what this describes";
  },
  if: ({ facts, node }) => (facts.literals(node.id) === undefined ? "a condition cannot be said" : undefined),
  // Told of `if`, beside which they stand.
  then: nothing,
  else: nothing,
  extensions: documented,
  contentSchema: nothing,
};

/** A note for each place where a type admits more than the schema by its structure. `bounded` had to be made wider altogether. */
export function reportLostStructure(
  graph: SchemaGraph,
  facts: Facts,
  types: ReadonlyMap<NodeId, Type>,
  bounded: ReadonlySet<NodeId>,
): Diagnostic[] {
  return [...graph.nodes.values()].flatMap((node) => {
    const { schema, id } = node;
    if (typeof schema === "boolean") return [];
    const notes = Object.keys(schema).flatMap((keyword) => {
      const find = losses[keyword as keyof CanonicalSchema];
      const loss = find({ graph, facts, node, schema, type: types.get(id) });
      return loss === undefined ? [] : [noteLoss(node, `\`${keyword}\``, loss, [keyword])];
    });
    if (!bounded.has(id)) return notes;
    const loss = `the unions that meet here come to more than ${productBudget} combinations`;
    return [...notes, noteLoss(node, "the schema", loss, [])];
  });
}

function noteLoss(node: SchemaNode, what: string, loss: string, tokens: readonly string[]): Diagnostic {
  const { uri, pointer } = node.place;
  const place = { uri, pointer: appendPointer(pointer, ...tokens) };
  return diagnose(
    "type-wider",
    `The type is wider than ${what}: ${loss}.`,
    "The guard checks it exactly.",
    place,
  );
}

function findLostLength({ schema, type }: Shown): string | undefined {
  return type?.kind === "array" && !isLengthShown(schema, type)
    ? "a tuple of this length is too long to write out"
    : undefined;
}

/** Whether nothing is lost of what is negated: whole types but `integer`, or keys that may not be there. */
function isNegationShown(graph: SchemaGraph, schema: CanonicalSchema): boolean {
  const negated = keywordsOf(graph, schema.not ?? "");
  const isOfTypes = Object.keys(negated).every((keyword) => keyword === "type");
  const hasWholeTypes = negated.type?.includes("integer") !== true || negated.type.includes("number");
  return (isOfTypes && hasWholeTypes) || forbiddenKeys(graph, schema).length > 0;
}
