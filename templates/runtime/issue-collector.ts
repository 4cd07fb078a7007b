import { describeValue } from "./describe-value.js";
import { keepAnswers } from "./guard-answers.js";
import { issueMessage } from "./issue-message.js";
import type { SchemaPlace } from "./schema-place.js";
import type { TagLiteral } from "./tag-literal.js";
import type { ValidationIssue } from "./validation-issue.js";
import type { ValidationOptions } from "./validation-options.js";
import {
  formatPointer,
  listKeys,
  type ValidationPath,
} from "./validation-path.js";

/** Gives the checks of the value at `path`, or reports to `issues` itself what is wrong with it. */
export type CollectIssues = (
  value: unknown,
  path: ValidationPath | undefined,
  issues: IssueCollector,
) => SchemaChecks | void;

/**
 * What is asked of a value: nothing where it is true; that it is not there where it is false; a type, or one of several, as
 * `string | null`; what a function says; or all that an object or a list says.
 */
export type SchemaCheck =
  boolean | string | CollectIssues | SchemaChecks | readonly SchemaCheck[];

/** What a schema asks, by its keywords, each where it stands there. What does not bear on a value's type is not asked. */
export interface SchemaChecks {
  /** Where the schema stands in the published one; unless given, below the schema around it. */
  readonly at?: string;
  /** Where keywords stand that the schema includes from elsewhere. */
  readonly elsewhere?: { readonly [keyword: string]: string };
  /** A value of another type gets this one issue, of the keyword that leaves only these types. */
  readonly type?: string;
  readonly typeKeyword?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  /** The format's name, and what decides it. */
  readonly format?: readonly [
    name: string,
    accepts: (value: string) => boolean,
  ];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: SchemaCheck;
  readonly uniqueItems?: (items: readonly unknown[]) => boolean;
  /** The names among `properties` that must be there, or else those that need not, in their order. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly properties?: { readonly [key: string]: SchemaCheck };
  readonly patternProperties?: readonly (readonly [
    pattern: RegExp,
    check: SchemaCheck,
  ])[];
  /** Of properties that neither a name nor a pattern claims. */
  readonly additionalProperties?: SchemaCheck;
  /** Whether a property whose value is undefined is there. */
  readonly countsUndefined?: true;
  readonly tag?: TagChecks;
  readonly choice?: ChoiceChecks;
  readonly not?: (value: unknown) => boolean;
  readonly conditions?: readonly ConditionalChecks[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Asked after all else. */
  readonly allOf?: readonly SchemaCheck[];
  /** What a definition that may hold itself asks. */
  readonly visit?: CollectIssues;
}

/** A value, and where it stands, and the schema by which it is checked. */
export interface SchemaSpot {
  readonly value: unknown;
  readonly path: ValidationPath | undefined;
  readonly place: SchemaPlace;
  readonly issues: IssueCollector;
}

/** Of alternatives, what the value at a path of properties leads to. */
export interface TagChecks {
  readonly report: (
    tag: TagChecks,
    spot: SchemaSpot,
    reportCheck: (check: SchemaCheck, spot: SchemaSpot) => void,
  ) => void;
  readonly keyword: string;
  readonly at?: string;
  readonly path: readonly string[];
  /** For each step of the path where it is required, if it is. */
  readonly required: readonly (string | undefined)[];
  /** What some values lead to, undefined being that there is none. */
  readonly cases: readonly (readonly [
    check: SchemaCheck,
    ...tags: readonly TagLiteral[],
  ])[];
  /** What all other values lead to, and what is no object. */
  readonly otherwise?: SchemaCheck;
  readonly notObject?: SchemaCheck;
}

/** Of other alternatives, whether any takes the value; and those that tell what is wrong with an object, or an array. */
export interface ChoiceChecks {
  readonly keyword: string;
  readonly at?: string;
  readonly accepts: (value: unknown) => boolean;
  readonly object?: SchemaCheck;
  readonly array?: SchemaCheck;
  readonly expected?: string;
}

/** What is asked where a condition holds, and where it does not. */
export interface ConditionalChecks {
  readonly if: (value: unknown) => boolean;
  readonly then?: SchemaCheck;
  readonly else?: SchemaCheck;
}

/** Reports what is wrong with a value by its checks. */
export type ReadChecks = (
  checks: SchemaChecks,
  value: unknown,
  path: ValidationPath | undefined,
  issues: IssueCollector,
) => void;

/** Gathers the issues that validators find. A `schema` is given as a pointer, percent-encoded where a URI needs it. */
export class IssueCollector {
  readonly found: ValidationIssue[] = [];
  /** How deep checks stand within each other at the moment. */
  level = 0;
  private readonly readChecks: ReadChecks;
  private readonly limit: number;
  private readonly known = new Map<CollectIssues, SchemaChecks>();
  private readonly visited = new Map<CollectIssues, Set<object>>();
  private readonly waiting: (() => void)[] = [];
  private depth = 0;

  constructor(readChecks: ReadChecks, options: ValidationOptions = {}) {
    this.readChecks = readChecks;
    this.limit =
      options.failFast === true ? 1 : Math.max(1, options.maxIssues ?? 100);
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
    this.found.push({
      ...placeOf(path, keyword, schema),
      message,
      expected: name,
    });
  }

  /** Reports what is wrong by a definition. Its checks are made once. */
  report(
    collect: CollectIssues,
    value: unknown,
    path: ValidationPath | undefined,
  ): void {
    const checks = this.known.get(collect) ?? collect(value, path, this);
    if (typeof checks !== "object") return;
    this.known.set(collect, checks);
    this.readChecks(checks, value, path, this);
  }

  /**
   * Reports by the definition of a type that may hold itself. Deep nesting waits on the heap instead of overflowing the stack,
   * and an object that the same definition has seen is passed over, so that a cyclic value comes to an end.
   */
  visit(
    collect: CollectIssues,
    value: unknown,
    path: ValidationPath | undefined,
  ): void {
    if (this.isFull || !this.isFirstVisit(collect, value)) return;
    if (this.depth === deepestCall || this.level > deepestLevel) {
      this.waiting.push(() => this.report(collect, value, path));
      return;
    }
    this.depth++;
    this.report(collect, value, path);
    this.depth--;
  }

  /** Reports by the definition of the whole value, and then whatever waits. */
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
const deepestLevel = 1000;

function placeOf(
  path: ValidationPath | undefined,
  keyword: string,
  schema: string,
): Pick<ValidationIssue, "pointer" | "path" | "keyword" | "schema"> {
  const keys = listKeys(path);
  return {
    pointer: formatPointer(keys),
    path: keys,
    keyword,
    schema: `schema.json#${schema}`,
  };
}
