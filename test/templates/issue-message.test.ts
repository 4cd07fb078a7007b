import { expect, it } from "vitest";
import { issueMessage } from "../../templates/runtime/issue-message.js";

it.each<[keyword: string, expected: string, message: string]>([
  ["const", '"a"', 'must be "a"'],
  ["enum", '"a", "b"', 'must be one of "a", "b"'],
  ["minimum", "3", "must be at least 3"],
  ["maximum", "3", "must be at most 3"],
  ["exclusiveMinimum", "3", "must be greater than 3"],
  ["exclusiveMaximum", "3", "must be less than 3"],
  ["multipleOf", "0.01", "must be a multiple of 0.01"],
  ["minLength", "1", "must not be shorter than 1 character"],
  ["maxLength", "3", "must not be longer than 3 characters"],
  ["pattern", "^a$", "must match the pattern ^a$"],
  ["format", "date-time", "must have the format date-time"],
  ["minItems", "1", "must not have fewer than 1 item"],
  ["maxItems", "2", "must not have more than 2 items"],
  ["uniqueItems", "", "must not have equal items"],
  ["minProperties", "1", "must not have fewer than 1 property"],
  ["maxProperties", "2", "must not have more than 2 properties"],
  ["required", "id", 'must have property "id"'],
  ["dependentRequired", 'a"b', 'must have property "a\\"b"'],
  ["propertyNames", "", "must not have this name"],
  ["additionalProperties", "", "must not be present"],
  ["items", "", "must not be present"],
  ["anyOf", "", "must match one of the schemas under anyOf"],
  ["oneOf", "", "must match exactly one of the schemas under oneOf"],
  ["not", "", "must not match the schema under not"],
  ["schema", "", "must match the schema"],
])("%s %o: %s", (keyword, expected, message) => {
  expect(issueMessage(keyword, expected, "whatever")).toBe(message);
});

it.each<[unknown, string]>([
  [1, "must be string, but is number"],
  [null, "must be string, but is null"],
  [[], "must be string, but is array"],
  [undefined, "must be string, but is undefined"],
])("says which type %o has", (value, message) => {
  expect(issueMessage("type", "string", value)).toBe(message);
});

it("tells numbers that JSON does not have from those that it has", () => {
  expect(issueMessage("type", "number", NaN)).toBe("must be number, but is NaN");
});
