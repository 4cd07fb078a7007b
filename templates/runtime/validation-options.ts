/** How much a validation reports. */
export interface ValidationOptions {
  /** The number of issues after which it stops: 100 unless given, and 1 at the least. */
  readonly maxIssues?: number;
  /** Whether it stops at the first issue. */
  readonly failFast?: boolean;
}
