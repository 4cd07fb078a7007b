import type { JsonSchema } from "../config/config.js";
import { diagnose, type Outcome } from "../diagnostic.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { Linked, LinkedSchema } from "../link/linked.js";
import { findReferences, hidesSiblings } from "../link/subschemas.js";
import type { Documents } from "../load/documents.js";
import { createObject, Edits } from "./edits.js";
import { Layout, type Source } from "./layout.js";
import { editMappings } from "./mappings.js";
import { findPieces, keyOf } from "./pieces.js";
import { References } from "./references.js";
import { findResources, isOfficial, readDialectName } from "./resources.js";
import { assembleEntries, editIdentifiers } from "./sections.js";

/**
 * One schema that says what the root and all that it refers to say. Resources that the world knows by a URI stay resources;
 * everything else is a definition of the bundle.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.3
 */
export function bundleSchema(documents: Documents, linked: Linked): Outcome<JsonSchema | undefined> {
  const [root, ...others] = linked.roots;
  const schema = root === undefined ? undefined : linked.schemas.get(root);
  if (!schema || others.length > 0) return { value: undefined, diagnostics: [refuseRoots(others.length)] };
  if (!isJsonObject(schema.value)) return { value: schema.value, diagnostics: [] };
  const source = collectSource(documents, linked, schema);
  const layout = new Layout(source);
  const edits = new Edits();
  const references = new References(layout, source.schemas.values());
  const namesBundle = editReferences(source, linked, references, edits);
  editMappings(source, layout, references, edits);
  editIdentifiers(source, layout, edits);
  return { value: assemble(source, layout, edits, namesBundle), diagnostics: [] };
}

function refuseRoots(others: number): Outcome<never>["diagnostics"][number] {
  return others > 0
    ? diagnose("bundle-without-root", `${others + 1} schemas are named, and a bundle is of one.`, "Name one.")
    : diagnose(
        "bundle-without-root",
        "The input is a whole API description, and has no schema that a bundle could start from.",
        "Name one of its schemas, as in `api.yaml#/components/schemas/Name`.",
      );
}

/** What is reached, without the official meta-schemas, which whoever reads the bundle has. */
function collectSource(documents: Documents, linked: Linked, root: LinkedSchema): Source {
  const schemas = new Map(
    [...linked.schemas].filter(([, { place }]) => place.uri === root.place.uri || !isOfficial(place.uri)),
  );
  const all = [...schemas.values()];
  return {
    root,
    schemas,
    byPlace: new Map(all.map((schema) => [keyOf(schema.place), schema])),
    pieces: findPieces(all),
    resources: findResources(documents, all),
  };
}

/** Rewrites what would lead elsewhere; true where the bundle needs a URI of its own for what refers to it. */
function editReferences({ schemas }: Source, linked: Linked, references: References, edits: Edits): boolean {
  let namesBundle = false;
  for (const schema of schemas.values()) {
    for (const { name, value, shape } of findReferences(schema.value, schema.dialect)) {
      const reference = linked.references.get(schema.id)?.get(name);
      const target = reference?.target === undefined ? undefined : schemas.get(reference.target);
      // A name that is looked up in the dynamic scope, and a recursive reference, cannot be written otherwise.
      const isFixed = shape === "scope-reference" || shape === "recursive-reference";
      if (!target || typeof value !== "string" || isFixed) continue;
      const rewritten = references.rewrite(schema, value, target);
      namesBundle ||= rewritten.namesBundle;
      if (rewritten.text !== value) edits.add(schema.place, name, rewritten.text);
    }
  }
  return namesBundle;
}

function assemble(source: Source, layout: Layout, edits: Edits, namesBundle: boolean): JsonObject {
  const { root } = source;
  const { definitionsKeyword, main } = layout;
  const entries = assembleEntries(source, layout, edits);
  const value = layout.isWrapped ? wrapRoot(source, layout) : edits.apply(root.place, root.value);
  const isApart = layout.entries.some(({ section }) => section !== main);
  const members = new Map(
    Object.entries(isApart ? unhide(value as JsonObject, root) : (value as JsonObject)),
  );
  const resource = layout.resourceOf(root);
  const head = new Map<string, JsonValue>();
  if (!members.has("$schema")) head.set("$schema", readDialectName(resource) ?? nameDialect(root));
  if (namesBundle && main.identifier === undefined) head.set(resource.identifierKeyword, main.baseUri);
  const own = members.get(definitionsKeyword);
  if (entries.length > 0) {
    const definitions = [...(isJsonObject(own) ? Object.entries(own) : []), ...entries];
    members.set(definitionsKeyword, createObject(definitions));
  }
  return createObject([...head, ...members]);
}

/** A schema that only refers to the root, which stands in another. */
function wrapRoot({ root, schemas }: Source, layout: Layout): JsonObject {
  const $ref = new References(layout, schemas.values()).write(layout.main, root).text;
  // Up to draft 7 what stands beside a reference is void, as the definitions that it leads to would be.
  return root.dialect.refSiblings === "ignore" ? { allOf: [{ $ref }] } : { $ref };
}

/**
 * The root without what a reference beside it makes void: up to draft 7 that is all, and among it the identifiers of what the
 * bundle adds.
 */
function unhide(value: JsonObject, { dialect }: LinkedSchema): JsonObject {
  if (!hidesSiblings(value, dialect)) return value;
  const [, ...said] = Object.entries(value).sort(
    ([one], [other]) => Number(other === "$ref") - Number(one === "$ref"),
  );
  const kept = said.filter(([name]) => {
    const { shape = "data" } = dialect.keywords.get(name) ?? {};
    return shape === "definitions" || shape === "dialect" || !dialect.keywords.has(name) || told.has(name);
  });
  return createObject([...kept, ["allOf", [{ $ref: value["$ref"] ?? "#" }]]]);
}

const told: ReadonlySet<string> = new Set(["title", "description", "default", "examples", "$comment"]);

/** Up to draft 7 the URI of a meta-schema is written with an empty fragment. */
function nameDialect({ dialect: { uri } }: LinkedSchema): string {
  return uri.startsWith("http://json-schema.org/") ? `${uri}#` : uri;
}
