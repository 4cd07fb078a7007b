import type { JsonValue } from "../json.js";
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

/** Where all types are left, one that is plain. */
function chooseType(drawing: Drawing, { types }: Facets, { pointer, depth }: Part, random: Random): JsonType {
  const possible = jsonTypesOf(types);
  const flat = possible.filter((type) => type !== "object" && type !== "array");
  const isFree = possible.length > 4;
  const wanted = flat.length > 0 && (isFree || drawing.isEnding(depth)) ? flat : possible;
  const type = random.pick(wanted);
  if (type === undefined) throw new Unmakeable(pointer, "no type meets all that applies");
  return type;
}
