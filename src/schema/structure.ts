import type { SchemaId } from "../link/linked.js";
import { formatPointer } from "../pointer.js";
import type { Edge, MakeEdge } from "./edges.js";
import { mapEdges } from "./edges.js";
import type { LoweredSchema } from "./lowered-schema.js";

export interface StructureEdge extends Edge {
  readonly target: SchemaId;
  /** The name that a dynamic reference looks up in the dynamic scope before it takes its target. */
  readonly anchor: string | undefined;
  /** All that the edge may lead to: its target, and, of a dynamic reference, whatever has its anchor. */
  readonly targets: readonly StructuredSchema[];
  /** Whether the target stands in the schema; otherwise it is a definition, or a reference leads to it. */
  readonly inline: boolean;
}

/** A lowered schema with its edges. */
export interface StructuredSchema {
  readonly id: SchemaId;
  /** Its place among all schemas, from 0. */
  readonly index: number;
  readonly lowered: LoweredSchema;
  readonly edges: readonly StructureEdge[];
}

/** All schemas, in document order. */
export type Structure = ReadonlyMap<SchemaId, StructuredSchema>;

interface Growing extends StructuredSchema {
  edges: readonly StructureEdge[];
}

export function findStructure(schemas: ReadonlyMap<SchemaId, LoweredSchema>): Structure {
  const structure = new Map<SchemaId, Growing>();
  for (const [id, lowered] of schemas) structure.set(id, { id, index: structure.size, lowered, edges: none });
  const anchored = findAnchored(schemas);
  const trace: MakeEdge<StructureEdge> = (tokens, target, role) => {
    const found = structure.get(target as SchemaId);
    const inline = tokens[0] !== "$ref" && found?.lowered.source.definition === false;
    const targets = found ? [found] : none;
    return { tokens, target: target as SchemaId, role, anchor: undefined, targets, inline };
  };
  for (const schema of structure.values()) {
    const { dynamic } = schema.lowered;
    const edges = mapEdges(schema.lowered.schema, trace);
    schema.edges = dynamic ? edges.map((edge) => traceDynamic(structure, anchored, dynamic, edge)) : edges;
  }
  return structure;
}

const none: readonly never[] = [];

/** The edge, with all that it may lead to where it is the dynamic reference. */
function traceDynamic(
  structure: Structure,
  anchored: ReadonlyMap<string, ReadonlySet<SchemaId>>,
  { pointer, anchor }: NonNullable<LoweredSchema["dynamic"]>,
  edge: StructureEdge,
): StructureEdge {
  if (formatPointer(edge.tokens) !== pointer) return edge;
  const others = anchor === undefined ? none : listAnchored(structure, anchored, anchor);
  return { ...edge, anchor, targets: [...edge.targets, ...others], inline: false };
}

function listAnchored(
  structure: Structure,
  anchored: ReadonlyMap<string, ReadonlySet<SchemaId>>,
  anchor: string,
): StructuredSchema[] {
  return [...(anchored.get(anchor) ?? [])].flatMap((id) => structure.get(id) ?? []);
}

/** The places that have each dynamic anchor, in any resource. */
function findAnchored(schemas: ReadonlyMap<SchemaId, LoweredSchema>): Map<string, ReadonlySet<SchemaId>> {
  const places = new Map<string, Set<SchemaId>>();
  // All schemas of a resource share one map.
  const maps = new Set<ReadonlyMap<string, SchemaId>>();
  for (const { source } of schemas.values()) {
    if (source.dynamicAnchors.size > 0) maps.add(source.dynamicAnchors);
  }
  for (const [name, id] of [...maps].flatMap((anchors) => [...anchors])) {
    places.set(name, (places.get(name) ?? new Set<SchemaId>()).add(id));
  }
  return places;
}

/** What was gathered for a schema; nothing, where there is none. */
export type Gathered = (schema: StructuredSchema | undefined) => number;

/**
 * For each schema its own bits and those of all that the followed edges lead to, however far: in time linear in edges times bits,
 * circles or not.
 */
