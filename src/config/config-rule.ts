import type { JsonValue } from "../json.js";
import configSchema from "./config.schema.json?raw";

export type RuleType = "string" | "boolean" | "array" | "object";

/** What `config.schema.json` says of one value: the keywords of JSON Schema that it uses, and no others. */
export interface Rule {
  readonly $ref?: string;
  readonly type?: RuleType | readonly RuleType[];
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly anyOf?: readonly Rule[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly additionalProperties?: false | Rule;
  readonly items?: Rule;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly examples?: readonly JsonValue[];
  readonly default?: JsonValue;
}

interface RuleDocument extends Rule {
  readonly $defs: Readonly<Record<string, Rule>>;
}

/** The rule of a whole config. */
export const configRule: RuleDocument = JSON.parse(configSchema);

/** The rule itself, or the one that its `$ref` names. */
export function followRule(rule: Rule): Rule {
  const name = rule.$ref?.slice("#/$defs/".length);
  return (name === undefined ? undefined : configRule.$defs[name]) ?? rule;
}

/** What the rule asks for, to stand after "must be": `a string or an object`, `"infer" or "exact"`. */
export function describeRule(rule: Rule): string {
  const { enum: choices, const: constant, anyOf, type } = followRule(rule);
  if (choices) return listChoices(choices.map((choice) => JSON.stringify(choice)));
  if (constant !== undefined) return JSON.stringify(constant);
  if (anyOf) return listChoices(anyOf.map(describeRule));
  return listChoices([type ?? []].flat().flatMap((name) => typeNames[name]));
}

/** What the user should write for it, as a sentence. */
export function explainRule(rule: Rule): string {
  const { examples, default: usual } = followRule(rule);
  const example = examples?.[0] ?? usual;
  if (rule.enum || example === undefined) return `Write ${describeRule(rule)}.`;
  return `Write ${describeRule(rule)}, such as ${JSON.stringify(example)}.`;
}

const typeNames: Readonly<Record<RuleType, readonly string[]>> = {
  string: ["a string"],
  boolean: ["true", "false"],
  array: ["an array"],
  object: ["an object"],
};

function listChoices(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join("") : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}
