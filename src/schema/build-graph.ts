import type { Linked, SchemaId } from "../link/linked.js";
import { replaceTargets } from "./edges.js";
import type { Meaning, Meanings, Mode } from "./meanings.js";
import { nodeId } from "./meanings.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "./schema-graph.js";
import type { Structure, StructuredSchema } from "./structure.js";
import { invariant } from "../invariant.js";

type Parent = NonNullable<SchemaNode["parent"]>;

interface Building {
  readonly structure: Structure;
  readonly meanings: Meanings;
  /** Every meaning that is reached, by the id of its node; a map yields what is added while it is walked. */
  readonly reached: Map<NodeId, Meaning>;
  readonly schemas: Map<NodeId, CanonicalSchema | boolean>;
  readonly parents: Map<NodeId, Parent>;
}

/** The graph of all meanings that roots and definitions reach. */
export function buildGraph(linked: Linked, structure: Structure, meanings: Meanings): SchemaGraph {
  const building: Building = {
    structure,
    meanings,
    reached: new Map(),
    schemas: new Map(),
    parents: new Map(),
  };
  for (const id of linked.roots) reach(building, { schema: id, mode: "plain" });
  for (const { id, definition } of linked.schemas.values()) {
    if (definition) reach(building, { schema: id, mode: "plain" });
  }
  for (const [id, meaning] of building.reached) building.schemas.set(id, resolveEdges(building, meaning));
  const ids = orderNodes(building, linked);
  return { roots: linked.roots, nodes: new Map(ids.map((id) => [id, makeNode(building, id)])) };
}

function reach(building: Building, meaning: Meaning): NodeId {
  const id = nodeId(meaning);
  if (!building.reached.has(id)) building.reached.set(id, meaning);
  return id;
}

/** The schema of a meaning, with the nodes that its edges lead to. */
function resolveEdges(building: Building, meaning: Meaning): CanonicalSchema | boolean {
  const { lowered, edges } = structured(building, meaning.schema);
  if (typeof lowered.schema === "boolean") return lowered.schema;
  // Both walk the same schema, and so meet the same edges in the same order.
  const remaining = edges.values();
  const schema = replaceTargets(lowered.schema, () => {
    const edge = remaining.next().value;
    invariant(edge, `an edge of ${meaning.schema} is not in its structure`);
    const target = building.meanings.follow(meaning, edge);
    const id = reach(building, target);
    if (edge.inline && target.mode === meaning.mode) {
      building.parents.set(id, { node: nodeId(meaning), tokens: edge.tokens });
    }
    return id;
  });
  const type = building.meanings.inferredType(meaning);
  return type === undefined ? schema : { type: [type], ...schema };
}

function makeNode(building: Building, id: NodeId): SchemaNode {
  const meaning = building.reached.get(id);
  const schema = building.schemas.get(id);
  invariant(meaning && schema !== undefined, `the node ${id} was ordered but not built`);
  const { source, annotations } = structured(building, meaning.schema).lowered;
  return {
    id,
    source: meaning.schema,
    schema,
    annotations,
    typeInferred: building.meanings.inferredType(meaning) !== undefined,
    parent: building.parents.get(id),
    givenNames: source.givenNames,
  };
}

const modes: readonly Mode[] = ["plain", "exact", "exact-below"];

/** Roots, then definitions, then what stands in them; each in document order, and of one schema the plain meaning first. */
function orderNodes({ reached, parents }: Building, linked: Linked): NodeId[] {
  const roots = new Set<NodeId>(linked.roots);
  const ordered = [...linked.schemas.keys()].flatMap((schema) =>
    modes.map((mode) => nodeId({ schema, mode })).filter((id) => reached.has(id)),
  );
  const others = ordered.filter((id) => !roots.has(id));
  return [...roots, ...others.filter((id) => !parents.has(id)), ...others.filter((id) => parents.has(id))];
}

function structured({ structure }: Building, id: SchemaId): StructuredSchema {
  const schema = structure.get(id);
  invariant(schema, `${id} is not among the linked schemas`);
  return schema;
}
