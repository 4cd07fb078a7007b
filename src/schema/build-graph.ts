import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import type { Linked, SchemaId } from "../link/linked.js";
import { replaceTargets } from "./edges.js";
import type { Meaning, Meanings } from "./meanings.js";
import { nodeId } from "./meanings.js";
import type { ParentEdge, Placing } from "./place-nodes.js";
import { placeNodes } from "./place-nodes.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";

/** A meaning with what its edges lead to; undefined for a name that the dynamic scope lacks. */
interface Reached {
  readonly id: NodeId;
  readonly meaning: Meaning;
  readonly targets: readonly { readonly edge: StructureEdge; readonly meaning: Meaning | undefined }[];
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
  const reached = new Map([...all].filter(([id]) => !open.has(id)));
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
  const found = new Map(starts.flatMap(meanings.start).map((meaning) => [nodeId(meaning), meaning]));
  const reached = new Map<NodeId, Reached>();
  // A map yields what is added while it is walked.
  for (const [id, meaning] of found) {
    const { edges } = structured(structure, meaning.schema);
    const targets = (meaning.reading.withheld ? [] : edges).map((edge) => ({
      edge,
      meaning: meanings.follow(meaning, edge),
    }));
    for (const { meaning: target } of targets) if (target) found.set(nodeId(target), target);
    reached.set(id, { id, meaning, targets });
  }
  return reached;
}

/** The nodes from which a name that the dynamic scope lacks can be reached. */
function findOpen(reached: ReadonlyMap<NodeId, Reached>): ReadonlySet<NodeId> {
  const open = new Set<NodeId>();
  const holders = new Map<NodeId, NodeId[]>();
  for (const { id, targets } of reached.values()) {
    for (const { meaning } of targets) {
      if (!meaning) open.add(id);
      else if (holders.get(nodeId(meaning))?.push(id) === undefined) holders.set(nodeId(meaning), [id]);
    }
  }
  if (open.size > 0) for (const id of open) for (const holder of holders.get(id) ?? []) open.add(holder);
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
  for (const { id, meaning, targets } of reached.values()) {
    for (const { edge, meaning: target } of targets) {
      if (!edge.inline || !target || target.mode !== meaning.mode) continue;
      const child = nodeId(target);
      const isAlike = endingOf(target) === endingOf(meaning);
      if (parents.has(child) && (!isAlike || alike.has(child))) continue;
      parents.set(child, { node: id, tokens: edge.tokens });
      if (isAlike) alike.add(child);
    }
  }
  return parents;
}

/** How the meaning differs from the plain one of its schema. */
function endingOf(meaning: Meaning): string {
  return nodeId(meaning).slice(meaning.schema.length);
}

function makeNode({ structure, meanings, reached, placing }: Building, id: NodeId): SchemaNode {
  const node = reached.get(id);
  invariant(node, `the node ${id} was ordered but not reached`);
  const { meaning } = node;
  const { source } = structured(structure, meaning.schema).lowered;
  return {
    id,
    source: meaning.schema,
    place: source.place,
    schema: resolveEdges(meanings, node),
    annotations: meanings.annotationsOf(meaning),
    typeInferred: meanings.inferredType(meaning) !== undefined,
    parent: placing.parents.get(id),
    nested: placing.nested.get(id),
    scope: [...meaning.scope.values()],
    givenNames: source.givenNames,
  };
}

/** The schema of a meaning, with the nodes that its edges lead to. */
function resolveEdges(meanings: Meanings, { meaning, targets }: Reached): CanonicalSchema | boolean {
  const schema = meanings.schemaOf(meaning);
  if (typeof schema === "boolean") return schema;
  // Both walk the same schema, and so meet the same edges in the same order.
  const remaining = targets.values();
  return replaceTargets(schema, () => {
    const target = remaining.next().value?.meaning;
    invariant(target, `an edge of ${meaning.schema} is not in its structure`);
    return nodeId(target);
  });
}

/** Roots, then definitions, then what stands in them; each in document order, and of one schema the plain meaning first. */
function orderNodes(
  { structure, reached, placing: { parents } }: Building,
  roots: readonly NodeId[],
): NodeId[] {
  const bySchema = new Map<SchemaId, NodeId[]>([...structure.keys()].map((id) => [id, []]));
  for (const { id, meaning } of reached.values()) bySchema.get(meaning.schema)?.push(id);
  const first = new Set(roots);
  const others = [...bySchema]
    .flatMap(([schema, ids]) => [...ids.filter((id) => id === schema), ...ids.filter((id) => id !== schema)])
    .filter((id) => !first.has(id));
  return [...roots, ...others.filter((id) => !parents.has(id)), ...others.filter((id) => parents.has(id))];
}

function structured(structure: Structure, id: SchemaId): StructuredSchema {
  const schema = structure.get(id);
  invariant(schema, `${id} is not among the linked schemas`);
  return schema;
}
