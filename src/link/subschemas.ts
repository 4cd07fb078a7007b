import type { Dialect, KeywordShape } from "../dialect/dialect.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { Pointer } from "../pointer.js";
import { appendPointer } from "../pointer.js";

/** A value that stands where a schema may, below the schema that holds it. */
export interface Subschema {
  /** The way to it from its holder. */
  readonly pointer: Pointer;
  readonly value: JsonValue;
  /** Whether it is a member of a map of definitions. */
  readonly definition: boolean;
}

/** The subschemas of `schema` in the order they stand in it; nothing where a keyword's value has not its shape. */
export function listSubschemas(schema: JsonValue, dialect: Dialect): readonly Subschema[] {
  if (!isJsonObject(schema)) return none;
  const found: Subschema[] = [];
  const definitionsOnly = hidesSiblings(schema, dialect);
  for (const name of Object.keys(schema)) {
    const shape = dialect.keywords.get(name)?.shape;
    const split = shape && splitters[shape];
    if (!split) continue;
    const definition = shape === "definitions";
    // Definitions beside a reference are no subschemas up to draft 7, but authors put them there to refer to.
    if (definitionsOnly && !definition) continue;
    const pointer = appendPointer("", name);
    split(schema[name] ?? null, (value, token) => {
      found.push({
        pointer: token === undefined ? pointer : appendPointer(pointer, token),
        value,
        definition,
      });
    });
  }
  return found;
}

/** A keyword as it stands in a schema. */
export interface FoundKeyword {
  readonly name: string;
  readonly value: JsonValue;
}

const none: readonly never[] = [];

/** The keywords of that shape in `schema`, in the order they stand in it. */
export function findKeywords(
  schema: JsonValue,
  dialect: Dialect,
  shape: KeywordShape,
): readonly FoundKeyword[] {
  if (!hasKeyword(schema, dialect, (each) => each === shape)) return none;
  return Object.entries(schema)
    .filter(([name]) => dialect.keywords.get(name)?.shape === shape)
    .map(([name, value]) => ({ name, value }));
}

/** Whether `schema` has a keyword of a shape that is asked for; few have any, so that this is asked of each before all else. */
function hasKeyword(
  schema: JsonValue,
  { keywords }: Dialect,
  isAsked: (shape: KeywordShape) => boolean,
): schema is JsonObject {
  if (!isJsonObject(schema)) return false;
  for (const name of Object.keys(schema)) {
    const keyword = keywords.get(name);
    if (keyword && isAsked(keyword.shape)) return true;
  }
  return false;
}

/** The shapes of keywords that say what a schema is called, or how it is read. */
const naming: ReadonlySet<KeywordShape> = new Set([
  "identifier",
  "anchor",
  "dynamic-anchor",
  "scope-anchor",
  "recursive-anchor",
  "dialect",
]);

function isNaming(shape: KeywordShape): boolean {
  return naming.has(shape);
}

/** Whether `schema` may open a scope of its own. */
export function hasNames(schema: JsonValue, dialect: Dialect): boolean {
  return hasKeyword(schema, dialect, isNaming);
}

/** The shapes of keywords that refer to schemas. */
export type ReferenceShape = Extract<
  KeywordShape,
  "reference" | "dynamic-reference" | "recursive-reference" | "scope-reference"
>;

/** A keyword that refers to a schema, as it stands in one. */
export interface FoundReference extends FoundKeyword {
  readonly shape: ReferenceShape;
}

/** The keywords of `schema` that refer to schemas, in the order they stand in it. */
export function findReferences(schema: JsonValue, dialect: Dialect): readonly FoundReference[] {
  if (!hasKeyword(schema, dialect, isReferenceShape)) return none;
  return Object.entries(schema).flatMap(([name, value]) => {
    const shape = dialect.keywords.get(name)?.shape;
    return shape !== undefined && isReferenceShape(shape) ? [{ name, value, shape }] : [];
  });
}

function isReferenceShape(shape: KeywordShape): shape is ReferenceShape {
  return referenceShapes.has(shape);
}

const referenceShapes: ReadonlySet<KeywordShape> = new Set([
  "reference",
  "dynamic-reference",
  "recursive-reference",
  "scope-reference",
]);

/**
 * Whether a reference makes the keywords beside it void.
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#section-8.3
 */
export function hidesSiblings(schema: JsonValue, dialect: Dialect): boolean {
  return dialect.refSiblings === "ignore" && hasKeyword(schema, dialect, (shape) => shape === "reference");
}

type Add = (value: JsonValue, token?: string | number) => void;

type Splitter = (value: JsonValue, add: Add) => void;

/** What each shape of a value holds; nothing, where it is not here. */
const splitters: Readonly<Partial<Record<KeywordShape, Splitter>>> = {
  schema: (value, add) => add(value),
  schemas: splitArray,
  "schema-map": splitObject,
  definitions: splitObject,
  "schema-or-schemas": splitOneOrMore,
  "schema-or-names-map": (value, add) =>
    splitObject(value, (member, key) => {
      if (!Array.isArray(member)) add(member, key);
    }),
  "schema-or-name-map": (value, add) =>
    splitObject(value, (member, key) => {
      if (!Array.isArray(member) && typeof member !== "string") add(member, key);
    }),
  "names-or-schemas": (value, add) =>
    splitOneOrMore(value, (item, token) => {
      if (isJsonObject(item)) add(item, token);
    }),
};

function splitOneOrMore(value: JsonValue, add: Add): void {
  if (Array.isArray(value)) splitArray(value, add);
  else add(value);
}

function splitArray(value: JsonValue, add: Add): void {
  if (!Array.isArray(value)) return;
  for (const [index, item] of (value as readonly JsonValue[]).entries()) add(item, index);
}

function splitObject(value: JsonValue, add: Add): void {
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) add(value[key] ?? null, key);
}
