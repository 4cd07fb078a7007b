import type { SchemaId } from "../../link/linked.js";
import { keywordsOf } from "../branch-tags.js";
import type { LoweredSchema } from "../lowered-schema.js";
import type { Structure, StructuredSchema } from "../structure.js";
import { findStructure } from "../structure.js";
import type { Discriminator } from "./discriminator.js";
import type { Base } from "./find-bases.js";
import { findBases } from "./find-bases.js";
import { makeVariants } from "./make-variants.js";
import type { Member } from "./members.js";
import { findMapped, resolveBranch } from "./members.js";

/** A discriminator with the schemas that it tells apart. */
export interface Group {
  readonly discriminator: Discriminator;
  /** The union. */
  readonly holder: SchemaId;
  /** Where the union is one that we made: the schema that has the discriminator, and that its members build upon. */
  readonly base: SchemaId | undefined;
  readonly members: readonly Member[];
  /** Unions among the branches that are told apart by the same property themselves, and their members. */
  readonly told: readonly Member[];
}

export interface Groups {
  /** The schemas, with a definition for the variants of each base. */
  readonly structure: Structure;
  readonly groups: readonly Group[];
  readonly bases: readonly Base[];
}

/** Finds the members of each discriminator: the branches beside it, or the definitions that have its schema in their `allOf`. */
export function findGroups(
  written: Structure,
  discriminators: ReadonlyMap<StructuredSchema, Discriminator>,
): Groups {
  const all = [...discriminators];
  const unions = all.filter(([schema]) => listBranches(schema).length > 0);
  const others = all.filter(([schema]) => listBranches(schema).length === 0);
  const bases = findBases(
    written,
    others.map(([{ id }, discriminator]) => [id, discriminator]),
  );
  const { structure, made } = addVariants(written, bases);
  const owned = new Map(unions.map(([{ id }, discriminator]) => [id, discriminator]));
  return {
    structure,
    groups: [
      ...unions.map(([{ id }, discriminator]) => ({
        discriminator,
        holder: id,
        base: undefined,
        ...listMembers(structure, owned, discriminator, id),
      })),
      ...[...made].map(([{ id, discriminator }, holder]) => ({
        discriminator,
        holder,
        base: id,
        ...listMembers(structure, new Map(), discriminator, holder),
      })),
    ],
    bases,
  };
}

/** What the branches of a union lead to. A branch that is a union and nothing else is taken for its members, unless values are mapped to it. */
function listMembers(
  structure: Structure,
  owned: ReadonlyMap<SchemaId, Discriminator>,
  discriminator: Discriminator,
  union: SchemaId,
): Pick<Group, "members" | "told"> {
  const members: Member[] = [];
  const told: Member[] = [];
  const branchesOf = (id: SchemaId): SchemaId[] => {
    const schema = structure.get(id);
    return schema ? listBranches(schema) : [];
  };
  const pending = new Map(branchesOf(union).map((branch) => [branch, members]));
  // A map yields what is added while it is walked.
  for (const [branch, list] of pending) {
    const member = resolveBranch(structure, branch);
    const { schema } = member;
    const isOwn = owned.get(schema)?.property === discriminator.property;
    const isUnion = isPlainUnion(structure, schema) && !isMapped(structure, discriminator, member);
    if (!isUnion || isOwn) (isUnion ? told : list).push(member);
    if (!isUnion) continue;
    for (const each of branchesOf(schema)) if (!pending.has(each)) pending.set(each, isOwn ? told : list);
  }
  return { members, told };
}

function isPlainUnion(structure: Structure, schema: SchemaId): boolean {
  const { type: _, ...keywords } = keywordsOf(structure, schema);
  const [only, ...others] = Object.keys(keywords);
  return others.length === 0 && (only === "oneOf" || only === "anyOf");
}

function isMapped(structure: Structure, discriminator: Discriminator, member: Member): boolean {
  const texts = [...discriminator.mapping.values()];
  return texts.some((text) => findMapped(structure, discriminator, text, [member]) !== undefined);
}

/** The branches of its `oneOf`; without one, of its `anyOf`. */
export function listBranches({ edges }: StructuredSchema): SchemaId[] {
  const [oneOf, anyOf] = ["oneOf", "anyOf"].map((name) => edges.filter(({ tokens }) => tokens[0] === name));
  return (oneOf?.length ? oneOf : (anyOf ?? [])).map(({ target }) => target);
}

function addVariants(
  written: Structure,
  bases: readonly Base[],
): { readonly structure: Structure; readonly made: ReadonlyMap<Base, SchemaId> } {
  const made = new Map<Base, SchemaId>();
  const lowered = new Map<SchemaId, LoweredSchema>();
  const beside = new Map(bases.filter(({ variants }) => variants.length > 0).map((base) => [base.id, base]));
  if (beside.size === 0) return { structure: written, made };
  for (const [id, schema] of written) {
    lowered.set(id, schema.lowered);
    const base = beside.get(id);
    if (!base) continue;
    const definitions = makeVariants(written, base);
    for (const each of definitions) lowered.set(each.source.id, each);
    made.set(base, definitions[0].source.id);
  }
  return { structure: findStructure(lowered), made };
}
