import type { SchemaId } from "../../link/linked.js";
import { subschemaId } from "../../link/linked.js";
import { invariant } from "../../invariant.js";
import { keywordsOf } from "../branch-tags.js";
import type { LoweredSchema } from "../lowered-schema.js";
import type { CanonicalSchema } from "../schema-graph.js";
import type { Structure, StructuredSchema } from "../structure.js";
import { findReferred } from "../structure.js";
import type { Placement, Tag } from "./place-tags.js";
import { isSame } from "./place-tags.js";
import type { Stated } from "./stated.js";

interface Writing {
  readonly structure: Structure;
  readonly stated: Stated;
  readonly placement: Placement;
  readonly referred: ReadonlySet<SchemaId>;
  readonly lowered: Map<SchemaId, LoweredSchema>;
}

/** The schemas with their tags: each is an object that requires the property, with one of the values. */
export function writeTags(
  structure: Structure,
  stated: Stated,
  placement: Placement,
): ReadonlyMap<SchemaId, LoweredSchema> {
  const lowered = new Map([...structure].map(([id, schema]) => [id, schema.lowered] as const));
  const writing = { structure, stated, placement, referred: findReferred(structure), lowered };
  for (const [id, tag] of placement.own) writeOwn(writing, id, tag);
  for (const [id, tag] of placement.branches) writeBranch(writing, id, tag);
  for (const [id, tag] of placement.refusals) refuse(writing, id, tag);
  return lowered;
}

function writeOwn(writing: Writing, id: SchemaId, tag: Tag): void {
  const { stated } = writing;
  const { property, values } = tag;
  const needsType = !stated.statesType(id);
  const part = findPart(writing, id, property);
  if (!isSame(values, stated.values(id, property))) writeValues(writing, part, tag);
  if (!stated.requires(id, property)) require(writing, part, property);
  if (needsType) change(writing, id, (schema) => ({ type: ["object"], ...schema }));
}

/** What a branch says beside what it refers to. */
function writeBranch(writing: Writing, id: SchemaId, tag: Tag): void {
  const { placement, stated, structure } = writing;
  const target = keywordsOf(structure, id).$ref as SchemaId | undefined;
  const isTagged = target !== undefined && placement.own.get(target)?.property === tag.property;
  writeValues(writing, id, tag);
  if (!isTagged && !stated.requires(id, tag.property)) require(writing, id, tag.property);
  if (!isTagged && !stated.statesType(id)) change(writing, id, (schema) => ({ type: ["object"], ...schema }));
}

/** The part of the schema, itself or in its `allOf`, that declares the property, or else refuses what it does not declare. */
function findPart({ structure, referred }: Writing, id: SchemaId, property: string): SchemaId {
  const parts = new Set([id]);
  for (const part of parts) {
    const { properties } = keywordsOf(structure, part);
    if (properties?.has(property)) return part;
    for (const { role, inline, target } of structure.get(part)?.edges ?? []) {
      if (role === "conjunct" && inline && !referred.has(target)) parts.add(target);
    }
  }
  return [...parts].find((part) => isClosed(structure, part)) ?? id;
}

function isClosed(structure: Structure, id: SchemaId): boolean {
  const rest = keywordsOf(structure, id).additionalProperties as SchemaId | undefined;
  return rest !== undefined && structure.get(rest)?.lowered.schema === false;
}

function writeValues(writing: Writing, holder: SchemaId, { property, values }: Tag): void {
  const [only, ...others] = values;
  const keyword: CanonicalSchema =
    only !== undefined && others.length === 0 ? { const: { value: only } } : { enum: values };
  const declared = keywordsOf(writing.structure, holder).properties?.get(property) as SchemaId | undefined;
  const stated = declared === undefined ? undefined : writing.structure.get(declared);
  if (stated && isOwn(writing, stated)) {
    change(writing, stated.id, ({ const: _const, enum: _enum, ...schema }) => ({ ...schema, ...keyword }));
    return;
  }
  declare(writing, holder, property, declared === undefined ? keyword : { allOf: [declared], ...keyword });
}

/** Whether the schema stands in its holder alone, and may be changed there. */
function isOwn({ referred }: Writing, { id, lowered }: StructuredSchema): boolean {
  return !lowered.source.definition && !referred.has(id) && lowered.schema !== false;
}

/** The branch is for all values but these, and for objects without the property. */
function refuse(writing: Writing, branch: SchemaId, { property, values }: Tag): void {
  const id = declare(writing, branch, property, {});
  const not = addSchema(writing, branch, [...tagTokens(property), "not"], { enum: values });
  change(writing, id, () => ({ not }));
}

/** Gives the schema a property of this schema, in place of what it has. */
function declare(
  writing: Writing,
  holder: SchemaId,
  property: string,
  declaration: CanonicalSchema,
): SchemaId {
  const id = addSchema(writing, holder, tagTokens(property), declaration);
  change(writing, holder, (schema) => ({
    ...schema,
    // The tag comes first, unless the schema has its place for it.
    properties: new Map([[property, id], ...(schema.properties ?? [])]).set(property, id),
  }));
  return id;
}

function require(writing: Writing, id: SchemaId, property: string): void {
  change(writing, id, (schema) => ({ ...schema, required: [...(schema.required ?? []), property] }));
}

function change(
  { lowered }: Writing,
  id: SchemaId,
  edit: (schema: CanonicalSchema) => CanonicalSchema,
): void {
  const known = lowered.get(id);
  invariant(known, "this is not among the schemas:", id);
  // What admits nothing stays so.
  if (known.schema === false) return;
  lowered.set(id, { ...known, schema: edit(known.schema === true ? {} : known.schema) });
}

function tagTokens(property: string): readonly string[] {
  return ["properties", property];
}

function addSchema(
  { lowered }: Writing,
  holder: SchemaId,
  tokens: readonly string[],
  schema: CanonicalSchema,
): SchemaId {
  let id = subschemaId(holder, tokens);
  while (lowered.has(id)) id = subschemaId(id, ["tag"]);
  const source = lowered.get(holder)?.source;
  invariant(source, `${holder} is not among the schemas`);
  const made = { ...source, id, value: {}, definition: false, givenNames: [] };
  lowered.set(id, { source: made, schema, annotations: {}, ignored: [], dynamic: undefined });
  return id;
}
