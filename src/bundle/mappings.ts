import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { LinkedSchema } from "../link/linked.js";
import { appendPointer, formatPointer, parsePointer } from "../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../uri.js";
import { createObject, type Edits } from "./edits.js";
import type { Layout, Source } from "./layout.js";
import { keyOf } from "./pieces.js";
import type { References } from "./references.js";

/**
 * Makes the mappings of discriminators lead to the schemas of the bundle: they refer as `$ref` does, or by the name of a component.
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function editMappings(source: Source, layout: Layout, references: References, edits: Edits): void {
  for (const schema of source.schemas.values()) {
    const discriminator = readDiscriminator(schema);
    const mapping = discriminator && memberOf(discriminator, "mapping");
    if (!isJsonObject(mapping)) continue;
    const rewrite = (text: JsonValue): JsonValue => {
      if (typeof text !== "string") return text;
      const target = findTarget(source, schema, text);
      if (!target || layout.pointerOf(target).endsWith(appendPointer("", text))) return text;
      return references.write(layout.sectionOf(schema), target).text;
    };
    const entries = Object.entries(mapping).map(([value, text]) => [value, rewrite(text)] as const);
    if (entries.every(([value, text]) => text === memberOf(mapping, value))) continue;
    const members = { ...discriminator, mapping: createObject(entries) };
    edits.add(schema.place, "discriminator", members);
  }
}

function readDiscriminator({ value, dialect }: LinkedSchema): JsonObject | undefined {
  if (!isJsonObject(value) || dialect.keywords.get("discriminator")?.id !== "openapi/discriminator")
    return undefined;
  const discriminator = memberOf(value, "discriminator");
  return isJsonObject(discriminator) ? discriminator : undefined;
}

/** A name first, then a reference. */
function findTarget(
  { byPlace, resources }: Source,
  from: LinkedSchema,
  text: string,
): LinkedSchema | undefined {
  const { uri } = from.place;
  const named = byPlace.get(keyOf({ uri, pointer: formatPointer(["components", "schemas", text]) }));
  if (named) return named;
  const target = resolveUri(from.baseUri, text);
  const pointer = formatPointer(parsePointer(fragmentOf(target)));
  const base = withoutFragment(target);
  const resource = [...resources.values()].find(({ baseUri }) => baseUri === base);
  return (
    byPlace.get(keyOf({ uri: base, pointer })) ??
    (resource && byPlace.get(keyOf({ uri: resource.place.uri, pointer: resource.place.pointer + pointer })))
  );
}
