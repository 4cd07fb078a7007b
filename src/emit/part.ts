import type { Declaration } from "./declaration.js";
import { holdsTypes } from "./module.js";
import { findReached } from "./reach.js";
import type { Scope } from "./scope.js";

/** What becomes a module, or a section of the single file. */
export interface Part {
  readonly name: string;
  readonly scope: Scope;
  readonly constants: readonly Declaration[];
  readonly declarations: readonly Declaration[];
}

/**
 * The parts without what nothing uses: functions that no public one calls, and constants of expressions that were left out. A name
 * is that of a constant of the same part, or else unique among all.
 */
export function keepUsed(parts: readonly Part[], isPublic: (name: string) => boolean): Part[] {
  const declarations = parts.flatMap((part) => part.declarations);
  const constants = new Map(
    parts.flatMap((part) => {
      const own = byName(part.constants);
      return [...part.constants, ...part.declarations].map((user) => [user, own] as const);
    }),
  );
  const all = byName([...parts.flatMap((part) => part.constants), ...declarations]);
  // Types are all public, and use nothing but types.
  const types = new Set(parts.flatMap((part) => (holdsTypes(part.name) ? part.declarations : [])));
  const roots = declarations.filter((each) => isPublic(each.name) && !types.has(each));
  const reached = findReached(roots, (name, user) => {
    const used = constants.get(user)?.get(name) ?? all.get(name);
    return used && types.has(used) ? undefined : used;
  });
  return parts.map((part) => ({
    ...part,
    constants: part.constants.filter((each) => reached.has(each)),
    declarations: part.declarations.filter((each) => types.has(each) || reached.has(each)),
  }));
}

function byName(declarations: readonly Declaration[]): ReadonlyMap<string, Declaration> {
  return new Map(declarations.map((declaration) => [declaration.name, declaration]));
}

/** The constants as one block, then each declaration. */
export function listTexts({ constants, declarations }: Part): string[] {
  const block = constants.map(({ text }) => text).join("\n");
  return [...(block === "" ? [] : [block]), ...declarations.map(({ text }) => text)];
}

/** Every name that the part refers to. */
export function listReferences({ constants, declarations }: Part): ReadonlySet<string> {
  return new Set([...constants, ...declarations].flatMap(({ uses }) => [...uses]));
}
