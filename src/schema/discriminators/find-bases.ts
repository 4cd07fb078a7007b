import type { SchemaId } from "../../link/linked.js";
import { keywordsOf, listConjuncts, meetValues, readMember } from "../branch-tags.js";
import type { Structure } from "../structure.js";
import { findHolders } from "../structure.js";
import type { Discriminator } from "./discriminator.js";
import { findMapped, nameOf } from "./members.js";

/** A schema that others build upon, with a discriminator that tells these apart. */
export interface Base {
  readonly id: SchemaId;
  readonly discriminator: Discriminator;
  /** The definitions that have it in their `allOf`, directly or through others; itself too, where it says so. */
  readonly variants: readonly SchemaId[];
}

/** The bases of these discriminators, those without children too. */
export function findBases(
  structure: Structure,
  discriminators: Iterable<readonly [SchemaId, Discriminator]>,
): Base[] {
  const holders = findHolders(structure);
  const bases = new Map<SchemaId, { readonly discriminator: Discriminator; readonly children: SchemaId[] }>();
  for (const [id, discriminator] of discriminators) {
    let base = id;
    // What stands in an `allOf` speaks of what that stands in.
    for (let held = holders.get(base); held?.edge.role === "conjunct"; held = holders.get(base)) {
      base = held.schema.id;
    }
    if (!bases.has(base)) bases.set(base, { discriminator, children: [] });
  }
  if (bases.size === 0) return [];
  for (const id of structure.keys()) {
    if (nameOf(structure, id) === undefined || isAlias(structure, id)) continue;
    for (const above of listConjuncts(structure, id)) if (above !== id) bases.get(above)?.children.push(id);
  }
  return [...bases].map(([id, { discriminator, children }]) => {
    const isVariant = children.length > 0 && namesItself(structure, id, discriminator, children);
    return { id, discriminator, variants: isVariant ? [id, ...children] : children };
  });
}

/** Another name for a schema builds nothing upon it. */
function isAlias(structure: Structure, id: SchemaId): boolean {
  return Object.keys(keywordsOf(structure, id)).join() === "$ref";
}

/** Whether the mapping leads to the base, or its property lists its name and no child's. */
function namesItself(
  structure: Structure,
  base: SchemaId,
  discriminator: Discriminator,
  children: readonly SchemaId[],
): boolean {
  const itself = [{ definitions: [base] }];
  for (const text of discriminator.mapping.values()) {
    if (findMapped(structure, discriminator, text, itself)) return true;
  }
  const name = nameOf(structure, base);
  const listed = meetValues(
    structure,
    readMember(structure, base).properties.get(discriminator.property) ?? [],
  );
  const isListed = name !== undefined && listed.length > 1 && listed.includes(name);
  return isListed && !children.some((child) => nameOf(structure, child) === name);
}
