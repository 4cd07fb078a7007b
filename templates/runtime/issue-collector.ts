import { describeValue } from "./describe-value.js";
import { keepAnswers } from "./guard-answers.js";
import { issueMessage } from "./issue-message.js";
import type { ValidationIssue } from "./validation-issue.js";
import type { ValidationOptions } from "./validation-options.js";
import { formatPointer, listKeys, type ValidationPath } from "./validation-path.js";

/** Reports to `issues` all that is wrong with the value at `path`. */
export type CollectIssues = (
  value: unknown,
  path: ValidationPath | undefined,
  issues: IssueCollector,
) => void;

/** Gathers the issues that validators find. A `schema` is given as a pointer, percent-encoded where a URI needs it. */
export class IssueCollector {
  readonly found: ValidationIssue[] = [];
  private readonly limit: number;
  private readonly visited = new Map<CollectIssues, Set<object>>();
  private readonly waiting: (() => void)[] = [];
  private depth = 0;

  constructor(options: ValidationOptions = {}) {
    this.limit = options.failFast === true ? 1 : Math.max(1, options.maxIssues ?? 100);
  }

  /** Whether no more issues are kept, so that a validator need not look for them. */
  get isFull(): boolean {
    return this.found.length >= this.limit;
  }

  /** Adds that the value at `path` does not meet a keyword, in the keyword's own words unless there is a message. */
  add(
    path: ValidationPath | undefined,
    keyword: string,
    schema: string,
    value: unknown,
    expected?: string,
    message?: string,
  ): void {
    if (this.isFull) return;
    this.found.push({
      ...placeOf(path, keyword, schema),
      message: message ?? issueMessage(keyword, expected ?? "", value),
      ...(expected === undefined ? {} : { expected }),
      received: describeValue(value),
    });
  }

  /** Adds that the object at `path` lacks a property. The issue stands at the object, since the property is not there. */
  addRequired(
    path: ValidationPath | undefined,
    name: string,
    schema: string,
    keyword = "required",
    message: string = issueMessage(keyword, name, undefined),
  ): void {
    if (this.isFull) return;
    this.found.push({ ...placeOf(path, keyword, schema), message, expected: name });
  }

  /**
   * Runs the validator of a type that may hold itself. Deep nesting waits on the heap instead of overflowing the stack,
   * and an object that the same validator has seen is passed over, so that a cyclic value comes to an end.
   */
  visit(collect: CollectIssues, value: unknown, path: ValidationPath | undefined): void {
    if (this.isFull || !this.isFirstVisit(collect, value)) return;
    if (this.depth === deepestCall) {
      this.waiting.push(() => collect(value, path, this));
      return;
    }
    this.depth++;
    collect(value, path, this);
    this.depth--;
  }

  /** Runs the validator of the whole value, and then whatever waits. */
  run(collect: CollectIssues, value: unknown): void {
    // Alternatives ask their guards about the same parts again at every level.
    keepAnswers(() => {
      this.visit(collect, value, undefined);
      // Whatever is put off meanwhile joins the end of the list.
      for (const proceed of this.waiting) proceed();
    });
  }

  private isFirstVisit(collect: CollectIssues, value: unknown): boolean {
    if (typeof value !== "object" || value === null) return true;
    const seen = this.visited.get(collect) ?? new Set();
    if (seen.has(value)) return false;
    this.visited.set(collect, seen.add(value));
    return true;
  }
}

const deepestCall = 200;

function placeOf(
  path: ValidationPath | undefined,
  keyword: string,
  schema: string,
): Pick<ValidationIssue, "pointer" | "path" | "keyword" | "schema"> {
  const keys = listKeys(path);
  return { pointer: formatPointer(keys), path: keys, keyword, schema: `schema.json#${schema}` };
}
