import { ValidationError } from "./validation-error.js";
import type { ValidationIssue } from "./validation-issue.js";
import type { ValidationOptions } from "./validation-options.js";
import type { ValidationResult } from "./validation-result.js";

/** Reads a value from JSON text. Where the text is not JSON, the one issue has the keyword `parse`. */
export function readJson<T>(
  text: string,
  validate: (
    value: unknown,
    options?: ValidationOptions,
  ) => ValidationResult<T>,
  options?: ValidationOptions,
): ValidationResult<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Text that is not JSON is bad input like any other, and so an issue.
    return { ok: false, issues: [describeSyntaxError(error)] };
  }
  return validate(value, options);
}

/** The valid value; throws a `ValidationError` where there is none. */
export function valueOrThrow<T>(result: ValidationResult<T>): T {
  if (!result.ok) throw new ValidationError(result.issues);
  return result.value;
}

function describeSyntaxError(error: unknown): ValidationIssue {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    pointer: "",
    path: [],
    keyword: "parse",
    schema: "schema.json#",
    message: `must be JSON: ${reason}`,
  };
}
