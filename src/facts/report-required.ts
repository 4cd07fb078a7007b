import type { Diagnostic } from "../diagnostic.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { admits, noTypes } from "../schema/type-set.js";
import { findConjuncts, keywordsOf, nodeOf } from "./conjuncts.js";
import type { Proved } from "./doubts.js";
import { doubt, showPlace, showValue } from "./doubts.js";
import { listConjuncts } from "./keyword-table.js";
import { listSpeaking } from "./member-facts.js";
import type { Conflict } from "./member-conflicts.js";
import { findConflict, Members } from "./member-conflicts.js";

/**
 * Names in `required` that no object can have, over all that applies together; at the innermost schema in which it does.
 * Such a schema still admits what is no object.
 */
export function reportRequired(proved: Proved): Diagnostic[] {
  const { graph, proofOf } = proved;
  return [...listTops(proved)].flatMap((top) => {
    const speaking = listSpeaking(graph, proved.speakers, top);
    if (!mayConflict(proved, speaking) || !admits(proofOf(top).types, "object")) return [];
    const members = new Members(graph, speaking);
    const impossible = [...members.requirers].flatMap(([name, requirer]) => {
      const conflict = findConflict(members.claimsOf(name), proofOf);
      return conflict ? [{ name, requirer, conflict }] : [];
    });
    return impossible.slice(0, mostTold).map((each) => report(proved, top, each));
  });
}

/** Whether names that are required may have no value. One schema without patterns says one thing of each, which refuses all or not. */
function mayConflict({ graph, proofOf }: Proved, speaking: readonly NodeId[]): boolean {
  const [only] = speaking;
  if (only === undefined) return false;
  const { required, properties, patternProperties, additionalProperties } = keywordsOf(graph, only);
  if (speaking.length > 1 || patternProperties !== undefined) return true;
  if (required === undefined) return false;
  return required.some((name) => {
    const claim = properties?.get(name) ?? additionalProperties;
    return claim !== undefined && proofOf(claim).types === noTypes;
  });
}

/** So many names of one schema are told at most; who corrects them sees the others. */
const mostTold = 100;

/** Where what applies together begins: the nodes that no other holds as a conjunct, or what speaks for them. */
function listTops({ graph, keywords, speakers }: Proved): Set<NodeId> {
  const held = new Set<NodeId>();
  for (const [, { $ref }] of keywords.listHaving("$ref")) if ($ref !== undefined) held.add($ref);
  for (const [, { allOf }] of keywords.listHaving("allOf")) for (const child of allOf ?? []) held.add(child);
  const tops = new Set<NodeId>();
  for (const id of graph.nodes.keys()) {
    const speaker = held.has(id) ? undefined : speakers.get(id);
    if (speaker !== undefined) tops.add(speaker);
  }
  return tops;
}

interface Impossible {
  readonly name: string;
  readonly requirer: NodeId;
  readonly conflict: Conflict;
}

function report({ graph }: Proved, top: NodeId, impossible: Impossible): Diagnostic {
  const { claims } = impossible.conflict;
  const requiring = claims.find(({ node }) => keywordsOf(graph, node).required?.includes(impossible.name));
  const requirer = { node: requiring?.node ?? impossible.requirer, tokens: ["required"] };
  const holder = findInnermost(
    graph,
    top,
    [requirer, ...claims].map(({ node }) => node),
  );
  const said = [requirer, ...claims].find(({ node }) => node === holder);
  const name = showValue(impossible.name);
  const by = said === requirer ? "" : ` by ${show(graph, requirer, holder)}`;
  return doubt("required-impossible", nodeOf(graph, holder), said?.tokens ?? [], [
    `No object can meet this schema: ${name} is required${by}, and ${showConflict(graph, impossible.conflict, holder)}.`,
    `Do not require ${name}, or admit it wherever a schema speaks of it.`,
  ]);
}

/** The innermost of the conjuncts of `top` by way of which all of `nodes` apply together. */
function findInnermost(graph: SchemaGraph, top: NodeId, nodes: readonly NodeId[]): NodeId {
  const holders = new Map<NodeId, NodeId[]>();
  for (const id of findConjuncts(graph, top)) {
    for (const child of listConjuncts(keywordsOf(graph, id))) {
      const others = holders.get(child);
      if (others) others.push(id);
      else holders.set(child, [id]);
    }
  }
  const [first = new Set<NodeId>(), ...others] = [...new Set(nodes)].map((node) => {
    const found = new Set([node]);
    for (const id of found) for (const holder of holders.get(id) ?? []) found.add(holder);
    return found;
  });
  const common = new Set([...first].filter((id) => others.every((set) => set.has(id))));
  let innermost = top;
  for (let next: NodeId | undefined = top; next !== undefined;) {
    innermost = next;
    common.delete(next);
    next = listConjuncts(keywordsOf(graph, next)).find((child) => common.has(child));
  }
  return innermost;
}

/** What refuses the property, as the end of a sentence, for a diagnostic in the node `from`. */
export function showConflict(graph: SchemaGraph, { kind, claims }: Conflict, from: NodeId): string {
  const places = claims.map((claim) => show(graph, claim, from)).join(", ");
  return kind === "forbidden" ? `${places} refuses it` : `no value meets all that is said of it (${places})`;
}

function show(
  graph: SchemaGraph,
  { node, tokens }: { readonly node: NodeId; readonly tokens: readonly string[] },
  from: NodeId,
): string {
  return showPlace(nodeOf(graph, node), tokens, nodeOf(graph, from));
}
