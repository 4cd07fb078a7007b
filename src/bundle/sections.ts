import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { LinkedSchema } from "../link/linked.js";
import { findKeywords, hidesSiblings } from "../link/subschemas.js";
import { parsePointer } from "../pointer.js";
import { createObject, type Edits } from "./edits.js";
import type { Entry, Layout, Section, Source } from "./layout.js";
import { keyOf } from "./pieces.js";
import { hasFragment, readDialectName } from "./resources.js";

/** Gives each resource of the bundle its `$id`, and takes those away that identify nothing. */
export function editIdentifiers(source: Source, layout: Layout, edits: Edits): void {
  for (const schema of source.schemas.values()) {
    const section = layout.sectionOf(schema);
    const isRoot = section.identifier !== undefined && layout.pointerOf(schema) === section.pointer;
    if (isRoot) identify(schema, section, layout, edits);
    else removeIdentifiers(source, schema, edits);
  }
}

function identify(schema: LinkedSchema, { identifier }: Section, layout: Layout, edits: Edits): void {
  const resource = layout.resourceOf(schema);
  const written = memberOf(schema.value as JsonObject, resource.identifierKeyword);
  if (written !== identifier) edits.add(schema.place, resource.identifierKeyword, identifier);
  const { dialect } = schema;
  const isSame = dialect.uri === layout.dialectUri;
  if (!isSame && readDialectName(resource) === undefined) edits.add(schema.place, "$schema", dialect.uri);
}

/** What stands below the root of a resource has no `$schema`, and an `$id` that identifies nothing only misleads. */
function removeIdentifiers({ root, pieces }: Source, schema: LinkedSchema, edits: Edits): void {
  const { value, dialect, place } = schema;
  for (const { name, value: text } of findKeywords(value, dialect, "identifier")) {
    if (typeof text !== "string") continue;
    const isAnchor = dialect.fragmentIdentifier === "anchor" && /^#[^/]/.test(text);
    const isWhole = schema !== root && keyOf(schema.resource) === keyOf(place);
    const isVoid = hidesSiblings(value, dialect) || (!isAnchor && (hasFragment(text) || isWhole));
    if (isVoid) edits.add(place, name, undefined);
  }
  if (schema === root || !pieces.has(keyOf(place))) return;
  for (const { name } of findKeywords(value, dialect, "dialect")) edits.add(place, name, undefined);
}

/** The definitions that the bundle adds. */
export function assembleEntries(
  source: Source,
  layout: Layout,
  edits: Edits,
): readonly (readonly [key: string, value: JsonValue])[] {
  return layout.entries.map((entry) => [entry.key, assembleEntry(source, layout, entry, edits)]);
}

function assembleEntry(source: Source, layout: Layout, { section, content }: Entry, edits: Edits): JsonValue {
  if (content.kind === "piece") return edits.apply(content.piece.place, content.piece.value);
  const { resource, pieces } = content;
  const skeleton: Record<string, JsonValue> = {};
  const dialectName = readDialectName(resource) ?? resource.dialect.uri;
  if (dialectName !== readDialectName(layout.resourceOf(source.root))) skeleton["$schema"] = dialectName;
  skeleton[resource.identifierKeyword] = section.identifier ?? section.baseUri;
  for (const piece of pieces) {
    const tokens = parsePointer(piece.place.pointer.slice(resource.place.pointer.length));
    putAt(skeleton, resource.value, tokens, edits.apply(piece.place, piece.value));
  }
  return skeleton;
}

/** Puts a value where the tokens lead, on the way making what the source has there, and no more of it. */
function putAt(
  target: Record<string, JsonValue>,
  source: JsonValue,
  tokens: readonly string[],
  value: JsonValue,
): void {
  let holder: Record<string, JsonValue> | JsonValue[] = target;
  let around: JsonValue | undefined = source;
  for (const [index, token] of tokens.entries()) {
    around = memberAt(around, token);
    const known = memberAt(holder, token);
    const isLast = index === tokens.length - 1;
    const made = Array.isArray(around) ? around.map(() => true) : createObject([]);
    const next: JsonValue = isLast ? value : (known ?? made);
    Object.defineProperty(holder, token, {
      value: next,
      enumerable: true,
      writable: true,
      configurable: true,
    });
    holder = next as typeof holder;
  }
}

function memberAt(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(token)];
  return isJsonObject(value) ? memberOf(value, token) : undefined;
}
