import type { ValidationIssue } from "./validation-issue.js";

/** A value that matches its schema, or what is wrong with it: at least one issue. */
export type ValidationResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly ValidationIssue[] };
