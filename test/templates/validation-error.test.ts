import { expect, it, vi } from "vitest";
import { isValidationError, ValidationError } from "../../templates/runtime/validation-error.js";
import type { ValidationIssue } from "../../templates/runtime/validation-issue.js";

function issueAt(pointer: string): ValidationIssue {
  return { pointer, path: [], keyword: "not", schema: "schema.json#/not", message: "must not be" };
}

it("is an error with a name and the issues", () => {
  const issues = [issueAt("/a")];
  const error = new ValidationError(issues);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ValidationError");
  expect(error.issues).toBe(issues);
});

it("names the place of each issue in its message", () => {
  expect(new ValidationError([issueAt(""), issueAt("/a/0")]).message).toBe(
    "Invalid value:\n- value must not be\n- /a/0 must not be",
  );
});

it("counts the issues after the fifth", () => {
  const issues = Array.from({ length: 7 }, (_, index) => issueAt(`/${index}`));
  expect(new ValidationError(issues).message.split("\n").slice(-2)).toEqual([
    "- /4 must not be",
    "- and 2 more",
  ]);
});

it("is recognised when another copy of the class made it", async () => {
  vi.resetModules();
  const copy = await import("../../templates/runtime/validation-error.js");
  const error = new copy.ValidationError([]);
  expect(error).not.toBeInstanceOf(ValidationError);
  expect(isValidationError(error)).toBe(true);
});

it("tells other errors and other values apart", () => {
  const others = [new Error("a"), { issues: [] }, { name: "ValidationError" }, null, undefined, "a", []];
  for (const other of others) expect(isValidationError(other)).toBe(false);
});

it("keeps its brand out of what is printed or copied", () => {
  expect(Reflect.ownKeys(Object.assign({}, new ValidationError([])))).toEqual(["name", "issues"]);
});
