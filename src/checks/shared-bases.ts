import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";

/** A base that so many schemas build on is still called. */
const mostCallers = 4;
/** What is written out again and again must be short. */
const mostProperties = 24;
const mostLiterals = 8;

/**
 * Objects of plain properties that many schemas build on, such as the envelope of all variants of a union. They are checked with the
 * keywords around them, not by a call: an engine reads fast what has few shapes, and a function that all variants call meets
 * every one.
 */
export function findSharedBases(graph: SchemaGraph): ReadonlySet<NodeId> {
  const callers = new Map<NodeId, number>();
  for (const { id, parent } of graph.nodes.values()) {
    const { $ref, ...others } = keywordsOf(graph, id);
    const isBuiltOn = parent?.tokens[0] === "allOf" || others.properties !== undefined;
    if ($ref !== undefined && isBuiltOn) callers.set($ref, (callers.get($ref) ?? 0) + 1);
  }
  const shared = [...callers].filter(([base, count]) => count > mostCallers && isPlainObject(graph, base));
  return new Set(shared.map(([base]) => base));
}

function isPlainObject(graph: SchemaGraph, node: NodeId): boolean {
  const {
    type,
    properties = new Map<string, NodeId>(),
    required: _required,
    ...others
  } = keywordsOf(graph, node);
  const isObject = type?.length === 1 && type[0] === "object";
  if (!isObject || Object.keys(others).length > 0 || properties.size > mostProperties) return false;
  return [...properties.values()].every((property) => isShort(keywordsOf(graph, property)));
}

const short: ReadonlySet<string> = new Set<keyof CanonicalSchema>([
  "$ref",
  "type",
  "enum",
  "const",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
]);

/** Whether its check is short, and asks for no constant of its own. */
function isShort(schema: CanonicalSchema): boolean {
  const { enum: values = [], const: only } = schema;
  const literals = only ? [only.value] : values;
  const isScalar = literals.every((value) => typeof value !== "object" || value === null);
  return isScalar && literals.length <= mostLiterals && Object.keys(schema).every((key) => short.has(key));
}
