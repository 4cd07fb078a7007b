import type { SchemaId } from "../link/linked.js";
import type { Edge } from "./edges.js";
import { listEdges } from "./edges.js";
import type { LoweredSchema } from "./lower-schema.js";

export interface StructureEdge extends Edge {
  readonly target: SchemaId;
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
  for (const [id, lowered] of schemas) {
    const edges = listEdges(lowered.schema).map((edge): StructureEdge => {
      const target = edge.target as SchemaId;
      const inline = edge.tokens[0] !== "$ref" && schemas.get(target)?.source.definition === false;
      return { ...edge, target, inline };
    });
    structure.set(id, { id, lowered, edges });
  }
  return structure;
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
      const others = holders.get(edge.target);
      if (others) others.push(schema.id);
      else holders.set(edge.target, [schema.id]);
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
