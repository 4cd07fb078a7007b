import type { JsonValue } from "../../json.js";
import type { SchemaId } from "../../link/linked.js";
import type { Structure, StructuredSchema } from "../structure.js";
import type { Decided } from "./decide-values.js";
import { keyOf } from "./decide-values.js";
import { listBranches } from "./find-groups.js";
import { findHeirs } from "./heirs.js";
import { resolveBranch } from "./members.js";
import type { Stated } from "./stated.js";

/** A property, and the values of it that tell a schema from others. */
export interface Tag {
  readonly property: string;
  readonly values: readonly JsonValue[];
}

/** Which schemas get which tags. */
export interface Placement {
  /** Tags of definitions, and of branches that are schemas of their own. */
  readonly own: ReadonlyMap<SchemaId, Tag>;
  /** What branches add to what they refer to. */
  readonly branches: ReadonlyMap<SchemaId, Tag>;
  /** Branches for all values but these. */
  readonly refusals: ReadonlyMap<SchemaId, Tag>;
}

/**
 * A tag stands in the member itself where all that discriminate it agree. What builds upon the member must be able to have a value of
 * its own, so that the member admits those too; a branch that is for less says so itself.
 */
export function placeTags(structure: Structure, stated: Stated, decided: readonly Decided[]): Placement {
  const wanted = gatherWanted(decided);
  const heirs = findHeirs(structure);
  const own = new Map<SchemaId, Tag>();
  for (const [schema, tags] of wanted) {
    const tag = agree(tags);
    if (!tag) continue;
    const { property } = tag;
    const others = heirs.below(schema).flatMap((heir) => listOwn(stated, heir, schema, property, wanted));
    const listed = new Set(stated.values(schema, property)?.map(keyOf));
    const possible = others.filter((value) => listed.size === 0 || listed.has(keyOf(value)));
    own.set(schema, { property, values: distinct([...tag.values, ...possible]) });
  }
  const branches = new Map<SchemaId, Tag>();
  const refusals = new Map<SchemaId, Tag>();
  for (const { group, values, fallback } of decided) {
    const { property } = group.discriminator;
    for (const [{ branch, schema }, each] of values) {
      const tag = own.get(schema);
      const isTagged =
        tag?.property === property
          ? isSame(tag.values, each)
          : stated.requires(branch, property) && isSame(each, stated.values(branch, property));
      if (!isTagged) branches.set(branch, { property, values: each });
    }
    if (fallback) refusals.set(fallback.branch, { property, values: distinct([...values.values()].flat()) });
  }
  for (const [branch, tag] of cutOthers(structure, own, decided, heirs.below)) branches.set(branch, tag);
  return { own, branches, refusals };
}

/** The values that an heir of a schema has where it is told apart, or lists itself; one that says nothing has the schema's. */
function listOwn(
  stated: Stated,
  heir: SchemaId,
  schema: SchemaId,
  property: string,
  wanted: ReadonlyMap<SchemaId, readonly Tag[]>,
): readonly JsonValue[] {
  const tags = (wanted.get(heir) ?? []).filter((tag) => tag.property === property);
  if (tags.length > 0) return tags.flatMap(({ values }) => values);
  if (stated.inlineValues(heir, property).length === 0) return [];
  const values = stated.values(heir, property) ?? [];
  return isSame(values, stated.values(schema, property)) ? [] : values;
}

/** By member all the tags that it is to have; but a base keeps what it is. */
function gatherWanted(decided: readonly Decided[]): Map<SchemaId, Tag[]> {
  const wanted = new Map<SchemaId, Tag[]>();
  for (const { group, values } of decided) {
    const { property } = group.discriminator;
    for (const [{ schema }, each] of values) {
      if (schema === group.base) continue;
      const tag = { property, values: each };
      if (wanted.get(schema)?.push(tag) === undefined) wanted.set(schema, [tag]);
    }
  }
  return wanted;
}

function agree([first, ...others]: readonly Tag[]): Tag | undefined {
  const agrees = others.every(
    ({ property, values }) => property === first?.property && isSame(values, first.values),
  );
  return agrees ? first : undefined;
}

/** Of unions without a discriminator: a branch whose member admits what others are for is cut to the rest. */
function cutOthers(
  structure: Structure,
  own: ReadonlyMap<SchemaId, Tag>,
  decided: readonly Decided[],
  heirsOf: (schema: SchemaId) => readonly SchemaId[],
): [SchemaId, Tag][] {
  const known = new Set(decided.map(({ group }) => group.holder));
  const unions = own.size === 0 ? [] : [...structure.values()].filter(({ id }) => !known.has(id));
  return unions.flatMap((union: StructuredSchema) => {
    const members = listBranches(union).map((branch) => resolveBranch(structure, branch));
    const schemas = new Set(members.map(({ schema }) => schema));
    return members.flatMap(({ branch, schema }): [SchemaId, Tag][] => {
      const tag = own.get(schema);
      if (!tag || branch === schema) return [];
      const others = heirsOf(schema).flatMap((heir) => (schemas.has(heir) ? (own.get(heir) ?? []) : []));
      const alike = others.filter(({ property }) => property === tag.property);
      const taken = new Set(alike.flatMap((other) => other.values).map(keyOf));
      const values = tag.values.filter((value) => !taken.has(keyOf(value)));
      return taken.size === 0 || values.length === 0 ? [] : [[branch, { ...tag, values }]];
    });
  });
}

export function isSame(one: readonly JsonValue[], other: readonly JsonValue[] | undefined): boolean {
  if (!other) return false;
  const keys = new Set(one.map(keyOf));
  return keys.size === new Set(other.map(keyOf)).size && other.every((value) => keys.has(keyOf(value)));
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
