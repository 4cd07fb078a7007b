import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Keyword } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";
import type { Linked, LinkedSchema } from "../link/linked.js";
import { placeOf } from "../link/linked.js";
import { appendPointer } from "../pointer.js";
import type { KeywordUse, Lowering } from "./keywords/keyword.js";
import { keywordLowerings, readBesideReference } from "./keywords/keywords.js";
import type { Annotations, CanonicalSchema } from "./schema-graph.js";

/** A schema in canonical form, with the SchemaIds of its subschemas where the graph will have NodeIds. */
export interface LoweredSchema {
  readonly source: LinkedSchema;
  readonly schema: boolean | CanonicalSchema;
  readonly annotations: Annotations;
  /** Keywords that stand beside `$ref` where they do not count. */
  readonly ignored: readonly string[];
}

export interface LoweringOptions {
  readonly formats: "dialect" | "annotate" | "assert";
}

/** The canonical form of one schema. Keywords that cannot be lowered, or whose value is wrong, are left out with an error. */
export function lowerSchema(
  source: LinkedSchema,
  linked: Linked,
  options: LoweringOptions,
): Outcome<LoweredSchema> {
  const { value, dialect } = source;
  const diagnostics: Diagnostic[] = [];
  if (typeof value === "boolean") {
    return { value: { source, schema: value, annotations: {}, ignored: [] }, diagnostics };
  }
  const formatsAssert = (options.formats === "dialect" ? dialect.formats : options.formats) === "assert";
  const shared = { owner: source, linked, formatsAssert };
  const lowerings: Lowering[] = [];
  const unknown = new Map<string, JsonValue>();
  const { kept, ignored } = sortKeywords(source);
  for (const name of kept) {
    const keyword = dialect.keywords.get(name);
    const member = value[name] ?? null;
    const use = { ...shared, name, value: member, report: reporterAt(source, name, diagnostics) };
    if (keyword) lowerings.push(lowerKeyword(keyword, use));
    else unknown.set(name, member);
  }
  if (unknown.size > 0) lowerings.push({ annotations: { unknown } });
  return { value: { source, ...mergeLowerings(lowerings), ignored }, diagnostics };
}

function lowerKeyword(keyword: Keyword, use: KeywordUse): Lowering {
  const lower = keywordLowerings.get(keyword.id);
  if (lower) return lower(use);
  use.report(
    "keyword-unsupported",
    `Schemist cannot read ${use.name} of ${use.owner.dialect.name} yet.`,
    "Take the keyword out, by an overlay if the schema is not yours; what it refuses is then admitted.",
  );
  return {};
}

/**
 * The names of keywords that count, and of those that do not since they stand beside `$ref`.
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#section-8.3
 */
function sortKeywords(source: LinkedSchema): { kept: string[]; ignored: string[] } {
  const { dialect, value } = source;
  const names = Object.keys(value);
  const refers = names.some((name) => dialect.keywords.get(name)?.shape === "reference");
  if (!refers || dialect.refSiblings === "apply") return { kept: names, ignored: [] };
  const fateOf = (name: string) => {
    const keyword = dialect.keywords.get(name);
    return keyword ? readBesideReference(keyword.id) : "keep";
  };
  return {
    kept: names.filter((name) => fateOf(name) === "keep"),
    ignored: names.filter((name) => fateOf(name) === "drop-with-note"),
  };
}

function reporterAt(source: LinkedSchema, name: string, diagnostics: Diagnostic[]): KeywordUse["report"] {
  return (code, message, help, tokens = []) => {
    const { uri, pointer } = placeOf(source.id);
    diagnostics.push(
      diagnose(code, message, help, { uri, pointer: appendPointer(pointer, name, ...tokens) }),
    );
  };
}

/** Two keywords may give examples; of anything else there is one. */
function mergeLowerings(lowerings: readonly Lowering[]): {
  schema: CanonicalSchema;
  annotations: Annotations;
} {
  const examples = lowerings.flatMap(({ annotations }) => annotations?.examples ?? []);
  const annotations: Annotations = Object.assign({}, ...lowerings.map((lowering) => lowering.annotations));
  return {
    schema: Object.assign({}, ...lowerings.map((lowering) => lowering.schema)) as CanonicalSchema,
    annotations: examples.length > 0 ? { ...annotations, examples } : annotations,
  };
}
