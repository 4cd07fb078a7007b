import { readJson } from "./schemas.mjs";

/**
 * @typedef {object} Counted What stands in a schema document, by its own keywords and none of our code.
 * @property {ReadonlySet<string>} definitions Pointers of its root and definitions.
 * @property {ReadonlySet<string>} variants Pointers of the inline members of its `anyOf` and `oneOf` that describe objects or arrays.
 * @property {ReadonlySet<string>} targets Pointers that references lead to.
 * @property {ReadonlySet<string>} keys The keys of its definitions and properties, of those that are paths the last segment; in lower case, letters and digits alone.
 */

const maps = new Set(["definitions", "$defs", "properties", "patternProperties", "dependencies"]);
const lists = new Set(["allOf", "anyOf", "oneOf"]);
const singles = new Set(["items", "additionalItems", "additionalProperties", "not", "if", "then", "else"]);
const structuring = ["properties", "required", "items", "additionalProperties", "allOf", "anyOf", "oneOf"];

/** @type {(text: string) => string} */
export const plain = (text) => text.replaceAll(/[^\p{L}\p{Nd}]/gu, "").toLowerCase();

/** @type {(key: string) => string} */
const escape = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/**
 * Where a reference leads to; one to another document, to the definition that has its URI as key.
 * @type {(reference: string) => string}
 */
function pointTo(reference) {
  const [uri = "", fragment = ""] = reference.split("#");
  return (uri === "" ? "" : `/definitions/${escape(uri)}`) + decodeURIComponent(fragment);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Counts in a JSON Schema, or in the component schemas of an API description.
 * @param {string} file
 * @returns {Counted}
 */
export function countSchemas(file) {
  const document = readJson(file);
  const components = isObject(document) && isObject(document["components"]) ? document["components"] : {};
  const described = isObject(components["schemas"]) ? components["schemas"] : undefined;
  const definitions = new Set(described ? [] : [""]);
  const variants = new Set();
  const targets = new Set();
  const keys = new Set();
  /** @type {{ schema: unknown, pointer: string }[]} */
  const stack = described ? [] : [{ schema: document, pointer: "" }];
  /** @type {(holder: string, map: Record<string, unknown>, isDefining: boolean) => void} */
  const enter = (holder, map, isDefining) => {
    for (const [key, schema] of Object.entries(map)) {
      const pointer = `${holder}/${escape(key)}`;
      keys.add(plain(key.replace(/^.*\/|\.json$/g, "")));
      if (isDefining) definitions.add(pointer);
      stack.push({ schema, pointer });
    }
  };
  if (described) enter("/components/schemas", described, true);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { schema, pointer } = next;
    if (!isObject(schema)) continue;
    if (typeof schema["$ref"] === "string") targets.add(pointTo(schema["$ref"]));
    for (const [keyword, value] of Object.entries(schema)) {
      const at = `${pointer}/${keyword}`;
      if (maps.has(keyword) && isObject(value)) enter(at, value, /^(definitions|\$defs)$/.test(keyword));
      else if (singles.has(keyword) && isObject(value)) stack.push({ schema: value, pointer: at });
      else if ((lists.has(keyword) || keyword === "items") && Array.isArray(value)) {
        for (const [index, each] of value.entries()) {
          const isStructured = isObject(each) && structuring.some((structure) => structure in each);
          if (/^(any|one)Of$/.test(keyword) && isStructured) variants.add(`${at}/${index}`);
          stack.push({ schema: each, pointer: `${at}/${index}` });
        }
      }
    }
  }
  return { definitions, variants, targets, keys };
}
