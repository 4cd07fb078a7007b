import type { Declaration } from "./declaration.js";

/** The roots and all that they use, directly or not; `resolve`: what a name stands for where it is used. */
export function findReached(
  roots: Iterable<Declaration>,
  resolve: (name: string, user: Declaration) => Declaration | undefined,
): ReadonlySet<Declaration> {
  const reached = new Set(roots);
  // A set's iterator comes to what is added meanwhile.
  for (const user of reached) {
    for (const name of user.uses) {
      const used = resolve(name, user);
      if (used) reached.add(used);
    }
  }
  return reached;
}
