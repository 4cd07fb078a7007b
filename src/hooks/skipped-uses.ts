import type { Dialect, KeywordShape } from "../dialect/dialect.js";
import { isJsonObject, type JsonValue } from "../json.js";
import type { Linked, LinkedSchema, SchemaId } from "../link/linked.js";

/** The schemas that refer to the definition. */
export function listReferrers({ id }: LinkedSchema, linked: Linked): readonly LinkedSchema[] {
  const ids = [...linked.references].filter(([, references]) =>
    [...references.values()].some(({ target }) => target === id),
  );
  return ids.map(([from]) => linked.schemas.get(from)).filter((from) => from !== undefined);
}

/** Each after those that stand in it by reference, so that it is written out whole. Without circles, which `explainNeed` finds. */
export function orderByUse(skipped: readonly LinkedSchema[], linked: Linked): readonly LinkedSchema[] {
  const ordered = new Set<LinkedSchema>();
  const pending = [...skipped];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const used = listUsed(next, skipped, linked).filter((each) => !ordered.has(each));
    if (used.length === 0) ordered.add(next);
    else pending.push(next, ...used);
  }
  return [...ordered];
}

/** Why the definition cannot be written out where it is referred to; undefined where it can. */
export function explainNeed(
  schema: LinkedSchema,
  skipped: readonly LinkedSchema[],
  linked: Linked,
): string | undefined {
  if (linked.roots.includes(schema.id)) return "it is what is generated from";
  const referrers = listReferrers(schema, linked);
  const inside = listInside(schema, linked);
  if (reachesItself(schema, skipped, linked)) return "it refers to itself";
  if (isReferredInto(schema, linked)) return "what stands in it is referred to";
  if (referrers.length > 0 && inside.some((each) => hasIdentifier(each, each !== schema)))
    return "it has an identifier, which would stand twice";
  for (const from of referrers) {
    if (!isPlain(from, schema, linked)) return `${from.id} refers to it by another keyword than $ref`;
    if (from.dialect !== schema.dialect) return `${from.id} refers to it in another dialect`;
    const refers = inside.some(({ id }) => linked.references.has(id));
    if (refers && from.baseUri !== schema.baseUri)
      return `its references would lead elsewhere from ${from.id}`;
  }
  return undefined;
}

/** The definition, and all schemas in it. */
function listInside({ id }: LinkedSchema, { schemas }: Linked): readonly LinkedSchema[] {
  return [...schemas.values()].filter((each) => each.id === id || each.id.startsWith(`${id}/`));
}

/** The skipped definitions that are referred to in this one. */
function listUsed(
  schema: LinkedSchema,
  skipped: readonly LinkedSchema[],
  linked: Linked,
): readonly LinkedSchema[] {
  const targets = new Set(listInside(schema, linked).flatMap(({ id }) => targetsOf(id, linked)));
  return skipped.filter(({ id }) => targets.has(id));
}

function targetsOf(id: SchemaId, { references }: Linked): readonly (SchemaId | undefined)[] {
  return [...(references.get(id)?.values() ?? [])].map(({ target }) => target);
}

function reachesItself(start: LinkedSchema, skipped: readonly LinkedSchema[], linked: Linked): boolean {
  const reached = new Set(listUsed(start, skipped, linked));
  for (const each of reached) for (const used of listUsed(each, skipped, linked)) reached.add(used);
  return reached.has(start);
}

function isReferredInto({ id }: LinkedSchema, { references }: Linked): boolean {
  return [...references.values()].some((each) =>
    [...each.values()].some(({ target }) => target?.startsWith(`${id}/`)),
  );
}

/** What names a schema by itself, and is of no use where nothing refers to it any more. */
const ownNames: ReadonlySet<KeywordShape | undefined> = new Set(["identifier", "anchor", "dialect"]);

const dynamicNames: ReadonlySet<KeywordShape | undefined> = new Set([
  "dynamic-anchor",
  "scope-anchor",
  "recursive-anchor",
]);

/** The definition's schema as it may stand elsewhere: without what it calls itself. */
export function withoutOwnNames(value: JsonValue, { keywords }: Dialect): JsonValue {
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(([name]) => !ownNames.has(keywords.get(name)?.shape));
  return Object.fromEntries(members);
}

/** Whether the schema has a name that would stand twice; of the definition itself, one that cannot be left out. */
function hasIdentifier({ value, dialect }: LinkedSchema, isInner: boolean): boolean {
  const shapes = isJsonObject(value)
    ? Object.keys(value).map((name) => dialect.keywords.get(name)?.shape)
    : [];
  return shapes.some((shape) => dynamicNames.has(shape) || (isInner && ownNames.has(shape)));
}

function isPlain(from: LinkedSchema, { id }: LinkedSchema, { references }: Linked): boolean {
  const referring = [...(references.get(from.id) ?? [])].filter(([, { target }]) => target === id);
  return referring.every(([keyword, { dynamicAnchor }]) => keyword === "$ref" && dynamicAnchor === undefined);
}
