import { nearest } from "../nearest.js";
import { parsePointer, formatPointer } from "../pointer.js";
import { fragmentOf } from "../uri.js";
import { describeRule, explainRule, type Rule, ruleAt } from "./config-rule.js";
import type { ValidationIssue } from "./generated/index.js";

/** One thing that is wrong with a config. */
export interface Mistake {
  /** The keys that lead to it; the last one is missing where a required member is. */
  readonly path: readonly (string | number)[];
  /** What stands there. */
  readonly received: unknown;
  readonly message: string;
  readonly help: string;
}

/** What the guard found in the config, in words for those who wrote it: what to write instead comes from the schema. */
export function explainIssue(issue: ValidationIssue, config: unknown): Mistake {
  const { path } = issue;
  const found: Found = {
    path,
    received: path.reduce(memberAt, config),
    rule: ruleAt(formatPointer(parsePointer(fragmentOf(issue.schema)).slice(0, -1))),
    expected: issue.expected ?? "",
  };
  return { path, received: found.received, ...(explanations[issue.keyword] ?? refuseValue)(found) };
}

interface Found extends Pick<Mistake, "path" | "received"> {
  /** The schema that the value does not meet. */
  readonly rule: Rule;
  /** What its keyword asks for. */
  readonly expected: string;
}

type Explain = (found: Found) => Pick<Mistake, "message" | "help"> & Partial<Mistake>;

/** What is not here is a value of the wrong kind. */
const explanations: Readonly<Record<string, Explain>> = {
  required: refuseMissing,
  additionalProperties: refuseUnknown,
  enum: refuseChoice,
  const: refuseChoice,
  anyOf: (found) => (found.received === "" ? refuseEmpty(found) : refuseValue(found)),
  minLength: refuseEmpty,
  minItems: (found) => refuseCount(found, "fewer"),
  maxItems: (found) => refuseCount(found, "more"),
  pattern: refuseForm,
};

function refuseMissing({ path, rule, expected: name }: Found): ReturnType<Explain> {
  const missing = [...path, name];
  const message = `${describePath(missing)} is missing.`;
  const help = `Add it. ${explainRule(rule.properties?.[name] ?? {})}`;
  return { path: missing, received: undefined, message, help };
}

function refuseUnknown({ path, rule }: Found): ReturnType<Explain> {
  const known = Object.keys(rule.properties ?? {});
  const near = nearest(String(path.at(-1)), known);
  const help =
    near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The options here are ${known.join(", ")}.`;
  return { message: `${describePath(path)} is not an option.`, help };
}

function refuseChoice(found: Found): ReturnType<Explain> {
  const { received, rule } = found;
  const texts = (rule.enum ?? []).filter((choice) => typeof choice === "string");
  const [near] = typeof received === "string" ? nearest(received, texts, 1) : [];
  const refused = refuseValue(found);
  return near === undefined ? refused : { ...refused, help: `Did you mean ${JSON.stringify(near)}?` };
}

function refuseEmpty({ path, rule }: Found): ReturnType<Explain> {
  return { message: `${describePath(path)} is empty.`, help: explainRule(rule) };
}

function refuseCount({ path, received, expected }: Found, than: "fewer" | "more"): ReturnType<Explain> {
  const count = Array.isArray(received) ? received.length : 0;
  const message = `${describePath(path)} has ${count} items, ${than} than ${expected}.`;
  return { message, help: `Write at ${than === "fewer" ? "least" : "most"} ${expected}.` };
}

function refuseForm({ path, received, rule }: Found): ReturnType<Explain> {
  const message = `${describePath(path)} does not have the form that it must have, but is ${describeValue(received)}.`;
  return { message, help: explainRule(rule) };
}

function refuseValue({ path, received, rule }: Found): ReturnType<Explain> {
  const message = `${describePath(path)} must be ${describeRule(rule)}, but is ${describeValue(received)}.`;
  return { message, help: explainRule(rule) };
}

function memberAt(holder: unknown, key: string | number): unknown {
  return (holder as Readonly<Record<string | number, unknown>>)[key];
}

/** `["inputs", 0, "output"]` → `"inputs[0].output"`. */
function describePath(path: Mistake["path"]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return text === "" ? "The config" : `"${text.slice(1)}"`;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
