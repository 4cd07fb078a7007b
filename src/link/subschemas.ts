import type { Dialect, KeywordShape } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";

/** A value that stands where a schema may, below the schema that holds it. */
export interface Subschema {
  readonly tokens: readonly (string | number)[];
  readonly value: JsonValue;
  /** Whether it is a member of a map of definitions. */
  readonly definition: boolean;
}

/** The subschemas of `schema` in the order they stand in it; nothing where a keyword's value has not its shape. */
export function listSubschemas(schema: JsonValue, dialect: Dialect): Subschema[] {
  if (!isJsonObject(schema)) return [];
  const found: Subschema[] = [];
  const definitionsOnly = hidesSiblings(schema, dialect);
  for (const [name, value] of Object.entries(schema)) {
    const shape = dialect.keywords.get(name)?.shape ?? "data";
    const definition = shape === "definitions";
    // Definitions beside a reference are no subschemas up to draft 7, but authors put them there to refer to.
    if (definitionsOnly && !definition) continue;
    for (const [tokens, member] of splitters[shape](value)) {
      found.push({ tokens: [name, ...tokens], value: member, definition });
    }
  }
  return found;
}

/** A keyword as it stands in a schema. */
export interface FoundKeyword {
  readonly name: string;
  readonly value: JsonValue;
}

/** The keywords of that shape in `schema`, in the order they stand in it. */
export function findKeywords(schema: JsonValue, dialect: Dialect, shape: KeywordShape): FoundKeyword[] {
  if (!isJsonObject(schema)) return [];
  return Object.entries(schema)
    .filter(([name]) => dialect.keywords.get(name)?.shape === shape)
    .map(([name, value]) => ({ name, value }));
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
export function findReferences(schema: JsonValue, dialect: Dialect): FoundReference[] {
  if (!isJsonObject(schema)) return [];
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
  return dialect.refSiblings === "ignore" && findKeywords(schema, dialect, "reference").length > 0;
}

type Splitter = (value: JsonValue) => [tokens: (string | number)[], value: JsonValue][];

const splitters: Record<KeywordShape, Splitter> = {
  schema: (value) => [[[], value]],
  schemas: splitArray,
  "schema-map": splitObject,
  definitions: splitObject,
  "schema-or-schemas": splitOneOrMore,
  "schema-or-names-map": (value) => splitObject(value).filter(([, member]) => !Array.isArray(member)),
  "schema-or-name-map": (value) =>
    splitObject(value).filter(([, member]) => !Array.isArray(member) && typeof member !== "string"),
  "names-or-schemas": (value) => splitOneOrMore(value).filter(([, item]) => isJsonObject(item)),
  reference: () => [],
  "dynamic-reference": () => [],
  "recursive-reference": () => [],
  "scope-reference": () => [],
  identifier: () => [],
  anchor: () => [],
  "dynamic-anchor": () => [],
  "scope-anchor": () => [],
  "recursive-anchor": () => [],
  dialect: () => [],
  data: () => [],
};

function splitOneOrMore(value: JsonValue): ReturnType<Splitter> {
  return Array.isArray(value) ? splitArray(value) : [[[], value]];
}

function splitArray(value: JsonValue): [[number], JsonValue][] {
  return Array.isArray(value) ? value.map((item: JsonValue, index) => [[index], item]) : [];
}

function splitObject(value: JsonValue): [[string], JsonValue][] {
  return isJsonObject(value) ? Object.entries(value).map(([key, member]) => [[key], member]) : [];
}
