import { invariant } from "../invariant.js";
import type { SchemaGraph } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import type { DeclarationNames } from "./names.js";

/** Names with definitions first and in the schema's order, whichever pass gave a name, and what each is published as. */
export function orderNames(
  graph: SchemaGraph,
  given: ReadonlyMap<DeclarationId, DeclarationNames>,
  keyOf: (id: DeclarationId) => string,
): {
  readonly declarations: ReadonlyMap<DeclarationId, DeclarationNames>;
  readonly published: readonly (readonly [key: string, name: string])[];
} {
  const definitions = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  const order = new Set<DeclarationId>([...definitions.map(({ id }) => id), ...given.keys()]);
  const declarations = new Map<DeclarationId, DeclarationNames>();
  const published = new Map<DeclarationNames, readonly [key: string, name: string]>();
  for (const id of order) {
    const names = given.get(id);
    invariant(names, `${id} has no name`);
    declarations.set(id, names);
    if (!published.has(names)) published.set(names, [keyOf(id), names.type]);
  }
  return { declarations, published: [...published.values()] };
}
