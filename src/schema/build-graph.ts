import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import type { Linked, SchemaId } from "../link/linked.js";
import { replaceTargets } from "./edges.js";
import type { Meaning, Meanings } from "./meanings.js";
import type { ParentEdge, Placing } from "./place-nodes.js";
import { placeNodes } from "./place-nodes.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";

/** A meaning with its edges, and what each leads to; undefined for a name that the dynamic scope lacks. */
interface Reached {
  readonly id: NodeId;
  readonly meaning: Meaning;
  readonly structured: StructuredSchema;
  readonly edges: readonly StructureEdge[];
  readonly targets: readonly (Meaning | undefined)[];
}

interface Building {
  readonly structure: Structure;
  readonly meanings: Meanings;
  readonly reached: ReadonlyMap<NodeId, Reached>;
  readonly placing: Placing;
}

/**
 * The graph of all meanings that roots and definitions reach. A definition whose dynamic references lead nowhere by itself has only
 * the meanings that others give it.
 */
export function buildGraph(linked: Linked, structure: Structure, meanings: Meanings): Outcome<SchemaGraph> {
  const definitions = [...structure.values()].filter(({ lowered }) => lowered.source.definition);
  const all = reachAll(structure, meanings, [...linked.roots, ...definitions.map(({ id }) => id)]);
  const open = findOpen(all);
  const reached = open.size === 0 ? all : new Map([...all].filter(([id]) => !open.has(id)));
  const building = { structure, meanings, reached, placing: placeNodes(findHolders(reached)) };
  const roots = linked.roots.filter((id) => reached.has(id));
  const ids = orderNodes(building, roots);
  return {
    value: { roots, nodes: new Map(ids.map((id) => [id, makeNode(building, id)])) },
    diagnostics: linked.roots
      .filter((id) => open.has(id))
      .map((id) => reportOpenRoot(structured(structure, id))),
  };
}

function reachAll(
  structure: Structure,
  meanings: Meanings,
  starts: readonly SchemaId[],
): Map<NodeId, Reached> {
  const found = starts.flatMap(meanings.start);
  const reached = new Map<NodeId, Reached>();
  // An array yields what is added while it is walked.
  for (const meaning of found) {
    const { id } = meaning;
    if (reached.has(id)) continue;
    const schema = structured(structure, meaning.schema);
    const edges = meaning.reading.withheld ? none : schema.edges;
    const targets = edges.length === 0 ? none : edges.map((edge) => meanings.follow(meaning, edge));
    for (const target of targets) if (target) found.push(target);
    reached.set(id, { id, meaning, structured: schema, edges, targets });
  }
  return reached;
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

/** Where each node stands: in the meaning of its holder that is read as it is, else in the first that holds it. */
function findHolders(reached: ReadonlyMap<NodeId, Reached>): Map<NodeId, ParentEdge> {
  const parents = new Map<NodeId, ParentEdge>();
  const alike = new Set<NodeId>();
  for (const { id, meaning, edges, targets } of reached.values()) {
    if (edges.length === 0) continue;
    const ending = endingOf(meaning);
    for (const [index, edge] of edges.entries()) {
      const target = targets[index];
      if (!edge.inline || !target || target.mode !== meaning.mode) continue;
      const child = target.id;
      const isAlike = endingOf(target) === ending;
      if (parents.has(child) && (!isAlike || alike.has(child))) continue;
      parents.set(child, { node: id, tokens: edge.tokens });
      if (isAlike) alike.add(child);
    }
  }
  return parents;
}

/** How the meaning differs from the plain one of its schema. */
function endingOf({ id, schema }: Meaning): string {
  return id === schema ? "" : id.slice(schema.length);
}

function makeNode({ meanings, reached, placing }: Building, id: NodeId): SchemaNode {
  const node = reached.get(id);
  invariant(node, "this node was ordered but not reached:", id);
  const { meaning } = node;
  const { source } = node.structured.lowered;
  return {
    id,
    source: meaning.schema,
    place: source.place,
    schema: resolveEdges(meanings, node),
    annotations: meanings.annotationsOf(meaning),
    typeInferred: meanings.inferredType(meaning) !== undefined,
    parent: placing.parents.get(id),
    nested: placing.nested.get(id),
    scope: meaning.scope.size === 0 ? none : [...meaning.scope.values()],
    givenNames: source.givenNames,
  };
}

/** The schema of a meaning, with the nodes that its edges lead to. */
function resolveEdges(meanings: Meanings, { meaning, edges, targets }: Reached): CanonicalSchema | boolean {
  const schema = meanings.schemaOf(meaning);
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
  { structure, reached, placing: { parents } }: Building,
  roots: readonly NodeId[],
): NodeId[] {
  const others = new Map<SchemaId, NodeId[]>();
  for (const { id, meaning } of reached.values()) {
    if (id === meaning.schema) continue;
    const before = others.get(meaning.schema);
    if (before) before.push(id);
    else others.set(meaning.schema, [id]);
  }
  const first = new Set(roots);
  const definitions: NodeId[] = [];
  const held: NodeId[] = [];
  for (const schema of structure.keys()) {
    for (const id of [schema, ...(others.get(schema) ?? none)]) {
      if (!reached.has(id) || first.has(id)) continue;
      if (parents.has(id)) held.push(id);
      else definitions.push(id);
    }
  }
  return [...roots, ...definitions, ...held];
}

function structured(structure: Structure, id: SchemaId): StructuredSchema {
  const schema = structure.get(id);
  invariant(schema, "this is not among the linked schemas:", id);
  return schema;
}