export function gatherBits(
  structure: Structure,
  ownBits: (schema: StructuredSchema) => number,
  follows: (edge: StructureEdge, schema: StructuredSchema) => boolean,
): Gathered {
  const bits = new Int32Array(structure.size);
  const worklist: StructuredSchema[] = [];
  for (const schema of structure.values()) {
    const own = ownBits(schema);
    if (own === 0) continue;
    bits[schema.index] = own;
    worklist.push(schema);
  }
  const gathered: Gathered = (schema) => (schema ? (bits[schema.index] ?? 0) : 0);
  if (worklist.length === 0) return gathered;
  const holders = listHolders(structure, follows);
  for (let schema = worklist.pop(); schema; schema = worklist.pop()) {
    for (const holder of holders[schema.index] ?? []) {
      const before = gathered(holder);
      const after = before | gathered(schema);
      if (after === before) continue;
      bits[holder.index] = after;
      worklist.push(holder);
    }
  }
  return gathered;
}

/** What mostly nothing asks for. */
export function gatherWhenAsked(gather: () => Gathered): Gathered {
  let gathered: Gathered | undefined;
  return (schema) => (gathered ??= gather())(schema);
}

/** By the index of a schema: those with a followed edge to it. */
function listHolders(
  structure: Structure,
  follows: (edge: StructureEdge, schema: StructuredSchema) => boolean,
): readonly (readonly StructuredSchema[] | undefined)[] {
  const holders: (StructuredSchema[] | undefined)[] = Array.from({ length: structure.size });
  for (const schema of structure.values()) {
    for (const edge of schema.edges) {
      if (!follows(edge, schema)) continue;
      for (const { index } of edge.targets) {
        const others = holders[index];
        if (others) others.push(schema);
        else holders[index] = [schema];
      }
    }
  }
  return holders;
}

/** All that stands below the edges that match, as far as it is written there and not referred to. */
export function findBelow(
  structure: Structure,
  matches: (edge: StructureEdge) => boolean,
): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  for (const { edges } of structure.values()) {
    for (const edge of edges) if (edge.inline && matches(edge)) found.add(edge.target);
  }
  // A set yields what is added while it is walked.
  for (const id of found) {
    for (const { inline, target } of structure.get(id)?.edges ?? []) if (inline) found.add(target);
  }
  return found;
}

/** The schema in which another stands, and how. */
export interface Holder {
  readonly schema: StructuredSchema;
  readonly edge: StructureEdge;
}

export function findHolders(structure: Structure): Map<SchemaId, Holder> {
  const holders = new Map<SchemaId, Holder>();
  for (const schema of structure.values()) {
    for (const edge of schema.edges) if (edge.inline) holders.set(edge.target, { schema, edge });
  }
  return holders;
}

/** What references lead to. */
export function findReferred(structure: Structure): Set<SchemaId> {
  const edges = [...structure.values()].flatMap((schema) => schema.edges);
  return new Set(edges.filter(({ inline }) => !inline).flatMap(({ targets }) => targets.map(({ id }) => id)));
}

/** Whether what the edge leads to bears on the same instance, always or in some cases. */
export function isInPlace({ role }: StructureEdge): boolean {
  return role === "conjunct" || role === "branch";
}

/** Every schema after all that applies in place of it, circles aside, which `facts` reports. */
export function orderInPlace(structure: Structure): readonly StructuredSchema[] {
  const ordered: StructuredSchema[] = [];
  const isOrdered = new Uint8Array(structure.size);
  const isOpened = new Uint8Array(structure.size);
  const stack = [...structure.values()].reverse();
  for (let schema = stack.at(-1); schema; schema = stack.at(-1)) {
    if (isOpened[schema.index] === 1) {
      if (isOrdered[schema.index] === 0) ordered.push(schema);
      isOrdered[schema.index] = 1;
      stack.pop();
      continue;
    }
    isOpened[schema.index] = 1;
    for (const edge of schema.edges) {
      if (!isInPlace(edge)) continue;
      for (const below of edge.targets) if (isOpened[below.index] === 0) stack.push(below);
    }
  }
  return ordered;
}
