import type { JsonValue } from "../json.js";
import type { CanonicalSchema } from "../schema/schema-graph.js";
import { type JsonType, jsonTypesOf, numberKindOf } from "../schema/type-set.js";
import { drawArray } from "./draw-array.js";
import { drawNumber } from "./draw-number.js";
import { drawObject } from "./draw-object.js";
import { drawString } from "./draw-string.js";
import { type DrawPart, type Drawing, greatestDepth, type Part, Unmakeable } from "./drawing.js";
import { chooseFacets, type Facets, type Task } from "./facets.js";
import type { Random } from "./random.js";

const drawers: Readonly<Record<JsonType, (task: Task) => JsonValue>> = {
  null: () => null,
  boolean: ({ random }) => random.chance(50),
  number: ({ facets, part, random }) => drawNumber(facets.schemas, numberKindOf(facets.types), part, random),
  string: ({ facets, part, random }) => drawString(facets.schemas, part, random),
  array: drawArray,
  object: drawObject,
};

/** A value that meets the nodes, as far as one try finds it. Throws Unmakeable where they leave no value, or none that ends. */
export const drawValue: DrawPart = (drawing, part) => {
  const { pointer, depth } = part;
  if (depth > greatestDepth) throw new Unmakeable(pointer, "what the schema requires nests without end");
  const random = drawing.randomAt(pointer);
  const facets = chooseFacets(drawing, part, random);
  if (facets.literals) return pickLiteral(facets.literals, part, random);
  const example = pickExample(facets, random);
  if (example !== undefined) return example;
  const type = chooseType(drawing, facets, part, random);
  return drawers[type]({ drawing, part, facets, random, drawPart: drawValue });
};

function pickLiteral(literals: readonly JsonValue[], { pointer }: Part, random: Random): JsonValue {
  const literal = random.pick(literals);
  if (literal === undefined)
    throw new Unmakeable(pointer, "nothing that the schema lists meets all that applies");
  return literal;
}

/** What the author shows, now and then: what no keyword says may be seen in it. Of objects, parts are more use than the whole. */
function pickExample({ nodes }: Facets, random: Random): JsonValue | undefined {
  const examples = nodes.flatMap(({ annotations: { examples = [] } }) => examples);
  const scalars = examples.filter((example) => typeof example !== "object");
  return scalars.length > 0 && random.chance(40) ? random.pick(scalars) : undefined;
}

/** Where many types are left, one that the keywords speak of, and else one that is plain. */
function chooseType(
  drawing: Drawing,
  { types, schemas }: Facets,
  { pointer, depth }: Part,
  random: Random,
): JsonType {
  const possible = jsonTypesOf(types);
  const flat = possible.filter((type) => type !== "object" && type !== "array");
  const isFree = possible.length > 4;
  const spoken = isFree && random.chance(90) ? possible.filter((type) => isSpokenOf(type, schemas)) : [];
  const plain = flat.length > 0 && (isFree || drawing.isEnding(depth)) ? flat : possible;
  const type = random.pick(spoken.length > 0 ? spoken : plain);
  if (type === undefined) throw new Unmakeable(pointer, "no type meets all that applies");
  return type;
}

const keywordsOfTypes: Readonly<Record<JsonType, readonly (keyof CanonicalSchema)[]>> = {
  null: [],
  boolean: [],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  string: ["minLength", "maxLength", "pattern", "format"],
  array: ["prefixItems", "items", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
  object: [
    ...(["properties", "patternProperties", "additionalProperties", "propertyNames", "required"] as const),
    ...(["minProperties", "maxProperties", "dependentRequired", "dependentSchemas"] as const),
    "unevaluatedProperties",
  ],
};

function isSpokenOf(type: JsonType, schemas: readonly CanonicalSchema[]): boolean {
  return keywordsOfTypes[type].some((keyword) => schemas.some((schema) => schema[keyword] !== undefined));
}
