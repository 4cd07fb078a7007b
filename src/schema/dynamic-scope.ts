import type { SchemaId } from "../link/linked.js";
import { relativeUri, withoutFragment } from "../uri.js";
import type { Structure, StructureEdge } from "./structure.js";
import { gatherBits } from "./structure.js";

/**
 * What dynamic references find from a schema on, by the name of the anchor: only what differs from what its own resource gives, and
 * only names that something in it, or that it leads to, asks for. So schemas that are read alike have one scope.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-7.1
 */
export type DynamicScope = ReadonlyMap<string, SchemaId>;

/** A schema within a dynamic scope. */
export interface ScopedSchema {
  readonly schema: SchemaId;
  readonly scope: DynamicScope;
}

export interface DynamicScopes {
  /** Whether no dynamic reference asks for anything, so that every scope is its schema's own. */
  readonly areOwn: boolean;
  /** What an edge leads to; undefined where it is a name that nothing on the way has. */
  readonly find: (from: ScopedSchema, edge: StructureEdge) => SchemaId | undefined;
  /** The scope of `target`, entered from `from`: the outermost resource that has an anchor keeps its say. */
  readonly enter: (from: ScopedSchema, target: SchemaId) => DynamicScope;
}

export const ownScope: DynamicScope = new Map();

export function findDynamicScopes(structure: Structure): DynamicScopes {
  const bits = new Map<string, number>();
  for (const { edges } of structure.values()) {
    for (const { anchor } of edges) {
      // Names share the 31 bits; a schema may so have a meaning too many, and never one too few.
      if (anchor !== undefined && !bits.has(anchor)) bits.set(anchor, 1 << (bits.size % 31));
    }
  }
  const asked = gatherBits(
    structure,
    ({ edges }) => (bits.size === 0 ? 0 : edges.reduce((sum, { anchor }) => sum | bitOf(anchor), 0)),
    () => true,
  );
  function bitOf(anchor: string | undefined): number {
    return anchor === undefined ? 0 : (bits.get(anchor) ?? 0);
  }
  const ownOf = (id: SchemaId): DynamicScope => structure.get(id)?.lowered.source.dynamicAnchors ?? ownScope;
  return {
    areOwn: bits.size === 0,
    find: ({ schema, scope }, { anchor, target }) =>
      anchor === undefined
        ? target
        : (scope.get(anchor) ?? ownOf(schema).get(anchor) ?? (structure.has(target) ? target : undefined)),
    enter: ({ schema, scope }, target) => {
      if (bits.size === 0) return ownScope;
      const wanted = asked(structure.get(target));
      if (wanted === 0) return ownScope;
      const own = ownOf(target);
      const outer = new Map([...ownOf(schema), ...scope]);
      const differing = [...outer].filter(
        ([name, id]) => (bitOf(name) & wanted) !== 0 && own.get(name) !== id,
      );
      return differing.length === 0 ? ownScope : new Map(differing.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** A scope in words that are the same on every machine: `node=strict-tree.json#`. Empty where it is a schema's own. */
export function describeScope({ schema, scope }: ScopedSchema): string {
  const base = withoutFragment(schema);
  return [...scope]
    .map(([name, id]) => {
      const uri = withoutFragment(id);
      return `${name}=${uri === base ? "" : relativeUri(base, uri)}${id.slice(uri.length)}`;
    })
    .join("&");
}
