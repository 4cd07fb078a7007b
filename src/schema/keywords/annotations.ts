import type { JsonValue } from "../../json.js";
import type { Annotations } from "../schema-graph.js";
import type { KeywordTable, KeywordUse, LowerKeyword, Lowering } from "./keyword.js";
import { keep } from "./keyword.js";
import { readSchema, showValue } from "./read-value.js";

/**
 * What is said to people. No verdict depends on it, so a value of the wrong kind is left out with a warning.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9
 */
export const annotationKeywords: KeywordTable = {
  title: annotate("title", readText),
  description: annotate("description", readText),
  $comment: annotate("comment", readText),
  default: annotate("default", (use) => use.value),
  example: (use, lowering) => addExamples(lowering, [use.value]),
  examples: (use, lowering) => {
    if (Array.isArray(use.value)) addExamples(lowering, use.value as readonly JsonValue[]);
    else ignoreValue(use, "an array");
  },
  deprecated: annotate("deprecated", readDeprecated),
  readOnly: annotate("readOnly", readFlag),
  writeOnly: annotate("writeOnly", readFlag),
  contentEncoding: annotate("contentEncoding", readText),
  contentMediaType: annotate("contentMediaType", readText),
  contentSchema: keep("contentSchema", readSchema),
};

function annotate<K extends keyof Annotations>(
  annotation: K,
  read: (use: KeywordUse) => Annotations[K] | undefined,
): LowerKeyword {
  return (use, { annotations }) => {
    const value = read(use);
    if (value !== undefined) annotations[annotation] = value;
  };
}

/** Two keywords may give examples; of anything else there is one. */
function addExamples({ annotations }: Lowering, examples: readonly JsonValue[]): void {
  annotations.examples = [...(annotations.examples ?? []), ...examples];
}

function readText(use: KeywordUse): string | undefined {
  return typeof use.value === "string" ? use.value : ignoreValue(use, "a string");
}

function readFlag(use: KeywordUse): boolean | undefined {
  return typeof use.value === "boolean" ? use.value : ignoreValue(use, "true or false");
}

/** Authors write here why, or what to use instead. */
function readDeprecated(use: KeywordUse): boolean | undefined {
  if (typeof use.value !== "string") return readFlag(use);
  use.report(
    "keyword-tolerated",
    `The value of ${use.name} must be true or false; the text that stands here is read as true.`,
    `Write true, and put the text into \`description\`.`,
  );
  return true;
}

function ignoreValue(use: KeywordUse, expected: string): undefined {
  use.report(
    "keyword-tolerated",
    `The value of ${use.name} must be ${expected}; what stands here (${showValue(use.value)}) is left out.`,
    `Write ${expected}.`,
  );
  return undefined;
}
