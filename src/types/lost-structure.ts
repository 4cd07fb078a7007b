import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { keywordsOf } from "../facts/conjuncts.js";
import { appendPointer } from "../pointer.js";
import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import { admits, allTypes } from "../schema/type-set.js";
import { isLengthShown } from "./arrays.js";
import { caseBudget } from "./find-cases.js";
import { templatesOf } from "./keys.js";
import { negate, tellsObjects } from "./negations.js";
import { productBudget } from "./products.js";
import type { Projecting } from "./projection.js";
import type { Type } from "./type-model.js";

/** A schema, and the type that was made of it. */
interface Shown {
  readonly projecting: Projecting;
  readonly node: SchemaNode;
  readonly schema: CanonicalSchema;
  readonly type: Type | undefined;
  /** Whether the type does not tell the cases of a keyword apart. */
  readonly isSkipped: (keyword: keyof CanonicalSchema) => boolean;
}

/** What a type leaves out of a keyword, as a clause; undefined where it says everything. */
type FindLoss = (shown: Shown) => string | undefined;

const nothing: FindLoss = () => undefined;
/** Bounds and formats stand in the documentation instead. */
const documented: FindLoss = () => undefined;

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
  contains: ({ projecting: { facts }, schema: { contains, maxContains } }) =>
    contains && (maxContains !== undefined || facts.wholeTypes(contains.schema) !== allTypes)
      ? "TypeScript cannot ask for an item among others"
      : undefined,
  // Told of `contains`, beside which they stand.
  minContains: nothing,
  maxContains: nothing,
  uniqueItems: documented,
  unevaluatedItems: (shown) => findOpenRest(shown, "unevaluatedItems"),
  properties: nothing,
  patternProperties: ({ schema }) => {
    const patterns = (schema.patternProperties ?? []).map(({ pattern }) => pattern);
    const isShown = patterns.every((pattern) => templatesOf(pattern) !== undefined);
    return isShown ? undefined : "only what a key starts with, ends with or holds can be said of it";
  },
  additionalProperties: nothing,
  propertyNames: (shown) =>
    areNamesShown(shown) ? undefined : "keys are shown only where they are listed, or told by a plain text",
  required: nothing,
  minProperties: documented,
  maxProperties: documented,
  dependentRequired: (shown) => findManyCases(shown, "dependentRequired"),
  dependentSchemas: (shown) => findManyCases(shown, "dependentSchemas"),
  unevaluatedProperties: (shown) => findOpenRest(shown, "unevaluatedProperties"),
  allOf: nothing,
  anyOf: nothing,
  oneOf: nothing,
  not: (shown) => {
    const { projecting, node, schema } = shown;
    if (projecting.facts.literals(node.id) !== undefined) return undefined;
    return isNegationShown(projecting, schema.not)
      ? findManyCases(shown, "not")
      : "TypeScript cannot exclude what this describes";
  },
  if: (shown) => {
    const { projecting, node, schema } = shown;
    if (projecting.facts.literals(node.id) !== undefined) return undefined;
    return isNegationShown(projecting, schema.if)
      ? findManyCases(shown, "if")
      : "what does not meet this condition cannot be said";
  },
  // Told of `if`, beside which they stand.
  then: nothing,
  else: nothing,
  extensions: documented,
  contentSchema: nothing,
};

/** The keywords of a schema of which its type does not say all, each with a clause where that is worth a note. */
export type Losses = ReadonlyMap<keyof CanonicalSchema, string | undefined>;

/** What the type of each node leaves out. */
export function findLosses(projecting: Projecting, types: ReadonlyMap<NodeId, Type>): Map<NodeId, Losses> {
  const skipped = new Set(
    [...projecting.done.values()].flatMap((each) =>
      each.skipped.map(({ node, keyword }) => `${keyword} ${node}`),
    ),
  );
  const found = new Map<NodeId, Losses>();
  for (const node of projecting.graph.nodes.values()) {
    const { schema, id } = node;
    if (typeof schema === "boolean") continue;
    const telling = (Object.keys(schema) as (keyof CanonicalSchema)[]).filter(
      (keyword) => losses[keyword] !== nothing,
    );
    if (telling.length === 0) continue;
    const isSkipped = (keyword: string): boolean => skipped.has(`${keyword} ${id}`);
    const shown = { projecting, node, schema, type: types.get(id), isSkipped };
    const lost = telling.flatMap((keyword) => {
      const loss = losses[keyword](shown);
      return loss === undefined && losses[keyword] !== documented ? [] : [[keyword, loss] as const];
    });
    if (lost.length > 0) found.set(id, new Map(lost));
  }
  return found;
}

/** A note for each place where a type admits more than the schema by its structure. `bounded` had to be made wider altogether. */
export function reportLostStructure(
  { graph }: Projecting,
  found: ReadonlyMap<NodeId, Losses>,
  bounded: ReadonlySet<NodeId>,
): Diagnostic[] {
  const telling = [...graph.nodes.values()].filter(({ id }) => found.has(id) || bounded.has(id));
  return telling.flatMap((node) => {
    const notes = [...(found.get(node.id) ?? [])].flatMap(([keyword, loss]) =>
      loss === undefined ? [] : [noteLoss(node, `\`${keyword}\``, loss, [keyword])],
    );
    if (!bounded.has(node.id)) return notes;
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

function findManyCases({ isSkipped }: Shown, keyword: keyof CanonicalSchema): string | undefined {
  return isSkipped(keyword) ? `with it, there would be more than ${caseBudget} cases` : undefined;
}

function findOpenRest({ isSkipped }: Shown, keyword: keyof CanonicalSchema): string | undefined {
  return isSkipped(keyword)
    ? "which parts are left by the schemas beside it depends on more than types say"
    : undefined;
}

function areNamesShown({ projecting: { graph, facts }, schema: { propertyNames } }: Shown): boolean {
  if (propertyNames === undefined || facts.literals(propertyNames) !== undefined) return true;
  if (!admits(facts.types(propertyNames), "string")) return true;
  const { type: _, pattern, ...others } = keywordsOf(graph, propertyNames);
  const isPlain = !pattern || templatesOf(pattern) !== undefined;
  return isPlain && Object.keys(others).length === 0;
}

/** Whether the type tells what does not meet the schema: by whole types but `integer`, or by keys. */
function isNegationShown(projecting: Projecting, negated: NodeId | undefined): boolean {
  if (negated === undefined) return true;
  const { ways, isExact } = negate(projecting, negated);
  const { type } = keywordsOf(projecting.graph, negated);
  const hasWholeTypes = type?.includes("integer") !== true || type.includes("number");
  return isExact && hasWholeTypes && ways.every((way) => tellsObjects(way) || way.types !== allTypes);
}
