import type { NodeId } from "../schema/schema-graph.js";
import type { Sameness } from "./same.js";
import type { Version } from "./version.js";

/** Definitions of both versions that belong together, and the names of those of one alone. */
export interface DefinitionMatch {
  readonly pairs: readonly {
    readonly name: string;
    /** What the old version calls it, where that is another name. */
    readonly oldName: string;
    readonly old: NodeId;
    readonly new: NodeId;
  }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Pairs definitions by name, then by where they stand in the authors' schemas, then as roots, then those that say the same. */
export function matchDefinitions(old: Version, updated: Version, sameness: Sameness): DefinitionMatch {
  const found = new Map<string, string>();
  const used = new Set<string>();
  const match = (name: string | undefined, oldName: string | undefined): void => {
    if (name === undefined || oldName === undefined || found.has(name) || used.has(oldName)) return;
    if (!updated.definitions.has(name) || !old.definitions.has(oldName)) return;
    found.set(name, oldName);
    used.add(oldName);
  };
  for (const name of updated.definitions.keys()) match(name, name);
  for (const [key, name] of Object.entries(updated.names)) match(name, old.names[key]);
  match(updated.root, old.root);
  for (const [name, id] of updated.definitions) {
    const same = [...old.definitions].filter(
      ([oldName, own]) => !used.has(oldName) && sameness.areSame(own, id),
    );
    if (!found.has(name) && same.length === 1) match(name, same[0]?.[0]);
  }
  return {
    pairs: [...updated.definitions].flatMap(([name, id]) => {
      const oldName = found.get(name);
      const own = oldName === undefined ? undefined : old.definitions.get(oldName);
      return oldName === undefined || own === undefined ? [] : [{ name, oldName, old: own, new: id }];
    }),
    added: [...updated.definitions.keys()].filter((name) => !found.has(name)),
    removed: [...old.definitions.keys()].filter((name) => !used.has(name)),
  };
}
