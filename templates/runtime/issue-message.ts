import { jsonTypeOf } from "./json-type.js";

/** Says in English that a keyword is not met: `must be string, but is number`. */
export function issueMessage(
  keyword: string,
  expected: string,
  value: unknown,
): string {
  const message = issueWordings[keyword]?.(expected) ?? "must match the schema";
  return keyword === "type"
    ? `${message}, but is ${jsonTypeOf(value)}`
    : message;
}

const issueWordings: {
  readonly [keyword: string]: (expected: string) => string;
} = {
  type: (types) => `must be ${types}`,
  const: (constant) => `must be ${constant}`,
  enum: (constants) => `must be one of ${constants}`,
  minimum: (limit) => `must be at least ${limit}`,
  maximum: (limit) => `must be at most ${limit}`,
  exclusiveMinimum: (limit) => `must be greater than ${limit}`,
  exclusiveMaximum: (limit) => `must be less than ${limit}`,
  multipleOf: (divisor) => `must be a multiple of ${divisor}`,
  minLength: (count) =>
    `must not be shorter than ${countOf(count, "character", "characters")}`,
  maxLength: (count) =>
    `must not be longer than ${countOf(count, "character", "characters")}`,
  pattern: (pattern) => `must match the pattern ${pattern}`,
  format: (format) => `must have the format ${format}`,
  minItems: (count) =>
    `must not have fewer than ${countOf(count, "item", "items")}`,
  maxItems: (count) =>
    `must not have more than ${countOf(count, "item", "items")}`,
  uniqueItems: () => "must not have equal items",
  contains: () => "must have an item that matches the schema under contains",
  minContains: (count) =>
    `must have at least ${countOf(count, "item", "items")} that contains asks for`,
  maxContains: (count) =>
    `must have at most ${countOf(count, "item", "items")} that contains asks for`,
  minProperties: (count) =>
    `must not have fewer than ${countOf(count, "property", "properties")}`,
  maxProperties: (count) =>
    `must not have more than ${countOf(count, "property", "properties")}`,
  required: (name) => `must have property ${JSON.stringify(name)}`,
  dependentRequired: (name) => `must have property ${JSON.stringify(name)}`,
  propertyNames: () => "must not have this name",
  properties: () => "must not be present",
  patternProperties: () => "must not be present",
  additionalProperties: () => "must not be present",
  unevaluatedProperties: () => "must not be present",
  prefixItems: () => "must not be present",
  items: () => "must not be present",
  unevaluatedItems: () => "must not be present",
  anyOf: () => "must match one of the schemas under anyOf",
  oneOf: () => "must match exactly one of the schemas under oneOf",
  not: () => "must not match the schema under not",
};

function countOf(count: string, singular: string, plural: string): string {
  return `${count} ${count === "1" ? singular : plural}`;
}
