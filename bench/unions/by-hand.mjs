// Prints the checks that a person would write for a schema: a switch on the tag, then each property, and nothing in between. It
// knows the keywords of the schemas that are measured, and no more.

/**
 * @typedef {{ readonly [Keyword in string]?: any } & { $ref?: string, type?: string | string[], properties?: Record<string, Schema> }} Schema
 * @typedef {{ readonly key: string, readonly branches: ReadonlyMap<string, Schema> }} Tagged
 */

/** @type {Readonly<Record<string, (subject: string) => string>>} */
const typeTests = {
  null: (subject) => `${subject} === null`,
  array: (subject) => `Array.isArray(${subject})`,
  integer: (subject) => `Number.isInteger(${subject})`,
  object: (subject) => `typeof ${subject} === "object" && ${subject} !== null && !Array.isArray(${subject})`,
};

/** @type {(subject: string, key: string) => string} */
const access = (subject, key) =>
  /^[a-z_]\w*$/i.test(key) ? `${subject}.${key}` : `${subject}[${JSON.stringify(key)}]`;

/** @type {(parts: readonly string[], operator: "&&" | "||") => string} */
const join = (parts, operator) =>
  parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(` ${operator} `)})`;

export class HandWriter {
  #definitions;

  /** @param {Record<string, Schema>} definitions */
  constructor(definitions) {
    this.#definitions = definitions;
  }

  /** @type {(schema: Schema) => Schema} */
  #resolve(schema) {
    return schema.$ref === undefined ? schema : (this.#definitions[nameOf(schema.$ref)] ?? {});
  }

  /**
   * A function that is exported as `name`, and one for each definition.
   * @param {string} name
   * @param {Schema} schema
   */
  printModule(name, schema) {
    const functions = Object.entries(this.#definitions).map(([key, definition]) =>
      this.#printFunction(functionName(key), definition),
    );
    return [...functions, `export ${this.#printFunction(name, schema)}`].join("\n\n");
  }

  /** @type {(name: string, schema: Schema) => string} */
  #printFunction(name, schema) {
    const tagged = schema.oneOf && this.#findTag(schema.oneOf);
    if (!tagged) return `function ${name}(value) {\n  return ${this.#print(schema, "value")};\n}`;
    const cases = [...tagged.branches].map(
      ([tag, branch]) => `    case ${tag}:\n      return ${this.#print(branch, "value")};`,
    );
    return [
      `function ${name}(value) {`,
      `  if (typeof value !== "object" || value === null) return false;`,
      `  switch (${access("value", tagged.key)}) {`,
      ...cases,
      `    default:\n      return false;\n  }\n}`,
    ].join("\n");
  }

  /**
   * The property that has another value in each branch.
   * @type {(branches: readonly Schema[]) => Tagged | undefined}
   */
  #findTag(branches) {
    for (const key of Object.keys(this.#resolve(branches[0] ?? {}).properties ?? {})) {
      const tags = branches.map((branch) => {
        const { properties, required } = this.#resolve(branch);
        const { const: value, enum: [only, ...others] = [value] } = properties?.[key] ?? {};
        return required?.includes(key) && others.length === 0 ? JSON.stringify(only) : undefined;
      });
      const found = new Map(branches.map((branch, index) => [tags[index] ?? "", branch]));
      if (!tags.includes(undefined) && found.size === branches.length) return { key, branches: found };
    }
    return undefined;
  }

  /** @type {(schema: Schema, subject: string) => string} */
  #print(schema, subject) {
    if (schema.$ref !== undefined) return `${functionName(nameOf(schema.$ref))}(${subject})`;
    if ("const" in schema) return `${subject} === ${JSON.stringify(schema.const)}`;
    if (schema.enum) {
      const values = schema.enum.map(
        (/** @type {unknown} */ each) => `${subject} === ${JSON.stringify(each)}`,
      );
      return join(values, "||");
    }
    const alternatives = (schema.oneOf ?? []).map((/** @type {Schema} */ each) => this.#print(each, subject));
    const types = schema.type === undefined ? [] : [schema.type].flat();
    const tests = types.map((type) => this.#printType(schema, type, subject));
    const isBuilt = schema.allOf && types.length === 0;
    const others = isBuilt ? [`${typeTests["object"]?.(subject)}`, ...this.#printAll(schema, subject)] : [];
    const parts = [...(tests.length > 0 ? [join(tests, "||")] : []), ...others];
    if (alternatives.length > 0) parts.push(join(alternatives, "||"));
    return parts.length === 0 ? "true" : join(parts, "&&");
  }

  /** @type {(schema: Schema, type: string, subject: string) => string} */
  #printType(schema, type, subject) {
    const test = typeTests[type]?.(subject) ?? `typeof ${subject} === ${JSON.stringify(type)}`;
    /** @type {string[]} */
    const parts = [];
    if (type === "object")
      parts.push(...this.#printAll(schema, subject), ...this.#printOthers(schema, subject));
    if (type === "array" && schema.items) {
      const item = this.#print(schema.items, "item");
      if (item !== "true") parts.push(`${subject}.every((item) => ${item})`);
      if (schema.maxItems !== undefined) parts.push(`${subject}.length <= ${schema.maxItems}`);
      if (schema.minItems !== undefined) parts.push(`${subject}.length >= ${schema.minItems}`);
    }
    if (schema.minimum !== undefined) parts.push(`${subject} >= ${schema.minimum}`);
    if (schema.maximum !== undefined) parts.push(`${subject} <= ${schema.maximum}`);
    if (schema.maxLength !== undefined) parts.push(`${subject}.length <= ${schema.maxLength}`);
    return join([test, ...parts], "&&");
  }

  /**
   * The properties, with those of the schemas that hold as well written out among them.
   * @type {(schema: Schema, subject: string) => string[]}
   */
  #printAll({ allOf = [], properties = {}, required = [] }, subject) {
    const inherited = allOf.flatMap((/** @type {Schema} */ part) =>
      this.#printAll(this.#resolve(part), subject),
    );
    const own = Object.entries(properties).flatMap(([key, property]) => {
      const at = access(subject, key);
      const test = this.#print(property, at);
      if (required.includes(key)) return [test === "true" ? `${at} !== undefined` : test];
      return test === "true" ? [] : [`(${at} === undefined || ${test})`];
    });
    return [...new Set([...inherited, ...own])];
  }

  /** @type {(schema: Schema, subject: string) => string[]} */
  #printOthers({ additionalProperties, properties = {} }, subject) {
    if (additionalProperties === undefined || additionalProperties === true) return [];
    if (additionalProperties !== false) {
      const test = this.#print(additionalProperties, "item");
      return test === "true" ? [] : [`Object.values(${subject}).every((item) => ${test})`];
    }
    const names = Object.keys(properties).map((key) => `key === ${JSON.stringify(key)}`);
    return [`Object.keys(${subject}).every((key) => ${names.length > 0 ? join(names, "||") : "false"})`];
  }
}

/** @type {(reference: string) => string} */
const nameOf = (reference) => reference.slice(reference.lastIndexOf("/") + 1);

/** @type {(key: string) => string} */
const functionName = (key) => `is_${key.replaceAll(/\W/g, "_")}`;
