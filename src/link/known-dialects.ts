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
  /** What a name that is being looked up means is unknown, so that meta-schemas which name each other end. */
  readonly #named = new Map<string, NamedDialect>();

  constructor({ documents }: Documents) {
    this.#metaSchemas = new Map([
      ...[...documents.values()].flatMap((document) =>
        identifiersOf(document).map((id) => [id, document] as const),
      ),
      ...documents,
    ]);
  }

  /** The dialect of a meta-schema's URI, or of a short name. */
  find(uriOrName: string): NamedDialect {
    const dialect = findDialect(uriOrName);
    if (dialect) return { dialect, diagnostics: [] };
    const uri = withoutFragment(uriOrName);
    const known = this.#named.get(uri);
    if (known) return known;
    this.#named.set(uri, { dialect: undefined, diagnostics: [] });
    const document = this.#metaSchemas.get(uri);
    const named = document
      ? this.#readMetaSchema(uri, document)
      : { dialect: undefined, missing: uri, diagnostics: [] };
    this.#named.set(uri, named);
    return named;
  }

  /** @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2 */
  #readMetaSchema(uri: string, document: Document): NamedDialect {
    const { value } = document;
    const vocabularies = isJsonObject(value) ? memberOf(value, "$vocabulary") : undefined;
    const listed = isJsonObject(vocabularies) ? vocabularies : {};
    const base = this.#findBase(uri, value, listed);
    if (!base.dialect || vocabularies === undefined || base.dialect.vocabularies.size === 0) return base;
    const required = new Map(Object.entries(listed).map(([name, needed]) => [name, needed === true]));
    return {
      dialect: composeDialect(uri, base.dialect, required),
      diagnostics: [...base.diagnostics, ...reportUnknown(document, base.dialect, required)],
    };
  }

  /** What a meta-schema is written in; one that describes itself, or does not say, tells it by a vocabulary that it lists. */
  #findBase(uri: string, metaSchema: JsonValue, listed: JsonObject): NamedDialect {
    const named = isJsonObject(metaSchema) ? memberOf(metaSchema, "$schema") : undefined;
    if (typeof named === "string" && withoutFragment(named) !== uri) return this.find(named);
    const names = Object.keys(listed);
    const dialect = dialects.find(({ vocabularies }) => names.some((name) => vocabularies.has(name)));
    return { dialect: dialect ?? (named === undefined ? defaultDialect : undefined), diagnostics: [] };
  }
}

/** The identifiers that a document's root may give it, whatever its dialect calls them. */
function identifiersOf({ uri, value }: Document): string[] {
  if (!isJsonObject(value)) return [];
  return [memberOf(value, "$id"), memberOf(value, "id")]
    .filter((identifier) => typeof identifier === "string")
    .map((identifier) => withoutFragment(resolveUri(uri, identifier)));
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
