import { assert, expect, expectTypeOf, it } from "vitest";
import { assertValid } from "../../templates/runtime/assert-valid.js";
import { runValidation } from "../../templates/runtime/run-validation.js";
import { ValidationError } from "../../templates/runtime/validation-error.js";
import {
  assertRecipient,
  isRecipient,
  parseRecipient,
  parseRecipientOrThrow,
  validateRecipient,
  type Recipient,
} from "./samples/recipient.js";

const wrong = { personId: 5, delegates: [{ id: "a" }, 7, { id: null }] };

it("returns the very value where it is valid", () => {
  const value: unknown = { id: "a" };
  const result = validateRecipient(value);
  assert(result.ok);
  expect(result.value).toBe(value);
  expectTypeOf(result.value).toEqualTypeOf<Recipient>();
});

it("does not collect where the guard accepts", () => {
  const collect = (): never => {
    throw new Error("collected");
  };
  expect(runValidation({ id: "a" }, isRecipient, collect)).toMatchObject({ ok: true });
});

it("returns all issues, each with its place", () => {
  const result = validateRecipient(wrong);
  assert(!result.ok);
  expect(result.issues.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
    ' must have property "id"',
    "/personId must be string, but is number",
    "/delegates/1 must be object, but is number",
    "/delegates/2/id must be string, but is null",
  ]);
});

it("obeys the options", () => {
  expect(validateRecipient(wrong, { failFast: true })).toMatchObject({ issues: { length: 1 } });
  expect(validateRecipient(wrong, { maxIssues: 2 })).toMatchObject({ issues: { length: 2 } });
});

it("gives one issue where the guard refuses and nothing else is found", () => {
  const guard = (value: unknown): value is never => value === undefined;
  expect(runValidation(1, guard, () => undefined)).toEqual({
    ok: false,
    issues: [
      {
        pointer: "",
        path: [],
        keyword: "schema",
        schema: "schema.json#",
        message: "must match the schema",
        received: "1",
      },
    ],
  });
});

it("narrows what it asserts, and throws the issues of what it refuses", () => {
  const value: unknown = { id: "a" };
  assertRecipient(value);
  expectTypeOf(value).toEqualTypeOf<Recipient>();
  const refused: unknown = 1;
  const refuse = (): void =>
    assertValid(refused, isRecipient, (item, path, issues) => issues.add(path, "not", "/not", item));
  expect(refuse).toThrow(ValidationError);
  expect(() => assertRecipient({})).toThrow('- value must have property "id"');
});

it("reads a value from JSON text", () => {
  expect(parseRecipient('{"id": "a"}')).toEqual({ ok: true, value: { id: "a" } });
  expect(parseRecipientOrThrow('{"id": "a"}')).toEqual({ id: "a" });
});

it("gives the issues of JSON text that does not match", () => {
  expect(parseRecipient("[]")).toMatchObject({ ok: false, issues: [{ keyword: "type" }] });
  expect(() => parseRecipientOrThrow("[]")).toThrow("- value must be object, but is array");
});

it("gives one issue with the keyword parse where the text is not JSON", () => {
  const result = parseRecipient("{");
  expect(result).toEqual({
    ok: false,
    issues: [
      {
        pointer: "",
        path: [],
        keyword: "parse",
        schema: "schema.json#",
        message: expect.any(String) as string,
      },
    ],
  });
  assert(!result.ok);
  expect(result.issues[0]?.message).toMatch(/^must be JSON: .*JSON/);
  expect(() => parseRecipientOrThrow("{")).toThrow(ValidationError);
});
