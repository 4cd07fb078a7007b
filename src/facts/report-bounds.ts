import type { Diagnostic } from "../diagnostic.js";
import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import type { JsonType } from "../schema/type-set.js";
import { admits, noTypes, numberKindOf } from "../schema/type-set.js";
import { nodeOf } from "./conjuncts.js";
import type { Proved } from "./doubts.js";
import { doubt } from "./doubts.js";
import { listConjuncts } from "./keyword-table.js";

type BoundKeyword =
  | (keyof CanonicalSchema & `${"min" | "max"}${"Length" | "Items" | "Properties" | "imum"}`)
  | "exclusiveMinimum"
  | "exclusiveMaximum";

/** A limit and the keyword that sets it. */
interface Bound {
  readonly keyword: string;
  readonly value: number;
  /** Whether the limit itself is outside. */
  readonly isOpen: boolean;
}

interface Range {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

/** The keywords that bound the values of one type. */
interface BoundsRow {
  readonly type: JsonType;
  /** What is bounded, as the beginning of a sentence. */
  readonly measure: string;
  readonly low: readonly BoundKeyword[];
  readonly high: readonly BoundKeyword[];
}

const rows: readonly BoundsRow[] = [
  {
    type: "number",
    measure: "it",
    low: ["minimum", "exclusiveMinimum"],
    high: ["maximum", "exclusiveMaximum"],
  },
  { type: "string", measure: "its length", low: ["minLength"], high: ["maxLength"] },
  { type: "array", measure: "its length", low: ["minItems"], high: ["maxItems"] },
];

/**
 * Bounds that exclude each other, in one schema or in several that apply together, at the innermost schema where they meet. Such a
 * schema still admits values of other types.
 */
export function reportBounds(proved: Proved): Diagnostic[] {
  const met = rows.filter((row) => mayContradict(proved, row));
  if (met.length === 0) return [];
  const nodes = proved.order.map((id) => nodeOf(proved.graph, id));
  return met.flatMap((row) => reportRow(proved, nodes, row));
}

/** Whether any schema limits the row from below, and any from above: most rows of most graphs are limited from one side at most. */
function mayContradict({ keywords, proofOf }: Proved, { type, low, high }: BoundsRow): boolean {
  if (!keywords.hasAny(low)) return false;
  if (keywords.hasAny(high)) return true;
  const refusesAll = (items: NodeId | undefined): boolean =>
    items !== undefined && proofOf(items).types === noTypes;
  return type === "array" && keywords.listHaving("items").some(([, { items }]) => refusesAll(items));
}

/** `nodes` in the order of proofs. */
function reportRow({ proofOf }: Proved, nodes: readonly SchemaNode[], row: BoundsRow): Diagnostic[] {
  const ranges = new Map<NodeId, Range>();
  /** Nodes whose range is empty, themselves or by what they hold. */
  const empty = new Set<NodeId>();
  const reports: Diagnostic[] = [];
  for (const node of nodes) {
    const { id, schema } = node;
    if (typeof schema === "boolean") continue;
    const conjuncts = listConjuncts(schema);
    const own = mayBound(schema, row)
      ? readRange(schema, row, (item) => proofOf(item).types === noTypes)
      : undefined;
    const range = conjuncts.reduce((all, each) => intersect(all, ranges.get(each)), own);
    if (range === undefined) continue;
    ranges.set(id, range);
    const { types } = proofOf(id);
    const isIntegral = row.type !== "number" || numberKindOf(types) === "integer";
    const problem = findProblem(range, row, isIntegral);
    if (problem === undefined || !admits(types, row.type)) continue;
    empty.add(id);
    if (conjuncts.some((each) => empty.has(each))) continue;
    const keyword = [range.low, range.high].find(
      (bound) => bound === own?.low || bound === own?.high,
    )?.keyword;
    reports.push(
      doubt("bounds-contradictory", node, keyword === undefined ? [] : [keyword], [
        problem,
        "Correct one of the limits, here or in what is combined by `allOf` or `$ref`.",
      ]),
    );
  }
  return reports;
}

function mayBound(schema: CanonicalSchema, { type, low, high }: BoundsRow): boolean {
  const has = (keyword: BoundKeyword): boolean => schema[keyword] !== undefined;
  return (type === "array" && schema.items !== undefined) || low.some(has) || high.some(has);
}

function readRange(
  schema: CanonicalSchema,
  row: BoundsRow,
  refusesAll: (schema: NodeId) => boolean,
): Range | undefined {
  const read = (keyword: BoundKeyword): Bound | undefined => {
    const value = schema[keyword];
    return value === undefined ? undefined : { keyword, value, isOpen: keyword.startsWith("exclusive") };
  };
  const high = row.high.map(read);
  if (row.type === "array" && schema.items !== undefined && refusesAll(schema.items))
    high.push({ keyword: "items", value: schema.prefixItems?.length ?? 0, isOpen: false });
  const range = { low: row.low.map(read).reduce(higher), high: high.reduce(lower) };
  return (range.low ?? range.high) ? range : undefined;
}

function intersect(left: Range | undefined, right: Range | undefined): Range | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return { low: higher(left.low, right.low), high: lower(left.high, right.high) };
}

function higher(left: Bound | undefined, right: Bound | undefined): Bound | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (left.value === right.value) return right.isOpen ? right : left;
  return left.value > right.value ? left : right;
}

function lower(left: Bound | undefined, right: Bound | undefined): Bound | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (left.value === right.value) return right.isOpen ? right : left;
  return left.value < right.value ? left : right;
}

/** What is wrong with a range that nothing lies in. */
function findProblem({ low, high }: Range, row: BoundsRow, isIntegral: boolean): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  const above = `${row.measure} must be ${low.isOpen ? "greater than" : "at least"} ${low.value}`;
  const below = `${high.isOpen ? "less than" : "at most"} ${high.value}`;
  if (low.value > high.value || (low.value === high.value && (low.isOpen || high.isOpen)))
    return `No ${row.type} can meet this schema: ${above} and ${below}.`;
  if (!isIntegral) return undefined;
  const least = low.isOpen ? Math.floor(low.value) + 1 : Math.ceil(low.value);
  const most = high.isOpen ? Math.ceil(high.value) - 1 : Math.floor(high.value);
  return least > most ? `No integer can meet this schema: ${above} and ${below}.` : undefined;
}
