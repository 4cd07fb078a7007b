import { IssueCollector, type CollectIssues } from "./issue-collector.js";
import { reportChecks } from "./report-checks.js";
import type { ValidationIssue } from "./validation-issue.js";
import type { ValidationOptions } from "./validation-options.js";
import type { ValidationResult } from "./validation-result.js";

/** Whether a value is a `T`; the guard decides, and only what it refuses is looked at for issues. */
export function runValidation<T>(
  value: unknown,
  guard: (value: unknown) => value is T,
  collect: CollectIssues,
  options?: ValidationOptions,
): ValidationResult<T> {
  if (guard(value)) return { ok: true, value };
  return { ok: false, issues: collectIssues(value, collect, options) };
}

/** What is wrong with a value that its guard has refused. */
export function collectIssues(
  value: unknown,
  collect: CollectIssues,
  options?: ValidationOptions,
): readonly ValidationIssue[] {
  const issues = new IssueCollector(reportChecks, options);
  issues.run(collect, value);
  // A cyclic value is refused though no part of it is wrong, and a getter may answer differently when asked again.
  if (issues.found.length === 0) issues.add(undefined, "schema", "", value);
  return issues.found;
}
