import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { PropertyClaims } from "./conjuncts.js";
import { claimAll, compileProperties, keptConjuncts, keywordsOf } from "./conjuncts.js";
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
    let [below, isSplit]: [NodeId | undefined, boolean] = [undefined, false];
    for (const child of listConjuncts(keywords)) {
      const each = speakers.get(child);
      isSplit ||= each !== undefined && below !== undefined && each !== below;
      below ??= each;
    }
    const speaker = isSplit || speaksOfMembers(keywords) ? id : below;
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
  const members = new MemberFacts(graph, speakers);
  return {
    requiredKeys: (id) => members.requiredKeys(id),
    propertySchemas: (id, key) => members.propertySchemas(id, key),
  };
}

const noKeys: ReadonlySet<string> = new Set();
const none: readonly NodeId[] = [];

/** Proves what is asked when it is, and once. */
class MemberFacts {
  readonly #graph: SchemaGraph;
  readonly #speakers: Speakers;
  readonly #speaking = new Map<NodeId, readonly PropertyClaims[]>();
  readonly #required = new Map<NodeId, ReadonlySet<string>>();
  readonly #claims = new Map<NodeId, PropertyClaims>();

  constructor(graph: SchemaGraph, speakers: Speakers) {
    this.#graph = graph;
    this.#speakers = speakers;
  }

  requiredKeys(id: NodeId): ReadonlySet<string> {
    const speaker = this.#speakers.get(id);
    if (speaker === undefined) return noKeys;
    const known = this.#required.get(speaker);
    if (known) return known;
    const speaking = listSpeaking(this.#graph, this.#speakers, speaker);
    const keys = new Set(speaking.flatMap((each) => keywordsOf(this.#graph, each).required ?? []));
    if (speaking.length <= keptConjuncts) this.#required.set(speaker, keys);
    return keys;
  }

  propertySchemas(id: NodeId, key: string): readonly NodeId[] {
    const speaker = this.#speakers.get(id);
    if (speaker === undefined) return none;
    return claimAll(this.#speakingOf(speaker), key);
  }

  #speakingOf(speaker: NodeId): readonly PropertyClaims[] {
    const known = this.#speaking.get(speaker);
    if (known) return known;
    const claims = listSpeaking(this.#graph, this.#speakers, speaker).map((id) => this.#claimsOf(id));
    if (claims.length <= keptConjuncts) this.#speaking.set(speaker, claims);
    return claims;
  }

  #claimsOf(id: NodeId): PropertyClaims {
    const known = this.#claims.get(id);
    if (known) return known;
    const claims = compileProperties(keywordsOf(this.#graph, id));
    this.#claims.set(id, claims);
    return claims;
  }
}

/** The conjuncts that say something of members, and where several do, what holds them; in the order in which they are met. */
export function listSpeaking(graph: SchemaGraph, speakers: Speakers, start: NodeId): NodeId[] {
  const top = speakers.get(start);
  if (top === undefined) return [];
  if (listConjuncts(keywordsOf(graph, top)).length === 0) return [top];
  const found = new Set<NodeId>();
  const stack = [top];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const id = speakers.get(next);
    if (id === undefined || found.has(id)) continue;
    found.add(id);
    for (const child of listConjuncts(keywordsOf(graph, id)).toReversed()) stack.push(child);
  }
  return [...found];
}
