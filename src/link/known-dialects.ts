import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import { defaultDialect, dialects, findDialect } from "../dialect/dialects.js";
import { composeDialect } from "../dialect/vocabularies.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Document, Documents } from "../load/documents.js";
import { appendPointer } from "../pointer.js";
import { resolveUri, withoutFragment } from "../uri.js";

/** What a `$schema`, or an option, names. */
export interface NamedDialect {
  /** Undefined where nothing is known under the name. */
  readonly dialect: Dialect | undefined;
  /** The URI of the meta-schema to know it by, which is not among the documents. */
  readonly missing?: string;
  /** What is wrong with the meta-schema. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds dialects by name: those that are built in, and those of meta-schemas among the documents; each is made once. */
export class KnownDialects {
  readonly #metaSchemas: ReadonlyMap<string, Document>;
  readonly #named = new Map<string, NamedDialect>();

  constructor({ documents }: Documents) {
    // As for references, identifiers come before addresses, and of two that are the same the first.
    const identified = [...documents.values()].toReversed().flatMap(identify);
    this.#metaSchemas = new Map([...documents, ...identified]);
  }

  /**
   * The dialect of a meta-schema's URI, or of a short name. A meta-schema is written in the dialect of another; of those that only
   * name each other nothing is known.
   */
  find(uriOrName: string): NamedDialect {
    const chain = new Map<string, Document>();
    let name: string | undefined = uriOrName;
    let named = this.#findKnown(name);
    while (!named && name !== undefined) {
      const uri = withoutFragment(name);
      const document = this.#metaSchemas.get(uri);
      if (!document) named = { dialect: undefined, missing: uri, diagnostics: [] };
      else if (chain.has(uri)) name = undefined;
      else {
        chain.set(uri, document);
        name = readBase(uri, document);
        named = name === undefined ? undefined : this.#findKnown(name);
      }
    }
    named ??= { dialect: undefined, diagnostics: [] };
    for (const [uri, document] of [...chain].toReversed()) {
      named = readMetaSchema(uri, document, named);
      this.#named.set(uri, named);
    }
    return named;
  }

  #findKnown(uriOrName: string): NamedDialect | undefined {
    const dialect = findDialect(uriOrName);
    return dialect ? { dialect, diagnostics: [] } : this.#named.get(withoutFragment(uriOrName));
  }
}

/** The `$schema` of a meta-schema; of one that describes itself, or does not say, the dialect that has a vocabulary it lists. */
function readBase(uri: string, { value }: Document): string | undefined {
  if (!isJsonObject(value)) return defaultDialect.uri;
  const named = memberOf(value, "$schema");
  if (typeof named === "string" && withoutFragment(named) !== uri) return named;
  const listed = Object.keys(listVocabularies(value) ?? {});
  const dialect = dialects.find(({ vocabularies }) => listed.some((name) => vocabularies.has(name)));
  return (dialect ?? (named === undefined ? defaultDialect : undefined))?.uri;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2 */
function readMetaSchema(uri: string, document: Document, base: NamedDialect): NamedDialect {
  const listed = listVocabularies(document.value);
  if (!base.dialect || !listed || base.dialect.vocabularies.size === 0) return base;
  const required = new Map(Object.entries(listed).map(([name, needed]) => [name, needed === true]));
  return {
    dialect: composeDialect(uri, base.dialect, required),
    diagnostics: [...base.diagnostics, ...reportUnknown(document, base.dialect, required)],
  };
}

function listVocabularies(metaSchema: JsonValue): JsonObject | undefined {
  const listed = isJsonObject(metaSchema) ? memberOf(metaSchema, "$vocabulary") : undefined;
  return isJsonObject(listed) ? listed : undefined;
}

/** A document by the identifiers that its root may give it, whatever its dialect calls them. */
function identify(document: Document): [string, Document][] {
  const { uri, value } = document;
  if (!isJsonObject(value)) return [];
  return [memberOf(value, "$id"), memberOf(value, "id")]
    .filter((identifier) => typeof identifier === "string")
    .map((identifier) => [withoutFragment(resolveUri(uri, identifier)), document]);
}

function reportUnknown(
  { uri }: Document,
  base: Dialect,
  required: ReadonlyMap<string, boolean>,
): Diagnostic[] {
  const unknown = [...required].filter(([name, needed]) => needed && !base.vocabularies.has(name));
  return unknown.map(([name]) =>
    diagnose(
      "vocabulary-unknown",
      `This meta-schema requires the vocabulary "${name}", which is not known.`,
      "Give it the value false if schemas may be read without its keywords.",
      { uri, pointer: appendPointer("/$vocabulary", name) },
    ),
  );
}
