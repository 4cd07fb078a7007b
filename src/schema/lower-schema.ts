import type { Diagnostic, DiagnosticCode, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Linked, LinkedSchema, Reference, SchemaId } from "../link/linked.js";
import { invariant } from "../invariant.js";
import { subschemaId } from "../link/linked.js";
import { appendPointer } from "../pointer.js";
import type { Extensions } from "./extensions.js";
import type { KeywordUse, LowerKeyword, Lowering, MadeSchema } from "./keywords/keyword.js";
import { newLowering } from "./keywords/keyword.js";
import { keywordLowerings, readBesideReference } from "./keywords/keywords.js";
import { typescriptKeywords } from "./keywords/typescript.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { Extension } from "./schema-graph.js";

export interface LoweringOptions {
  readonly formats: "dialect" | "annotate" | "assert";
}

/** What is the same for all schemas. */
interface Work {
  readonly linked: Linked;
  readonly options: LoweringOptions;
  readonly extensions: Extensions;
  readonly lowered: Map<SchemaId, LoweredSchema>;
  readonly diagnostics: Diagnostic[];
}

/**
 * The canonical form of each schema, followed by those that only this form has. Keywords whose value is wrong are left out with an
 * error.
 */
export function lowerSchemas(
  linked: Linked,
  options: LoweringOptions,
  extensions: Extensions,
): Outcome<ReadonlyMap<SchemaId, LoweredSchema>> {
  const work: Work = { linked, options, extensions, lowered: new Map(), diagnostics: [] };
  for (const schema of linked.schemas.values()) lowerSchema(work, schema);
  return { value: work.lowered, diagnostics: work.diagnostics };
}

function lowerSchema(work: Work, source: LinkedSchema): void {
  const { extensions, lowered } = work;
  const { id, value, dialect } = source;
  if (typeof value === "boolean") {
    lowered.set(id, { source, schema: value, ...bare });
    return;
  }
  const { kept, ignored } = sortKeywords(source, extensions);
  const lowering = newLowering();
  const use = new Use(work, source);
  const own: Extension[] = [];
  let unknown: Map<string, JsonValue> | undefined;
  for (const name of kept) {
    use.turnTo(name);
    const lower = findLowering(name, dialect);
    const decidedBy = lower ? undefined : extensions.keywords.get(name);
    if (lower) lower(use, lowering);
    else if (decidedBy !== undefined) own.push({ name, argument: use.value, export: decidedBy });
    else (unknown ??= new Map<string, JsonValue>()).set(name, use.value);
  }
  const { schema, annotations } = lowering;
  if (own.length > 0) schema.extensions = own;
  if (unknown) annotations.unknown = unknown;
  if (source.externalTag) annotations.externalTag = source.externalTag;
  const dynamic = lowering.reference && placeReference(id, schema, lowering.reference);
  lowered.set(id, { source, schema, annotations, ignored, dynamic });
  for (const made of lowering.made) lowered.set(made.id, lowerMade(source, made));
}

const none: readonly never[] = [];

const bare = { annotations: {}, ignored: none, dynamic: undefined };

/** The lowering of a keyword that the dialect knows, or of one of ours. */
function findLowering(name: string, dialect: Dialect): LowerKeyword | undefined {
  const keyword = dialect.keywords.get(name);
  if (!keyword) return typescriptKeywords.get(name);
  const lower = keywordLowerings.get(keyword.id);
  invariant(lower, "no lowering of", keyword.id);
  return lower;
}

/** The keywords of a schema, one after the other. */
class Use implements KeywordUse {
  readonly owner: LinkedSchema;
  readonly linked: Linked;
  readonly formatsAssert: boolean;
  readonly formatExports: ReadonlyMap<string, string>;
  name = "";
  value: JsonValue = null;
  readonly #diagnostics: Diagnostic[];

  constructor({ linked, options, extensions, diagnostics }: Work, owner: LinkedSchema) {
    this.owner = owner;
    this.linked = linked;
    this.formatsAssert =
      (options.formats === "dialect" ? owner.dialect.formats : options.formats) === "assert";
    this.formatExports = extensions.formats;
    this.#diagnostics = diagnostics;
  }

  turnTo(name: string): void {
    this.name = name;
    this.value = (this.owner.value as JsonObject)[name] ?? null;
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

/** A dynamic reference becomes `$ref`, which it is in each dynamic scope, or, where there is one, stands in `allOf`. */
function placeReference(
  holder: SchemaId,
  schema: Lowering["schema"],
  reference: Reference,
): LoweredSchema["dynamic"] {
  // Where only the dynamic scope knows it, the target is no schema.
  const target = reference.target ?? subschemaId(holder, ["$dynamicRef"]);
  const anchor = reference.dynamicAnchor;
  if (schema.$ref === undefined) {
    schema.$ref = target;
    return { pointer: "/$ref", anchor };
  }
  schema.allOf = [...(schema.allOf ?? []), target];
  return { pointer: `/allOf/${schema.allOf.length - 1}`, anchor };
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
