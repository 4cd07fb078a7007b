import type { Dialect, Vocabulary } from "./dialect.js";
import { annotations } from "./keyword-rows.js";

/** The names of a vocabulary's keywords, and whether it makes `format` assert. */
export interface VocabularyRow {
  readonly keywords: readonly string[];
  readonly formats?: NonNullable<Vocabulary["formats"]>;
}

/** Vocabularies by their URI, from the names of their keywords in the dialect that has them all. */
export function collectVocabularies(
  base: string,
  keywords: Dialect["keywords"],
  rows: Readonly<Record<string, VocabularyRow>>,
): Dialect["vocabularies"] {
  const vocabularies = Object.entries(rows).map(([name, { keywords: names, ...rest }]) => {
    const own = new Map([...keywords].filter(([keyword]) => names.includes(keyword)));
    return [`${base}${name}`, { ...rest, keywords: own }] as const;
  });
  return new Map(vocabularies);
}

/**
 * The dialect of a meta-schema that is written in `base` and lists vocabularies, each with whether it is required; those that `base`
 * has not add nothing. Core keywords are there whatever it lists.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
 */
export function composeDialect(uri: string, base: Dialect, listed: ReadonlyMap<string, boolean>): Dialect {
  const keywords = new Map([...base.keywords].filter(([name]) => isAlwaysKnown(name)));
  let formats: Dialect["formats"] = "annotate";
  for (const [vocabularyUri, required] of listed) {
    const vocabulary = base.vocabularies.get(vocabularyUri);
    if (!vocabulary) continue;
    for (const [name, keyword] of vocabulary.keywords) keywords.set(name, keyword);
    const asserts =
      vocabulary.formats === "assert" || (vocabulary.formats === "assert-if-required" && required);
    if (asserts) formats = "assert";
  }
  return { ...base, uri, name: uri, keywords, formats };
}

/** Core keywords, which alone start with `$`; what only people read; and what only reserves a place for definitions. */
function isAlwaysKnown(keyword: string): boolean {
  return keyword.startsWith("$") || keyword === "definitions" || Object.hasOwn(annotations, keyword);
}

const metaData: VocabularyRow = {
  keywords: ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
};

const content: VocabularyRow = { keywords: ["contentEncoding", "contentMediaType", "contentSchema"] };

const validation: VocabularyRow = {
  keywords: [
    "type",
    "const",
    "enum",
    "multipleOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minContains",
    "maxContains",
    "minProperties",
    "maxProperties",
    "required",
    "dependentRequired",
  ],
};

const applicators = [
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "items",
  "contains",
];

const unevaluated = ["unevaluatedItems", "unevaluatedProperties"];

const core = ["$schema", "$vocabulary", "$id", "$anchor", "$ref", "$defs", "$comment"];

/**
 * @see https://json-schema.org/draft/2019-09/json-schema-core#section-8.1.2
 * @see https://json-schema.org/draft/2019-09/json-schema-validation#section-7.2
 */
export const vocabularyRows2019: Readonly<Record<string, VocabularyRow>> = {
  core: { keywords: [...core, "$recursiveRef", "$recursiveAnchor"] },
  applicator: { keywords: [...applicators, ...unevaluated, "additionalItems"] },
  validation,
  "meta-data": metaData,
  format: { keywords: ["format"], formats: "assert-if-required" },
  content,
};

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.2 */
export const vocabularyRows2020: Readonly<Record<string, VocabularyRow>> = {
  core: { keywords: [...core, "$dynamicRef", "$dynamicAnchor"] },
  applicator: { keywords: [...applicators, "prefixItems"] },
  unevaluated: { keywords: unevaluated },
  validation,
  "meta-data": metaData,
  "format-annotation": { keywords: ["format"] },
  "format-assertion": { keywords: ["format"], formats: "assert" },
  content,
};
