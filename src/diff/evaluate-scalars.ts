import { includesValue } from "../facts/equal-values.js";
import { type Answer, every } from "./answer.js";
import { hasFormat } from "./format-examples.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, Pattern } from "../schema/schema-graph.js";
import { typeSetOf, typeSetOfValue } from "../schema/type-set.js";

/** What the keywords that look at the value alone, not at its parts, say of it. */
export function evaluateWhole(schema: CanonicalSchema, value: JsonValue): Answer {
  const { type, enum: values, const: constant, format, extensions = [] } = schema;
  return every([
    type === undefined || (typeSetOf(type) & typeSetOfValue(value)) !== 0,
    values === undefined || includesValue(values, value),
    constant === undefined || includesValue([constant.value], value),
    format?.asserted === true ? hasFormat(format, value) : true,
    extensions.length > 0 ? undefined : true,
    typeof value === "number" ? evaluateNumber(schema, value) : true,
    typeof value === "string" ? evaluateString(schema, value) : true,
  ]);
}

function evaluateNumber(schema: CanonicalSchema, value: number): Answer {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const isWithin =
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  return every([isWithin, multipleOf === undefined ? true : isMultiple(value, multipleOf)]);
}

/** What fractions are multiples of is for the runtime to say. */
function isMultiple(value: number, factor: number): Answer {
  if (value === 0) return true;
  return Number.isSafeInteger(value) && Number.isSafeInteger(factor) ? value % factor === 0 : undefined;
}

function evaluateString(
  { minLength = 0, maxLength = Infinity, pattern }: CanonicalSchema,
  value: string,
): Answer {
  const { length } = Array.from(value);
  return length >= minLength && length <= maxLength && (pattern === undefined || matches(pattern, value));
}

export function matches({ source, flags }: Pattern, text: string): boolean {
  return new RegExp(source, flags).test(text);
}
