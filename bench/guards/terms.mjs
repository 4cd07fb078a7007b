/** @typedef {import("./convert.mjs").Terms} Terms */

const text = JSON.stringify;
/** @type {(parts: readonly string[]) => string} */
const list = (parts) => `[${parts.join(", ")}]`;

/** @type {Terms} */
export const zod = {
  types: { any: "z.unknown()", null: "z.null()", boolean: "z.boolean()" },
  literals: (values) => {
    if (values.length === 1) return `z.literal(${text(values[0])})`;
    const isText = values.every((value) => typeof value === "string");
    return isText ? `z.enum(${text(values)})` : `z.literal(${text(values)})`;
  },
  array: (item, { minItems, maxItems }) =>
    `z.array(${item})${minItems === undefined ? "" : `.min(${minItems})`}${maxItems === undefined ? "" : `.max(${maxItems})`}`,
  object: (members, rest) => {
    if (members.length === 0 && typeof rest === "string") return `z.record(z.string(), ${rest})`;
    const shape = members.map(
      ({ key, text: member, isRequired }) => `${text(key)}: ${member}${isRequired ? "" : ".optional()"}`,
    );
    const form = rest === false ? "strictObject" : "looseObject";
    return `z.${form}({ ${shape.join(", ")} })${typeof rest === "string" ? `.catchall(${rest})` : ""}`;
  },
  union: (parts) => `z.union(${list(parts)})`,
  tagged: (key, parts) => `z.discriminatedUnion(${text(key)}, ${list(parts)})`,
  bounded: (type, { minimum, maximum, maxLength }) =>
    [
      type === "integer" ? "z.int()" : `z.${type}()`,
      minimum === undefined ? "" : `.min(${minimum})`,
      maximum === undefined ? "" : `.max(${maximum})`,
      maxLength === undefined ? "" : `.max(${maxLength})`,
    ].join(""),
  declare: (name, schema) => `const ${name} = ${schema};`,
};

/** @type {(schema: string, actions: readonly string[]) => string} */
const pipe = (schema, actions) =>
  actions.length === 0 ? schema : `v.pipe(${[schema, ...actions].join(", ")})`;

/** @type {(name: string, value: unknown) => readonly string[]} */
const action = (name, value) => (value === undefined ? [] : [`v.${name}(${text(value)})`]);

/** @type {Terms} */
export const valibot = {
  types: { any: "v.unknown()", null: "v.null()", boolean: "v.boolean()" },
  literals: (values) =>
    values.length === 1 ? `v.literal(${text(values[0])})` : `v.picklist(${text(values)})`,
  array: (item, { minItems, maxItems }) =>
    pipe(`v.array(${item})`, [...action("minLength", minItems), ...action("maxLength", maxItems)]),
  object: (members, rest) => {
    if (members.length === 0 && typeof rest === "string") return `v.record(v.string(), ${rest})`;
    const shape = members.map(
      ({ key, text: member, isRequired }) =>
        `${text(key)}: ${isRequired ? member : `v.exactOptional(${member})`}`,
    );
    if (typeof rest === "string") return `v.objectWithRest({ ${shape.join(", ")} }, ${rest})`;
    return `v.${rest ? "looseObject" : "strictObject"}({ ${shape.join(", ")} })`;
  },
  union: (parts) => `v.union(${list(parts)})`,
  tagged: (key, parts) => `v.variant(${text(key)}, ${list(parts)})`,
  bounded: (type, { minimum, maximum, maxLength }) =>
    pipe(type === "string" ? "v.string()" : "v.number()", [
      ...(type === "integer" ? ["v.integer()"] : []),
      ...action("minValue", minimum),
      ...action("maxValue", maximum),
      ...action("maxLength", maxLength),
    ]),
  declare: (name, schema) => `const ${name} = ${schema};`,
};

/** @type {(type: string, tags: readonly string[]) => string} */
const tagged = (type, tags) => (tags.length === 0 ? type : `(${[type, ...tags].join(" & ")})`);

/** @type {(name: string, value: unknown) => readonly string[]} */
const tag = (name, value) => (value === undefined ? [] : [`tags.${name}<${text(value)}>`]);

/** @type {Terms} */
export const typia = {
  types: { any: "unknown", null: "null", boolean: "boolean" },
  literals: (values) => `(${values.map((value) => text(value)).join(" | ")})`,
  array: (item, { minItems, maxItems }) =>
    tagged(`Array<${item}>`, [...tag("MinItems", minItems), ...tag("MaxItems", maxItems)]),
  object: (members, rest) => {
    const lines = members.map(
      ({ key, text: member, isRequired }) => `${text(key)}${isRequired ? "" : "?"}: ${member}`,
    );
    if (rest === true) lines.push("[key: string]: any");
    if (typeof rest === "string") lines.push(`[key: string]: ${members.length > 0 ? "any" : rest}`);
    return `{ ${lines.join("; ")} }`;
  },
  union: (parts) => `(${parts.join(" | ")})`,
  tagged: (_, parts) => `(${parts.join(" | ")})`,
  bounded: (type, { minimum, maximum, maxLength }) =>
    tagged(type === "string" ? "string" : "number", [
      ...(type === "integer" ? ['tags.Type<"int64">'] : []),
      ...tag("Minimum", minimum),
      ...tag("Maximum", maximum),
      ...tag("MaxLength", maxLength),
    ]),
  declare: (name, type) => (type.startsWith("{") ? `interface ${name} ${type}` : `type ${name} = ${type};`),
};
