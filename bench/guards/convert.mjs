// Writes the schemas of libraries whose schemas are code, as a person would who has the JSON Schema before them: bases are spread,
// unions name their tag where they have one. The libraries' own terms are given as a table.

/**
 * @typedef {import("../unions/by-hand.mjs").Schema} Schema
 *
 * @typedef {object} Terms How a library says it.
 * @property {Readonly<Record<string, string>>} types
 * @property {(values: readonly unknown[]) => string} literals
 * @property {(item: string, schema: Schema) => string} array
 * @property {(members: readonly Member[], rest: string | boolean) => string} object `rest`: what other properties are, or whether there may be any.
 * @property {(parts: readonly string[]) => string} union
 * @property {(key: string, parts: readonly string[]) => string} tagged
 * @property {(type: "number" | "integer" | "string", schema: Schema) => string} bounded
 * @property {(name: string, text: string) => string} declare
 *
 * @typedef {{ readonly key: string, readonly text: string, readonly isRequired: boolean }} Member
 */

/** @type {(reference: string) => string} */
const keyOf = (reference) => reference.slice(reference.lastIndexOf("/") + 1);
/** @type {(key: string) => string} */
const nameOf = (key) => `T_${key.replaceAll(/\W/g, "_")}`;

export class Converter {
  #terms;
  /** @type {Readonly<Record<string, Schema>>} */
  #definitions;
  /** @type {Map<string, string>} By key; what a definition needs stands before it. */
  #declared = new Map();

  /**
   * @param {Terms} terms
   * @param {Schema} schema
   */
  constructor(terms, { $defs, definitions = $defs ?? {} }) {
    this.#terms = terms;
    this.#definitions = definitions;
  }

  /**
   * The declarations that the schema needs, and its own under `name`.
   * @param {string} name
   * @param {Schema} schema
   */
  print(name, schema) {
    const root = this.#terms.declare(name, this.#print(schema));
    return [...this.#declared.values(), root].join("\n");
  }

  /** @type {(schema: Schema) => Schema} */
  #resolve(schema) {
    return schema.$ref === undefined ? schema : this.#resolve(this.#definitions[keyOf(schema.$ref)] ?? {});
  }

  /** @type {(key: string) => string} */
  #refer(key) {
    if (!this.#declared.has(key)) {
      this.#declared.set(key, "");
      const text = this.#terms.declare(nameOf(key), this.#print(this.#definitions[key] ?? {}));
      // Set anew, so that it stands after what it needs.
      this.#declared.delete(key);
      this.#declared.set(key, text);
    } else if (this.#declared.get(key) === "") throw new Error(`recursion through ${key}`);
    return nameOf(key);
  }

  /** @type {(schema: Schema) => string} */
  #print(schema) {
    const { types, literals, union } = this.#terms;
    if (schema.$ref !== undefined) return this.#refer(keyOf(schema.$ref));
    if ("const" in schema) return literals([schema.const]);
    if (schema.enum) return literals(schema.enum);
    if (schema.allOf) return this.#print(this.#merge(schema));
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives) return this.#printUnion(alternatives);
    const stated = schema.type ?? (schema.properties || schema.required ? "object" : undefined);
    if (stated === undefined) return types["any"] ?? "";
    const parts = [stated].flat().map((type) => this.#printType(schema, type));
    return parts.length === 1 ? (parts[0] ?? "") : union(parts);
  }

  /** @type {(branches: readonly Schema[]) => string} */
  #printUnion(branches) {
    const key = findTag(branches.map((branch) => this.#flatten(branch)));
    const parts = branches.map((branch) => this.#print(branch));
    if (parts.length === 1) return parts[0] ?? "";
    return key === undefined ? this.#terms.union(parts) : this.#terms.tagged(key, parts);
  }

  /** @type {(schema: Schema, type: string) => string} */
  #printType(schema, type) {
    const { types, object, array, bounded } = this.#terms;
    if (type === "array") return array(this.#print(schema.items ?? {}), schema);
    if (type === "number" || type === "integer" || type === "string") return bounded(type, schema);
    if (type !== "object") return types[type] ?? "";
    const { properties = {}, required = [], additionalProperties: rest = true } = schema;
    const keys = new Set([...Object.keys(properties), ...required]);
    const members = [...keys].map((key) => ({
      key,
      text: this.#print(properties[key] ?? {}),
      isRequired: required.includes(key),
    }));
    return object(members, typeof rest === "boolean" ? rest : this.#print(rest));
  }

  /** @type {(schema: Schema) => Schema} */
  #flatten(schema) {
    const resolved = this.#resolve(schema);
    return resolved.allOf ? this.#merge(resolved) : resolved;
  }

  /**
   * The properties of all in one; what a later one says of a property stands for what an earlier one says.
   * @type {(schema: Schema) => Schema}
   */
  #merge({ allOf = [], ...own }) {
    const parts = [...allOf.map((/** @type {Schema} */ part) => this.#flatten(part)), own];
    if (parts.some((part) => part.oneOf ?? part.anyOf)) return own["type"] ? own : { ...parts[0] };
    const isClosed = parts.some(({ additionalProperties }) => additionalProperties === false);
    return {
      type: "object",
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: [...new Set(parts.flatMap(({ required = [] }) => required))],
      ...(isClosed ? { additionalProperties: false } : {}),
    };
  }
}

/**
 * The property that has another single value in each branch.
 * @type {(branches: readonly Schema[]) => string | undefined}
 */
export function findTag(branches) {
  return Object.keys(branches[0]?.properties ?? {}).find((key) => {
    const tags = branches.map(({ properties, required }) => {
      const { const: value, enum: [only, ...others] = [value] } = properties?.[key] ?? {};
      return required?.includes(key) && others.length === 0 ? only : undefined;
    });
    return !tags.includes(undefined) && new Set(tags).size === branches.length;
  });
}
