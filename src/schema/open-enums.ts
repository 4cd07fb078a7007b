import type { UnionOptions } from "../config/config.js";
import { indexDefinitions, listDefinitionNames } from "../definition-names.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { SchemaId } from "../link/linked.js";
import { appendPointer } from "../pointer.js";
import { showValue } from "./keywords/read-value.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { TypeSet } from "./type-set.js";
import { admits, allTypes, typeNamesOf, typeSetOf, typeSetOfValues } from "./type-set.js";

export interface OpenEnumOptions {
  /** By the name of a definition. */
  readonly unions?: Readonly<Record<string, UnionOptions>>;
  /** The name of the root's type. */
  readonly name?: string | undefined;
}

type Schemas = ReadonlyMap<SchemaId, LoweredSchema>;

/**
 * The schemas, of which those with an open enum have its types and no `enum`; what it lists becomes the annotation `openEnum`. See "Open
 * enums" in docs/decisions.
 */
export function openEnums(
  schemas: Schemas,
  roots: readonly SchemaId[],
  options: OpenEnumOptions,
): Outcome<Schemas> {
  const { value: configured, diagnostics } = findConfigured(schemas, roots, options);
  const opened = new Map<SchemaId, LoweredSchema>();
  const problems = [...diagnostics];
  for (const [id, lowered] of schemas) {
    if (!configured.has(id) && lowered.annotations.typescriptOpen !== true) continue;
    const outcome = openEnum(lowered);
    opened.set(id, outcome.value);
    problems.push(...outcome.diagnostics);
  }
  return { value: opened.size === 0 ? schemas : new Map([...schemas, ...opened]), diagnostics: problems };
}

/** The enums that the config calls open. What is no enum, or none of that name, is for those to judge who look for unions. */
function findConfigured(
  schemas: Schemas,
  roots: readonly SchemaId[],
  { unions = {}, name: rootName }: OpenEnumOptions,
): Outcome<ReadonlySet<SchemaId>> {
  const wanted = Object.entries(unions).filter(([, { open }]) => open === true);
  if (wanted.length === 0) return { value: new Set(), diagnostics: [] };
  const isRoot = new Set(roots);
  const first = roots.flatMap((id) => schemas.get(id) ?? []);
  const others = [...schemas.values()].filter(({ source }) => source.definition && !isRoot.has(source.id));
  const byName = indexDefinitions([...first, ...others], ({ source, annotations }) =>
    listDefinitionNames(annotations.title, source.givenNames, isRoot.has(source.id) ? rootName : undefined),
  );
  const value = new Set<SchemaId>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, { tags }] of wanted) {
    const lowered = followReferences(schemas, byName.get(name));
    if (!lowered || !isEnumOfScalars(lowered)) continue;
    if (tags) diagnostics.push(reportTags(name, lowered));
    else value.add(lowered.source.id);
  }
  return { value, diagnostics };
}

/** What stands behind references that say nothing else. */
function followReferences(schemas: Schemas, start: LoweredSchema | undefined): LoweredSchema | undefined {
  const seen = new Set<LoweredSchema>();
  let lowered = start;
  while (lowered && !seen.has(lowered)) {
    seen.add(lowered);
    const { schema } = lowered;
    if (typeof schema === "boolean" || schema.$ref === undefined || Object.keys(schema).length > 1) break;
    lowered = schemas.get(schema.$ref as SchemaId);
  }
  return lowered;
}

/** One whose values are all objects may be a union of them. */
function isEnumOfScalars({ schema }: LoweredSchema): boolean {
  return typeof schema === "object" && schema.enum?.some((value) => !isJsonObject(value)) === true;
}

function openEnum(lowered: LoweredSchema): Outcome<LoweredSchema> {
  const schema: CanonicalSchema = typeof lowered.schema === "boolean" ? {} : lowered.schema;
  const { enum: values, type: own, ...others } = schema;
  const types = (own ? typeSetOf(own) : allTypes) & typeSetOfValues(values ?? []);
  const diagnostics = values ? checkValues(lowered, types, values) : [reportMissing(lowered)];
  if (!values || diagnostics.length > 0) return { value: lowered, diagnostics };
  const known = [...new Set(values.filter((value) => typeof value === "string"))];
  const annotations = { ...lowered.annotations, openEnum: known };
  return { value: { ...lowered, schema: { type: typeNamesOf(types), ...others }, annotations }, diagnostics };
}

function checkValues(lowered: LoweredSchema, types: TypeSet, values: readonly JsonValue[]): Diagnostic[] {
  const problems = values.flatMap((value, index) =>
    typeof value === "string" || value === null
      ? []
      : [reportValue(lowered, `and here stands ${showValue(value)}`, `${index}`)],
  );
  if (problems.length > 0) return problems;
  return admits(types, "string") ? [] : [reportValue(lowered, "and this one has none")];
}

function reportValue({ source }: LoweredSchema, reason: string, ...tokens: readonly string[]): Diagnostic {
  const { uri, pointer } = source.place;
  return diagnose(
    "keyword-invalid",
    `Only an enum of strings can be open, ${reason}.`,
    "List strings, and null where it may stand, or do not call the enum open.",
    { uri, pointer: appendPointer(pointer, "enum", ...tokens) },
  );
}

function reportMissing({ source }: LoweredSchema): Diagnostic {
  const { uri, pointer } = source.place;
  return diagnose(
    "keyword-invalid",
    "There is no enum beside x-typescript-open.",
    "Put it beside the `enum` that it is about.",
    { uri, pointer: appendPointer(pointer, "x-typescript-open") },
  );
}

function reportTags(name: string, { source }: LoweredSchema): Diagnostic {
  return diagnose(
    "config-invalid",
    `The config gives \`${name}\` tags, and it is an enum of strings.`,
    "Leave `tags` out: `open` alone opens an enum.",
    source.place,
  );
}
