import type { SchemaId } from "../../link/linked.js";
import type { Structure } from "../structure.js";

export interface Heirs {
  /** All that holds or refers to the schema in a way that it always applies to the same instance; not the schema itself. */
  readonly below: (schema: SchemaId) => readonly SchemaId[];
}

export function findHeirs(structure: Structure): Heirs {
  const holders = new Map<SchemaId, SchemaId[]>();
  for (const { id, edges } of structure.values()) {
    const targets = edges.filter(({ role }) => role === "conjunct").flatMap((edge) => edge.targets);
    for (const { id: target } of targets)
      if (holders.get(target)?.push(id) === undefined) holders.set(target, [id]);
  }
  return {
    below: (schema) => {
      const found = new Set(holders.get(schema) ?? []);
      for (const id of found) for (const holder of holders.get(id) ?? []) found.add(holder);
      found.delete(schema);
      return [...found];
    },
  };
}
