import { invariant } from "../invariant.js";
import { isJsonObject, type JsonValue } from "../json.js";
import { type Pointer, resolvePointer } from "../pointer.js";
import configSchema from "./config.schema.json?raw";

/** What `config.schema.json` says of one value, to tell people; whether a value meets it, the generated guard decides. */
export interface Rule {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly anyOf?: readonly Rule[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly examples?: readonly JsonValue[];
  readonly default?: JsonValue;
}

/** What generated code calls the root of the schema: it names schemas as in a document where each has a name. */
const rootPointer = "/$defs/Config";

/** The rule that a pointer of the generated validator names, references followed. */
export function ruleAt(pointer: Pointer): Rule {
  const document: JsonValue = JSON.parse(configSchema);
  const isOfRoot = pointer === rootPointer || pointer.startsWith(`${rootPointer}/`);
  const rule = resolvePointer(document, isOfRoot ? pointer.slice(rootPointer.length) : pointer);
  invariant(isJsonObject(rule), `config.schema.json has no ${pointer}: run \`npm run generate\``);
  return followRule(rule);
}

/** What the rule asks for, to stand after "must be": `a string or an object`, `"infer" or "exact"`. */
export function describeRule(rule: Rule): string {
  const { enum: choices, const: constant, anyOf, type } = followRule(rule);
  if (choices) return listChoices(choices.map((choice) => JSON.stringify(choice)));
  if (constant !== undefined) return JSON.stringify(constant);
  if (anyOf) return listChoices(anyOf.map(describeRule));
  return listChoices([type ?? []].flat().map((name) => typeNames[name] ?? name));
}

/** What the user should write for it, as a sentence. */
export function explainRule(rule: Rule): string {
  const { examples, default: usual } = followRule(rule);
  const example = examples?.[0] ?? usual;
  if (rule.enum || example === undefined) return `Write ${describeRule(rule)}.`;
  return `Write ${describeRule(rule)}, such as ${JSON.stringify(example)}.`;
}

function followRule(rule: Rule): Rule {
  return rule.$ref === undefined ? rule : ruleAt(rule.$ref.slice(1));
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a string",
  boolean: "true or false",
  array: "an array",
  object: "an object",
  integer: "a whole number",
  number: "a number",
  null: "null",
};

function listChoices(choices: readonly string[]): string {
  const flat = choices.flatMap((choice) => choice.split(" or "));
  return flat.length < 2 ? flat.join("") : `${flat.slice(0, -1).join(", ")} or ${flat.at(-1)}`;
}
