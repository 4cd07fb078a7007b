import type { CanonicalSchema } from "../schema/schema-graph.js";
import * as arrays from "./imply-arrays.js";
import * as logic from "./imply-logic.js";
import * as objects from "./imply-objects.js";
import * as scalars from "./imply-scalars.js";
import type { Imply } from "./questions.js";

/** What is asked with another keyword. */
const withAnother: Imply = () => true;

/** How each keyword is proved, so that a new one does not compile until the prover knows it. */
export const implications: Readonly<Record<keyof CanonicalSchema, Imply>> = {
  $ref: logic.implyReference,
  type: scalars.implyType,
  enum: scalars.implyEnum,
  const: scalars.implyConst,
  minimum: scalars.implyBound("minimum"),
  maximum: scalars.implyBound("maximum"),
  exclusiveMinimum: scalars.implyBound("exclusiveMinimum"),
  exclusiveMaximum: scalars.implyBound("exclusiveMaximum"),
  multipleOf: scalars.implyMultiple,
  minLength: scalars.implyMinLength,
  maxLength: scalars.implyMaxLength,
  pattern: scalars.implyPattern,
  format: scalars.implyFormat,
  prefixItems: arrays.implyPrefixItems,
  items: arrays.implyItems,
  contains: arrays.implyContains,
  minContains: withAnother,
  maxContains: withAnother,
  minItems: arrays.implyMinItems,
  maxItems: arrays.implyMaxItems,
  uniqueItems: arrays.implyUnique,
  unevaluatedItems: arrays.implyUnevaluatedItems,
  properties: objects.implyProperties,
  patternProperties: objects.implyPatternProperties,
  additionalProperties: objects.implyAdditional,
  propertyNames: objects.implyPropertyNames,
  required: objects.implyRequired,
  minProperties: objects.implyMinProperties,
  maxProperties: objects.implyMaxProperties,
  dependentRequired: objects.implyDependentRequired,
  dependentSchemas: objects.implyDependentSchemas,
  unevaluatedProperties: logic.implyUnevaluatedProperties,
  allOf: logic.implyAll,
  anyOf: logic.implyAny,
  oneOf: logic.implyOne,
  not: logic.implyNot,
  if: logic.implyCondition,
  then: withAnother,
  else: withAnother,
  extensions: scalars.implyExtensions,
  contentSchema: withAnother,
};
