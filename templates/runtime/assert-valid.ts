import type { CollectIssues } from "./issue-collector.js";
import { collectIssues } from "./run-validation.js";
import { ValidationError } from "./validation-error.js";

/** Throws a `ValidationError` unless the guard accepts the value. */
export function assertValid<T>(
  value: unknown,
  guard: (value: unknown) => value is T,
  collect: CollectIssues,
): asserts value is T {
  if (!guard(value)) throw new ValidationError(collectIssues(value, collect));
}
