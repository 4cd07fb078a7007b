import type { ValidationIssue } from "./validation-issue.js";

/** Thrown where a value does not match its schema. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  readonly issues: readonly ValidationIssue[];

  constructor(issues: readonly ValidationIssue[]) {
    super(summarizeIssues(issues));
    this.issues = issues;
    Object.defineProperty(this, Symbol.for(validationErrorBrand), {
      value: true,
    });
  }
}

/** Whether an error is a `ValidationError`, also one of another copy of this class, where `instanceof` fails. */
export function isValidationError(error: unknown): error is ValidationError {
  return (
    typeof error === "object" &&
    error !== null &&
    Symbol.for(validationErrorBrand) in error
  );
}

const validationErrorBrand = "schemist.ValidationError";

const summarizedIssues = 5;

function summarizeIssues(issues: readonly ValidationIssue[]): string {
  const lines = issues
    .slice(0, summarizedIssues)
    .map(
      ({ pointer, message }) =>
        `- ${pointer === "" ? "value" : pointer} ${message}`,
    );
  const rest = issues.length - lines.length;
  return [
    "Invalid value:",
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ].join("\n");
}
