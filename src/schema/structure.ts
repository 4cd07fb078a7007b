import type { SchemaId } from "../link/linked.js";
import type { Edge } from "./edges.js";
import { formatPointer } from "../pointer.js";
import { listEdges } from "./edges.js";
import type { LoweredSchema } from "./lowered-schema.js";

export interface StructureEdge extends Edge {
  readonly target: SchemaId;
  /** The name that a dynamic reference looks up in the dynamic scope before it takes its target. */
  readonly anchor: string | undefined;
  /** All that the edge may lead to: its target, and, of a dynamic reference, whatever has its anchor. */
  readonly targets: readonly SchemaId[];
  /** Whether the target stands in the schema; otherwise it is a definition, or a reference leads to it. */
  readonly inline: boolean;
}

/** A lowered schema with its edges. */
export interface StructuredSchema {
  readonly id: SchemaId;
  readonly lowered: LoweredSchema;
  readonly edges: readonly StructureEdge[];
}

/** All schemas, in document order. */
export type Structure = ReadonlyMap<SchemaId, StructuredSchema>;

export function findStructure(schemas: ReadonlyMap<SchemaId, LoweredSchema>): Structure {
  const structure = new Map<SchemaId, StructuredSchema>();
  const anchored = findAnchored(schemas);
  for (const [id, lowered] of schemas) {
    const edges = listEdges(lowered.schema).map((edge): StructureEdge => {
      const target = edge.target as SchemaId;
      const { dynamic } = lowered;
      const isDynamic = dynamic !== undefined && formatPointer(edge.tokens) === dynamic.pointer;
      const anchor = isDynamic ? dynamic.anchor : undefined;
      const isReference = edge.tokens[0] === "$ref" || isDynamic;
      const inline = !isReference && schemas.get(target)?.source.definition === false;
      const others = anchor === undefined ? [] : (anchored.get(anchor) ?? []);
      return { ...edge, target, anchor, targets: [target, ...others], inline };
    });
    structure.set(id, { id, lowered, edges });
  }
  return structure;
}

/** The places that have each dynamic anchor, in any resource. */
function findAnchored(schemas: ReadonlyMap<SchemaId, LoweredSchema>): Map<string, ReadonlySet<SchemaId>> {
  const places = new Map<string, Set<SchemaId>>();
  // All schemas of a resource share one map.
  const maps = new Set([...schemas.values()].map(({ source }) => source.dynamicAnchors));
  for (const [name, id] of [...maps].flatMap((anchors) => [...anchors])) {
    places.set(name, (places.get(name) ?? new Set<SchemaId>()).add(id));
  }
  return places;
}

/**
 * For each schema its own bits and those of all that the followed edges lead to, however far: in time linear in edges times bits,
 * circles or not.
 */
export function gatherBits(
  structure: Structure,
  ownBits: (schema: StructuredSchema) => number,
  follows: (edge: StructureEdge, schema: StructuredSchema) => boolean,
): Map<SchemaId, number> {
  const holders = new Map<SchemaId, SchemaId[]>();
  const bits = new Map<SchemaId, number>();
  for (const schema of structure.values()) {
    bits.set(schema.id, ownBits(schema));
    for (const edge of schema.edges) {
      if (!follows(edge, schema)) continue;
      for (const target of edge.targets) {
        const others = holders.get(target);
        if (others) others.push(schema.id);
        else holders.set(target, [schema.id]);
      }
    }
  }
  const worklist = [...structure.keys()];
  for (let id = worklist.pop(); id !== undefined; id = worklist.pop()) {
    for (const holder of holders.get(id) ?? []) {
      const before = bits.get(holder) ?? 0;
      const after = before | (bits.get(id) ?? 0);
      if (after === before) continue;
      bits.set(holder, after);
      worklist.push(holder);
    }
  }
  return bits;
}

/** All that stands below the edges that match, as far as it is written there and not referred to. */
export function findBelow(
  structure: Structure,
  matches: (edge: StructureEdge) => boolean,
): ReadonlySet<SchemaId> {
  const edges = [...structure.values()].flatMap((schema) => schema.edges);
  const found = new Set(edges.filter((edge) => edge.inline && matches(edge)).map(({ target }) => target));
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
  return new Set(edges.filter(({ inline }) => !inline).flatMap(({ targets }) => targets));
}

/** Whether what the edge leads to bears on the same instance, always or in some cases. */
export function isInPlace({ role }: StructureEdge): boolean {
  return role === "conjunct" || role === "branch";
}

/** Every schema after all that applies in place of it, circles aside, which `facts` reports. */
export function orderInPlace(structure: Structure): StructuredSchema[] {
  const ordered = new Set<StructuredSchema>();
  const opened = new Set<StructuredSchema>();
  const stack = [...structure.values()].reverse();
  for (let schema = stack.at(-1); schema; schema = stack.at(-1)) {
    if (opened.has(schema)) {
      ordered.add(schema);
      stack.pop();
      continue;
    }
    opened.add(schema);
    for (const target of schema.edges.filter(isInPlace).flatMap(({ targets }) => targets)) {
      const below = structure.get(target);
      if (below && !opened.has(below)) stack.push(below);
    }
  }
  return [...ordered];
}
