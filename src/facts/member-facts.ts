import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findPropertySchemas, keywordsOf } from "./conjuncts.js";
import type { Facts } from "./facts.js";
import { listConjuncts } from "./keyword-table.js";

/**
 * For each node the nearest conjunct by way of which all that its conjuncts say of members is met, itself where it says something or
 * several of them do, and none where nothing does: so that a long chain of references is walked once, not from each of its links.
 */
export type Speakers = ReadonlyMap<NodeId, NodeId>;

/** `order` has each node after its conjuncts. */
export function findSpeakers(graph: SchemaGraph, order: readonly NodeId[]): Speakers {
  const speakers = new Map<NodeId, NodeId>();
  for (const id of order) {
    const keywords = keywordsOf(graph, id);
    const below = new Set(listConjuncts(keywords).map((child) => speakers.get(child)));
    below.delete(undefined);
    const [only] = below;
    const speaker = below.size > 1 || speaksOfMembers(keywords) ? id : only;
    if (speaker !== undefined) speakers.set(id, speaker);
  }
  return speakers;
}

function speaksOfMembers(schema: CanonicalSchema): boolean {
  const { properties, patternProperties, additionalProperties, required } = schema;
  return (properties ?? patternProperties ?? additionalProperties ?? required) !== undefined;
}

/** The two facts about members, from the conjuncts that speak of them. */
export function proveMembers(
  graph: SchemaGraph,
  speakers: Speakers,
): Pick<Facts, "requiredKeys" | "propertySchemas"> {
  return {
    requiredKeys: (id) =>
      new Set(listSpeaking(graph, speakers, id).flatMap((each) => keywordsOf(graph, each).required ?? [])),
    propertySchemas: (id, key) => findPropertySchemas(graph, listSpeaking(graph, speakers, id), key),
  };
}

/** The conjuncts that say something of members, and where several do, what holds them; in the order in which they are met. */
export function listSpeaking(graph: SchemaGraph, speakers: Speakers, start: NodeId): NodeId[] {
  const found = new Set<NodeId>();
  const stack = [start];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const id = speakers.get(next);
    if (id === undefined || found.has(id)) continue;
    found.add(id);
    for (const child of listConjuncts(keywordsOf(graph, id)).reverse()) stack.push(child);
  }
  return [...found];
}
