import { invariant } from "../invariant.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { listBelow, listInPlace } from "./keyword-table.js";

/** The nodes of a graph by number, in its order, so that who walks all of them looks none up by its long name. */
export interface NumberedNodes {
  readonly ids: readonly NodeId[];
  /** By number: what applies to the same instance. */
  readonly inPlace: readonly (readonly number[])[];
  /** By number: every subschema, those in place first. */
  readonly subschemas: readonly (readonly number[])[];
}

export function numberNodes({ nodes }: SchemaGraph): NumberedNodes {
  const numbers = new Map<NodeId, number>();
  for (const id of nodes.keys()) numbers.set(id, numbers.size);
  const numberOf = (id: NodeId): number => {
    const number = numbers.get(id);
    invariant(number !== undefined, "no node", id);
    return number;
  };
  const numberAll = (ids: readonly NodeId[]): readonly number[] =>
    ids.length === 0 ? none : ids.map(numberOf);
  const inPlace: (readonly number[])[] = [];
  const subschemas: (readonly number[])[] = [];
  for (const { schema } of nodes.values()) {
    const applied = numberAll(listInPlace(schema));
    const below = numberAll(listBelow(schema));
    inPlace.push(applied);
    subschemas.push(applied.length === 0 ? below : [...applied, ...below]);
  }
  return { ids: [...nodes.keys()], inPlace, subschemas };
}

const none: readonly number[] = [];
