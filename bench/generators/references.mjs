// Schemas in other words, for generators that take only these: every reference a pointer, or every definition a component.

/**
 * @typedef {Readonly<Record<string, unknown>>} Json
 * @typedef {(value: Json, pointer: string) => Json} Edit
 */

/**
 * @param {unknown} value
 * @returns {value is Json}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(key: string) => string} */
const escape = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/**
 * A copy in which each object is what `edit` makes of it, before what stands in it is.
 * @param {unknown} value
 * @param {Edit} edit
 * @param {string} [pointer]
 * @returns {unknown}
 */
export function mapObjects(value, edit, pointer = "") {
  if (Array.isArray(value)) return value.map((item, index) => mapObjects(item, edit, `${pointer}/${index}`));
  if (!isObject(value)) return value;
  const entries = Object.entries(edit(value, pointer));
  return Object.fromEntries(
    entries.map(([key, member]) => [key, mapObjects(member, edit, `${pointer}/${escape(key)}`)]),
  );
}

/**
 * @param {unknown} schema
 * @param {(reference: string, pointer: string) => string} edit
 */
export const mapReferences = (schema, edit) =>
  mapObjects(schema, (value, pointer) => {
    const { $ref } = value;
    return typeof $ref === "string" ? { ...value, $ref: edit($ref, pointer) } : value;
  });

/**
 * Leads references to URIs of definitions, and those within a definition that has a URI, to their places in the document.
 * @param {Json} schema
 */
export function pointReferences(schema) {
  /** @type {Map<string, string>} */
  const places = new Map();
  /** @type {[string, string][]} The bases by the pointers that they hold below. */
  const bases = [];
  mapObjects(schema, (value, pointer) => {
    if (typeof value["$id"] !== "string" || pointer.endsWith("/properties")) return value;
    const uri = value["$id"].replace(/#$/, "");
    places.set(uri, pointer);
    bases.push([pointer, uri]);
    return value;
  });
  const pointed = mapReferences(schema, ($ref, pointer) => {
    const base = bases.findLast(([place]) => pointer === place || pointer.startsWith(`${place}/`));
    const { href, hash } = new URL($ref, base?.[1]);
    const place = places.get(href.slice(0, href.length - hash.length).replace(/#$/, ""));
    return place === undefined ? $ref : `#${place}${hash.slice(1)}`;
  });
  return renameDefinitions(
    // The bases are gone with the URIs, so that pointers start from the document; examples hold what looks like references.
    mapObjects(pointed, ({ $id, examples, ...others }) => ({
      ...(typeof $id === "object" ? { $id } : {}),
      ...(Array.isArray(examples) || examples === undefined ? {} : { examples }),
      ...others,
    })),
  );
}

/** @type {(schema: unknown) => Json} */
function renameDefinitions(schema) {
  const { definitions = {}, ...body } = /** @type {{ definitions?: Json }} */ (schema);
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const key of Object.keys(definitions)) names.set(escape(key), nameComponent(key, names));
  const renamed = Object.entries(definitions).map(([key, each]) => [names.get(escape(key)), each]);
  const named = mapReferences({ ...body, definitions: Object.fromEntries(renamed) }, ($ref) => {
    const [, key = "", rest = ""] = /^#\/definitions\/([^/]+)(.*)$/.exec($ref) ?? [];
    return names.has(key) ? `#/definitions/${names.get(key)}${rest}` : $ref;
  });
  return /** @type {Json} */ (named);
}

/**
 * A minimal OpenAPI 3.1 description whose components are the definitions, and the root under the name given.
 * @param {Json} schema
 * @param {string} root
 */
export function wrapInOpenApi(schema, root) {
  const { $schema: _dialect, $id: _id, definitions, $defs, components, ...body } = schema;
  const held = isObject(components) ? components["schemas"] : (definitions ?? $defs);
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const key of Object.keys(isObject(held) ? held : {})) names.set(key, nameComponent(key, names));
  const lead = (/** @type {string} */ $ref) => {
    if ($ref === "#") return `#/components/schemas/${root}`;
    const [, key, rest = ""] =
      /^#\/(?:definitions|\$defs|components\/schemas)\/([^/]+)(\/.*)?$/.exec($ref) ?? [];
    if (key === undefined) return $ref;
    const name = names.get(decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
    return name === undefined ? $ref : `#/components/schemas/${name}${rest}`;
  };
  const schemas = Object.entries(isObject(held) ? held : {}).map(([key, each]) => [names.get(key), each]);
  const described = {
    openapi: "3.1.0",
    info: { title: root, version: "1.0.0" },
    paths: {},
    components: { schemas: { ...Object.fromEntries(schemas), [root]: body } },
  };
  return mapObjects(mapReferences(described, lead), nameTuples);
}

/** @type {Edit} */
const nameTuples = (value) => {
  if (!Array.isArray(value["items"])) return value;
  const { items, additionalItems, ...others } = value;
  return {
    ...others,
    prefixItems: items,
    ...(additionalItems === undefined ? {} : { items: additionalItems }),
  };
};

/**
 * What OpenAPI lets a component be called, and no other is.
 * @param {string} key
 * @param {ReadonlyMap<string, string>} names
 */
function nameComponent(key, names) {
  const taken = new Set(names.values());
  const short = key.replaceAll(/^.*\/(?=.)|\.json$/g, "").replaceAll(/[^\w.-]+/g, "_");
  let name = taken.has(short) ? key.replaceAll(/[^\w.-]+/g, "_") : short;
  while (taken.has(name)) name += "_";
  return name;
}

/**
 * The components of an OpenAPI 3.0 description as definitions of a JSON Schema.
 * @param {Json} description
 */
export function unwrapOpenApi(description) {
  const components = isObject(description["components"]) ? description["components"] : {};
  const definitions = mapObjects(components["schemas"], admitNull);
  const schema = { $schema: "http://json-schema.org/draft-07/schema#", definitions };
  const lead = (/** @type {string} */ $ref) => $ref.replace("#/components/schemas/", "#/definitions/");
  return /** @type {Json} */ (mapReferences(schema, lead));
}

/** @type {Edit} */
const admitNull = (value) => {
  if (value["nullable"] !== true) return value;
  const { nullable: _, ...others } = value;
  if (typeof value["type"] !== "string") return { anyOf: [others, { type: "null" }] };
  const values = Array.isArray(value["enum"]) ? { enum: [...new Set([...value["enum"], null])] } : {};
  return { ...others, type: [value["type"], "null"], ...values };
};
