import type { Diagnostic, DiagnosticCode, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Keyword } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";
import type { Linked, LinkedSchema } from "../link/linked.js";
import { invariant } from "../invariant.js";
import { subschemaId } from "../link/linked.js";
import { appendPointer } from "../pointer.js";
import type { Extensions } from "./extensions.js";
import type { KeywordUse, Lowering, MadeSchema } from "./keywords/keyword.js";
import { keywordLowerings, readBesideReference } from "./keywords/keywords.js";
import { typescriptKeywords } from "./keywords/typescript.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { Annotations, CanonicalSchema, Extension } from "./schema-graph.js";

export interface LoweringOptions {
  readonly formats: "dialect" | "annotate" | "assert";
}

/**
 * The canonical form of one schema, and of those that only this form has. Keywords whose value is wrong are left out with an
 * error.
 */
export function lowerSchema(
  source: LinkedSchema,
  linked: Linked,
  options: LoweringOptions,
  extensions: Extensions,
): Outcome<readonly [LoweredSchema, ...LoweredSchema[]]> {
  const { value, dialect } = source;
  const diagnostics: Diagnostic[] = [];
  if (typeof value === "boolean") {
    return { value: [{ ...bare, source, schema: value }], diagnostics };
  }
  const formatsAssert = (options.formats === "dialect" ? dialect.formats : options.formats) === "assert";
  const context = { linked, formatsAssert, formatExports: extensions.formats, diagnostics };
  const lowerings: Lowering[] = [];
  const unknown = new Map<string, JsonValue>();
  const own: Extension[] = [];
  const { kept, ignored } = sortKeywords(source, extensions);
  for (const name of kept) {
    const keyword = dialect.keywords.get(name);
    const member = value[name] ?? null;
    const use = new Use(source, name, member, context);
    const decidedBy = extensions.keywords.get(name);
    const typescript = typescriptKeywords.get(name);
    if (keyword) lowerings.push(lowerKeyword(keyword, use));
    else if (typescript) lowerings.push(typescript(use));
    else if (decidedBy !== undefined) own.push({ name, argument: member, export: decidedBy });
    else unknown.set(name, member);
  }
  if (own.length > 0) lowerings.push({ schema: { extensions: own } });
  if (unknown.size > 0) lowerings.push({ annotations: { unknown } });
  if (source.externalTag) lowerings.push({ annotations: { externalTag: source.externalTag } });
  const { schema, annotations, dynamic } = placeReference(source, mergeLowerings(lowerings), lowerings);
  const made = lowerings.flatMap((lowering) => lowering.made ?? none);
  const lowered = { source, schema, annotations, ignored, dynamic };
  return { value: [lowered, ...made.map((each) => lowerMade(source, each))], diagnostics };
}

const none: readonly never[] = [];

const bare = { annotations: {}, ignored: none, dynamic: undefined };

/** What is the same for all keywords of a schema. */
interface UseContext extends Pick<KeywordUse, "linked" | "formatsAssert" | "formatExports"> {
  readonly diagnostics: Diagnostic[];
}

class Use implements KeywordUse {
  readonly owner: LinkedSchema;
  readonly name: string;
  readonly value: JsonValue;
  readonly linked: Linked;
  readonly formatsAssert: boolean;
  readonly formatExports: ReadonlyMap<string, string>;
  readonly #diagnostics: Diagnostic[];

  constructor(owner: LinkedSchema, name: string, value: JsonValue, context: UseContext) {
    this.owner = owner;
    this.name = name;
    this.value = value;
    this.linked = context.linked;
    this.formatsAssert = context.formatsAssert;
    this.formatExports = context.formatExports;
    this.#diagnostics = context.diagnostics;
  }

  report(code: DiagnosticCode, message: string, help: string, tokens: readonly string[] = none): void {
    const { uri, pointer } = this.owner.place;
    const place = { uri, pointer: appendPointer(pointer, this.name, ...tokens) };
    this.#diagnostics.push(diagnose(code, message, help, place));
  }
}

function lowerMade(source: LinkedSchema, { id, tokens, value, schema }: MadeSchema): LoweredSchema {
  const { uri, pointer } = source.place;
  const place = { uri, pointer: appendPointer(pointer, ...tokens) };
  return { ...bare, source: { ...source, id, place, value, definition: false, givenNames: [] }, schema };
}

type Merged = Pick<LoweredSchema, "annotations"> & { readonly schema: CanonicalSchema };

/** A dynamic reference becomes `$ref`, which it is in each dynamic scope, or, where there is one, stands in `allOf`. */
function placeReference(
  source: LinkedSchema,
  merged: Merged,
  lowerings: readonly Lowering[],
): Merged & Pick<LoweredSchema, "dynamic"> {
  const reference = lowerings.find((lowering) => lowering.reference)?.reference;
  if (!reference) return { ...merged, dynamic: undefined };
  const { schema } = merged;
  // Where only the dynamic scope knows it, the target is no schema.
  const target = reference.target ?? subschemaId(source.id, ["$dynamicRef"]);
  const anchor = reference.dynamicAnchor;
  if (schema.$ref === undefined) {
    return { ...merged, schema: { ...schema, $ref: target }, dynamic: { pointer: "/$ref", anchor } };
  }
  const allOf = [...(schema.allOf ?? []), target];
  const dynamic = { pointer: `/allOf/${allOf.length - 1}`, anchor };
  return { ...merged, schema: { ...schema, allOf }, dynamic };
}

function lowerKeyword({ id }: Keyword, use: KeywordUse): Lowering {
  const lower = keywordLowerings.get(id);
  invariant(lower, "no lowering of", id);
  return lower(use);
}

/**
 * The names of keywords that count, and of those that do not since they stand beside `$ref`.
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#section-8.3
 */
function sortKeywords(
  source: LinkedSchema,
  extensions: Extensions,
): { readonly kept: readonly string[]; readonly ignored: readonly string[] } {
  const { dialect, value } = source;
  const names = Object.keys(value);
  if (dialect.refSiblings === "apply") return { kept: names, ignored: none };
  const refers = names.some((name) => dialect.keywords.get(name)?.shape === "reference");
  if (!refers) return { kept: names, ignored: none };
  const fateOf = (name: string) => {
    const keyword = dialect.keywords.get(name);
    if (keyword) return readBesideReference(keyword.id);
    return extensions.keywords.has(name) ? "drop-with-note" : "keep";
  };
  return {
    kept: names.filter((name) => fateOf(name) === "keep"),
    ignored: names.filter((name) => fateOf(name) === "drop-with-note"),
  };
}

/** Two keywords may give examples; of anything else there is one. */
function mergeLowerings(lowerings: readonly Lowering[]): Merged {
  const schema: CanonicalSchema = {};
  const annotations: Annotations = {};
  const examples: JsonValue[] = [];
  for (const lowering of lowerings) {
    if (lowering.schema) Object.assign(schema, lowering.schema);
    if (!lowering.annotations) continue;
    Object.assign(annotations, lowering.annotations);
    examples.push(...(lowering.annotations.examples ?? none));
  }
  return { schema, annotations: examples.length > 0 ? { ...annotations, examples } : annotations };
}
