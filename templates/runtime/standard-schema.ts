import { issueMessage } from "./issue-message.js";
import type { PublishedDefinition } from "./published-definition.js";
import type { ValidationIssue } from "./validation-issue.js";
import type { ValidationResult } from "./validation-result.js";
import { writeJsonSchema } from "./write-json-schema.js";

/** What libraries take that know Standard Schema and Standard JSON Schema, version 1; see https://standardschema.dev */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "schemist";
    /** For the compiler alone; there is no such value. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
    /** Decides as the guard does, and returns the very value. */
    readonly validate: (value: unknown) => StandardResult<T>;
    /** The schema in the dialect of `target`: draft-2020-12, draft-07 or openapi-3.0. Throws where that cannot say it. */
    readonly jsonSchema: {
      readonly input: WriteJsonSchema;
      readonly output: WriteJsonSchema;
    };
  };
}

/** The very value, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong with a value. */
export interface StandardIssue {
  readonly message: string;
  /** Property names and indexes. It leads to a property that is missing, too. */
  readonly path: readonly (string | number)[];
}

/** Gives a new copy each time. */
export type WriteJsonSchema = (options: { readonly target: string }) => {
  [keyword: string]: unknown;
};

/** A definition as a Standard Schema. Nothing is made of the definition's text until it is asked for. */
export function standardSchemaOf<T>(
  validate: (value: unknown) => ValidationResult<T>,
  definition: PublishedDefinition,
): StandardSchema<T> {
  // No value becomes another one.
  const write: WriteJsonSchema = ({ target }) =>
    writeJsonSchema(definition, target);
  return {
    "~standard": {
      version: 1,
      vendor: "schemist",
      validate: (value) => {
        const result = validate(value);
        return result.ok
          ? { value: result.value }
          : { issues: result.issues.map(toStandardIssue) };
      },
      jsonSchema: { input: write, output: write },
    },
  };
}

function toStandardIssue({
  keyword,
  message,
  path,
  expected,
}: ValidationIssue): StandardIssue {
  const isMissing = keyword === "required" || keyword === "dependentRequired";
  if (!isMissing || expected === undefined) return { message, path };
  const isUsual = message === issueMessage(keyword, expected, undefined);
  return {
    message: isUsual ? "must be present" : message,
    path: [...path, expected],
  };
}
