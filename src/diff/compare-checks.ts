import type { CanonicalSchema } from "../schema/schema-graph.js";
import type { Change, ChangeKind } from "./change.js";
import type { Drafter } from "./draft-change.js";
import type { Keyword } from "./judge.js";
import { listParts, printStatement } from "./parts.js";

/** Keywords whose greater value admits less (1), or more (-1). */
const directions: Partial<Record<Keyword, 1 | -1>> = {
  minimum: 1,
  exclusiveMinimum: 1,
  maximum: -1,
  exclusiveMaximum: -1,
  minLength: 1,
  maxLength: -1,
  minItems: 1,
  maxItems: -1,
  minProperties: 1,
  maxProperties: -1,
  minContains: 1,
  maxContains: -1,
};

/** Keywords that are asked by way of others, or with those that apply to the rest. */
const askedWith: Partial<Record<Keyword, readonly Keyword[]>> = {
  minContains: ["contains"],
  maxContains: ["contains"],
  then: ["if"],
  else: ["if"],
  prefixItems: ["prefixItems", "items"],
  patternProperties: ["patternProperties", "additionalProperties"],
};

/** Keywords that are compared as what they are about, and what is no keyword of its own. */
const told: ReadonlySet<Keyword> = new Set<Keyword>([
  ...(["$ref", "type", "enum", "const", "properties", "required"] as const),
  ...(["additionalProperties", "unevaluatedProperties"] as const),
  ...(["allOf", "anyOf", "oneOf", "contentSchema"] as const),
]);

/** All other keywords, one by one: what they say themselves, and whether they are there. */
export function compareChecks(drafter: Drafter): Change[] {
  const { old, new: updated } = drafter;
  const keywords = new Set([...Object.keys(old), ...Object.keys(updated)] as Keyword[]);
  return [...keywords].flatMap((keyword) => (told.has(keyword) ? [] : compareCheck(drafter, keyword)));
}

function compareCheck(drafter: Drafter, keyword: Keyword): Change[] {
  const { old, new: updated } = drafter;
  const isInBoth = old[keyword] !== undefined && updated[keyword] !== undefined;
  const isSame = isInBoth && describeHeld(old, keyword) === describeHeld(updated, keyword);
  if (isSame && !hasOtherTest(drafter, keyword)) return [];
  const kind = findKind(keyword, old, updated);
  const asked = { keywords: askedWith[keyword] ?? [keyword] };
  return [drafter.draft(kind, sayCheck(keyword, old, updated), { readers: asked, writers: asked })];
}

/** Whether what a value must not be, or what a condition asks, is said otherwise: there a wider schema is the narrower one. */
function hasOtherTest({ judge, old, new: updated }: Drafter, keyword: Keyword): boolean {
  if (keyword !== "not" && keyword !== "if") return false;
  const [before, after] = [old[keyword], updated[keyword]];
  return before !== undefined && after !== undefined && !judge.sameness.areSame(before, after);
}

/** What the keyword says, and which parts it has, whatever is in them. */
function describeHeld(schema: CanonicalSchema, keyword: Keyword): string {
  const parts = listParts(schema).filter((part) => part.keyword === keyword);
  const places = parts
    .map(({ tokens }) => tokens.at(-1))
    .sort((one = "", other = "") => (one < other ? -1 : 1));
  return JSON.stringify([printStatement(schema, keyword), places]);
}

function findKind(keyword: Keyword, old: CanonicalSchema, updated: CanonicalSchema): ChangeKind {
  const [before, after] = [old[keyword], updated[keyword]];
  if (keyword === "format" && old.format?.asserted !== updated.format?.asserted)
    return updated.format?.asserted === true
      ? "check-tighter"
      : old.format?.asserted === true
        ? "check-looser"
        : "check-changed";
  if (before === undefined) return keyword === "minContains" ? "check-looser" : "check-tighter";
  if (after === undefined) return keyword === "minContains" ? "check-tighter" : "check-looser";
  const direction = directions[keyword];
  if (direction === undefined || typeof before !== "number" || typeof after !== "number")
    return "check-changed";
  return direction * (after - before) > 0 ? "check-tighter" : "check-looser";
}

function sayCheck(keyword: Keyword, old: CanonicalSchema, updated: CanonicalSchema): string {
  const [before, after] = [showKeyword(old, keyword), showKeyword(updated, keyword)];
  if (after === undefined) return `\`${keyword}\`${before === "" ? "" : ` ${before}`} is gone.`;
  if (before === undefined) return `\`${keyword}\`${after === "" ? "" : ` ${after}`} is new.`;
  if (after === "") return `\`${keyword}\` has other parts.`;
  return `\`${keyword}\` is ${after}, and was ${before}.`;
}

/** Empty where it holds schemas. */
function showKeyword(schema: CanonicalSchema, keyword: Keyword): string | undefined {
  const { pattern, format } = schema;
  if (schema[keyword] === undefined) return undefined;
  if (keyword === "pattern") return `\`${pattern?.source}\``;
  if (keyword === "format") return `${format?.name}${format?.asserted === true ? "" : " (not checked)"}`;
  return printStatement(schema, keyword);
}
