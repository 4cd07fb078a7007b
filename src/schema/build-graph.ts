import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import type { Linked, SchemaId } from "../link/linked.js";
import { replaceTargets } from "./edges.js";
import type { Meaning, Meanings } from "./meanings.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { Placed } from "./place-nodes.js";
import { isHeld, nestingOf, parentOf, placeNodes } from "./place-nodes.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";

/** A meaning with its edges, and what each leads to; undefined for a name that the dynamic scope lacks. */
interface Reached extends Placed {
  readonly meaning: Meaning;
  readonly lowered: LoweredSchema;
  readonly edges: readonly StructureEdge[];
  targets: readonly (Reached | undefined)[];
  /** Whether it differs from the plain meaning of its schema as its holder does. */
  isAlike: boolean;
}

/**
 * The graph of all meanings that roots and definitions reach. A definition whose dynamic references lead nowhere by itself has only
 * the meanings that others give it.
 */
export function buildGraph(linked: Linked, structure: Structure, meanings: Meanings): Outcome<SchemaGraph> {
  const reached = reachAll(structure, meanings, listStarts(linked, structure));
  const open = findOpen(reached);
  for (const id of open) reached.delete(id);
  findHolders(reached);
  placeNodes(reached.values());
  const roots = linked.roots.filter((id) => reached.has(id));
  const nodes = new Map<NodeId, SchemaNode>();
  for (const node of orderNodes(structure, reached, roots)) nodes.set(node.id, makeNode(meanings, node));
  return {
    value: { roots, nodes },
    diagnostics: linked.roots
      .filter((id) => open.has(id))
      .map((id) => reportOpenRoot(structured(structure, id))),
  };
}

function listStarts({ roots }: Linked, structure: Structure): SchemaId[] {
  const starts = [...roots];
  for (const { id, lowered } of structure.values()) if (lowered.source.definition) starts.push(id);
  return starts;
}

function reachAll(
  structure: Structure,
  meanings: Meanings,
  starts: readonly SchemaId[],
): Map<NodeId, Reached> {
  const reached = new Map<NodeId, Reached>();
  const reach = (meaning: Meaning): Reached => {
    const known = reached.get(meaning.id);
    if (known) return known;
    const node = newReached(meaning, structured(structure, meaning.schema));
    reached.set(meaning.id, node);
    return node;
  };
  for (const meaning of starts.flatMap(meanings.start)) reach(meaning);
  // A map yields what is added while it is walked.
  for (const node of reached.values()) {
    const { meaning, edges } = node;
    if (edges.length === 0) continue;
    node.targets = edges.map((edge) => {
      const target = meanings.follow(meaning, edge);
      return target && reach(target);
    });
  }
  return reached;
}

function newReached(meaning: Meaning, { lowered, edges }: StructuredSchema): Reached {
  const { id } = meaning;
  return {
    id,
    meaning,
    lowered,
    edges: meaning.reading.withheld ? none : edges,
    targets: none,
    holder: undefined,
    isAlike: false,
    level: undefined,
    definition: id,
  };
}

const none: readonly never[] = [];

/** The nodes from which a name that the dynamic scope lacks can be reached. */
function findOpen(reached: ReadonlyMap<NodeId, Reached>): ReadonlySet<NodeId> {
  const open = new Set<NodeId>();
  for (const { id, targets } of reached.values()) if (targets.includes(undefined)) open.add(id);
  if (open.size === 0) return open;
  const holders = new Map<NodeId, NodeId[]>();
  for (const { id, targets } of reached.values()) {
    for (const target of targets) {
      if (target && holders.get(target.id)?.push(id) === undefined) holders.set(target.id, [id]);
    }
  }
  for (const id of open) for (const holder of holders.get(id) ?? []) open.add(holder);
  return open;
}

function reportOpenRoot({ lowered }: StructuredSchema): Diagnostic {
  return diagnose(
    "reference-unresolved",
    "From here a dynamic reference asks for an anchor that no schema on the way has.",
    "Give a schema that leads there a `$dynamicAnchor` of that name.",
    lowered.source.place,
  );
}

/** Tells each node what holds it: the meaning of its holder that is read as it is, else the first that holds it. */
function findHolders(reached: ReadonlyMap<NodeId, Reached>): void {
  for (const by of reached.values()) {
    const { meaning, edges, targets } = by;
    if (edges.length === 0) continue;
    const ending = endingOf(meaning);
    for (const [index, { inline, tokens }] of edges.entries()) {
      const target = targets[index];
      if (!inline || !target || target.meaning.mode !== meaning.mode) continue;
      const isAlike = endingOf(target.meaning) === ending;
      if (target.holder && (!isAlike || target.isAlike)) continue;
      target.holder = { by, tokens };
      target.isAlike = isAlike;
    }
  }
}

/** How the meaning differs from the plain one of its schema. */
function endingOf({ id, schema }: Meaning): string {
  return id === schema ? "" : id.slice(schema.length);
}

function makeNode(meanings: Meanings, node: Reached): SchemaNode {
  const { id, meaning, lowered } = node;
  const { place, givenNames } = lowered.source;
  return {
    id,
    source: meaning.schema,
    place,
    schema: resolveEdges(meanings, node),
    annotations: meanings.annotationsOf(meaning, lowered),
    typeInferred: meanings.inferredType(meaning) !== undefined,
    parent: parentOf(node),
    nested: nestingOf(node),
    scope: meaning.scope.size === 0 ? none : [...meaning.scope.values()],
    givenNames,
  };
}

/** The schema of a meaning, with the nodes that its edges lead to. */
function resolveEdges(
  meanings: Meanings,
  { meaning, lowered, edges, targets }: Reached,
): CanonicalSchema | boolean {
  const schema = meanings.schemaOf(meaning, lowered);
  const isResolved = edges.every(({ target }, index) => target === targets[index]?.id);
  if (typeof schema === "boolean" || isResolved) return schema;
  // Both walk the same schema, and so meet the same edges in the same order.
  const remaining = targets.values();
  return replaceTargets(schema, () => {
    const target = remaining.next().value;
    invariant(target, "the structure lacks an edge of", meaning.schema);
    return target.id;
  });
}

/** Roots, then definitions, then what stands in them; each in document order, and of one schema the plain meaning first. */
function orderNodes(
  structure: Structure,
  reached: ReadonlyMap<NodeId, Reached>,
  roots: readonly NodeId[],
): Reached[] {
  const others = new Map<SchemaId, Reached[]>();
  for (const node of reached.values()) {
    const { schema } = node.meaning;
    if (node.id === schema) continue;
    const before = others.get(schema);
    if (before) before.push(node);
    else others.set(schema, [node]);
  }
  const first = new Set(roots.flatMap((id) => reached.get(id) ?? none));
  const definitions: Reached[] = [];
  const held: Reached[] = [];
  const add = (node: Reached): void => {
    if (first.has(node)) return;
    if (isHeld(node)) held.push(node);
    else definitions.push(node);
  };
  for (const id of structure.keys()) {
    const plain = reached.get(id);
    if (plain) add(plain);
    if (others.size > 0) for (const other of others.get(id) ?? none) add(other);
  }
  return [...first, ...definitions, ...held];
}

function structured(structure: Structure, id: SchemaId): StructuredSchema {
  const schema = structure.get(id);
  invariant(schema, "this is not among the linked schemas:", id);
  return schema;
}
