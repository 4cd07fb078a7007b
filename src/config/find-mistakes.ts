import { isJsonObject } from "../json.js";
import { nearest } from "../nearest.js";
import { describeRule, explainRule, followRule, type Rule } from "./config-rule.js";

/** One thing that is wrong with a config. */
export interface Mistake {
  /** The keys that lead to it; the last one is missing where a required member is. */
  readonly path: Path;
  /** What stands there. */
  readonly received: unknown;
  readonly message: string;
  readonly help: string;
}

type Path = readonly (string | number)[];

type Check = (value: unknown, rule: Rule, path: Path) => readonly Mistake[];

/**
 * All that is wrong with `value` by `rule`, in the order of the value's members. What no rule speaks of, such as the
 * inside of a schema, is not walked: it may be nested without end.
 */
export function findMistakes(value: unknown, rule: Rule, path: Path = []): readonly Mistake[] {
  const followed = followRule(rule);
  return checks.flatMap((check) => check(value, followed, path));
}

const checks: readonly Check[] = [
  checkType,
  checkChoice,
  checkAnyOf,
  checkText,
  checkItems,
  checkRequired,
  checkProperties,
];

function checkType(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  return rule.type === undefined || hasType(value, rule) ? [] : [wrongValue(value, rule, path)];
}

function checkChoice(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  const choices: readonly unknown[] | undefined = rule.const === undefined ? rule.enum : [rule.const];
  if (!choices || choices.includes(value)) return [];
  const texts = choices.filter((choice) => typeof choice === "string");
  const [near] = typeof value === "string" ? nearest(value, texts, 1) : [];
  const mistake = wrongValue(value, rule, path);
  return [near === undefined ? mistake : { ...mistake, help: `Did you mean ${JSON.stringify(near)}?` }];
}

function checkAnyOf(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  if (!rule.anyOf) return [];
  // Branches differ in type: the one of the value's type tells best what is wrong inside.
  const branch = rule.anyOf.map(followRule).find((each) => hasType(value, each));
  return branch ? findMistakes(value, branch, path) : [wrongValue(value, rule, path)];
}

function checkText(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  if (typeof value !== "string") return [];
  const name = describePath(path);
  if (value.length < (rule.minLength ?? 0)) {
    return [{ path, received: value, message: `${name} is empty.`, help: explainRule(rule) }];
  }
  if (rule.pattern === undefined || new RegExp(rule.pattern, "u").test(value)) return [];
  const message = `${name} does not have the form that it must have, but is ${describeValue(value)}.`;
  return [{ path, received: value, message, help: explainRule(rule) }];
}

function checkItems(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  if (!Array.isArray(value)) return [];
  const { minItems = 0, maxItems = Infinity, items } = rule;
  const mistakes = items ? value.flatMap((item, index) => findMistakes(item, items, [...path, index])) : [];
  if (value.length >= minItems && value.length <= maxItems) return mistakes;
  const bound = value.length < minItems ? `fewer than ${minItems}` : `more than ${maxItems}`;
  const message = `${describePath(path)} has ${value.length} items, ${bound}.`;
  return [{ path, received: value, message, help: explainRule(rule) }, ...mistakes];
}

function checkRequired(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  if (!isJsonObject(value)) return [];
  const missing =
    rule.required?.filter((key) => !Object.hasOwn(value, key) || value[key] === undefined) ?? [];
  return missing.map((key) => ({
    path: [...path, key],
    received: undefined,
    message: `${describePath([...path, key])} is missing.`,
    help: `Add it. ${explainRule(rule.properties?.[key] ?? {})}`,
  }));
}

function checkProperties(value: unknown, rule: Rule, path: Path): readonly Mistake[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    // A config that is computed may well have `banner: undefined`: it is as good as absent.
    if (member === undefined) return [];
    const known = Object.hasOwn(rule.properties ?? {}, key)
      ? rule.properties?.[key]
      : rule.additionalProperties;
    if (known === false) return [unknownOption(member, rule, [...path, key])];
    return known ? findMistakes(member, known, [...path, key]) : [];
  });
}

function unknownOption(received: unknown, rule: Rule, path: Path): Mistake {
  const known = Object.keys(rule.properties ?? {});
  const near = nearest(String(path.at(-1)), known);
  const help =
    near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The options here are ${known.join(", ")}.`;
  return { path, received, message: `${describePath(path)} is not an option.`, help };
}

function wrongValue(received: unknown, rule: Rule, path: Path): Mistake {
  const message = `${describePath(path)} must be ${describeRule(rule)}, but is ${describeValue(received)}.`;
  return { path, received, message, help: explainRule(rule) };
}

function hasType(value: unknown, rule: Rule): boolean {
  if (rule.const !== undefined) return value === rule.const;
  const types: readonly string[] = [rule.type ?? []].flat();
  return types.includes(typeOf(value));
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}

/** `["inputs", 0, "output"]` → `"inputs[0].output"`. */
function describePath(path: Path): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return text === "" ? "The config" : `"${text.slice(1)}"`;
}

function describeValue(value: unknown): string {
  const type = typeOf(value);
  if (type === "array" || type === "object") return `an ${type}`;
  if (type === "function") return "a function";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
