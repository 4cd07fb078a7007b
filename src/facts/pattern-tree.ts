import type { Pattern } from "../schema/schema-graph.js";

/** A pattern as a tree; groups are their content. */
export type PatternTree =
  /** Matches one character, as the expression `source` does. */
  | { readonly kind: "character"; readonly source: string }
  /** Matches no character, at the beginning of the text, at its end, or where something else holds. */
  | { readonly kind: "start" | "end" | "condition" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternTree[] }
  | {
      readonly kind: "repetition";
      readonly body: PatternTree;
      readonly least: number;
      readonly most: number;
    };

/** Deeper patterns are not read, which bounds whatever walks a tree. */
const deepest = 50;

/** A group that is open, with the alternatives and the sequence read so far. */
interface Group {
  readonly opening: string;
  readonly options: PatternTree[];
  parts: PatternTree[];
}

/**
 * The tree of a pattern that compiles, and those of the lookaheads in it, where it has only `condition`. Undefined where the pattern
 * is nested too deeply.
 * @see https://tc39.es/ecma262/#sec-patterns
 */
export function readPattern({ source, flags }: Pattern): PatternTree[] | undefined {
  const lookaheads: PatternTree[] = [];
  const outermost: Group = { opening: "", options: [], parts: [] };
  const groups = [outermost];
  for (const token of source.matchAll(flags === "u" ? unicodeToken : plainToken)) {
    const group = groups.at(-1) ?? outermost;
    const [text] = token;
    const repetition = readRepetition(text);
    if (text.startsWith("(")) groups.push({ opening: text, options: [], parts: [] });
    else if (text === ")") closeGroup(groups, lookaheads);
    else if (text === "|") group.options.push(closeSequence(group));
    else if (repetition) repeatLast(group, repetition);
    else group.parts.push(readAtom(text));
    if (groups.length > deepest) return undefined;
  }
  return [closeChoice(outermost), ...lookaheads];
}

const opening = String.raw`\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?`;
const characterClass = String.raw`\[(?:\\[^]|[^\]\\])*\]`;
const repetition = String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??`;
const codes = String.raw`\\x[\dA-Fa-f]{2}|\\c[A-Za-z]`;
const surrogates = String.raw`\\u[Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}`;
const unicodeEscape = String.raw`\\[pPu]\{[^}]*\}|${surrogates}|\\u[\dA-Fa-f]{4}|\\k<[^>]*>|\\[1-9]\d*`;
const plainEscape = String.raw`\\u[\dA-Fa-f]{4}|\\k<[^>]*>|\\[1-9]\d*`;

const unicodeToken = tokenOf(unicodeEscape, "gu");
const plainToken = tokenOf(plainEscape, "g");

function tokenOf(escapes: string, flags: string): RegExp {
  return new RegExp(
    [opening, characterClass, repetition, codes, escapes, String.raw`\\[^]`, "[^]"].join("|"),
    flags,
  );
}

function readRepetition(text: string): { least: number; most: number } | undefined {
  const [, sign, least, comma, most] = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??$/.exec(text) ?? [];
  if (sign !== undefined) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
  if (least === undefined) return undefined;
  if (comma === undefined) return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === "" ? Infinity : Number(most) };
}

function repeatLast(group: Group, bounds: { least: number; most: number }): void {
  const body = group.parts.pop();
  if (body) group.parts.push({ kind: "repetition", body, ...bounds });
}

function readAtom(text: string): PatternTree {
  if (text === "^") return { kind: "start" };
  if (text === "$") return { kind: "end" };
  // What a back reference matches depends on what was read, as a word boundary does.
  return /^\\(?:[bBk]|[1-9])/.test(text) ? { kind: "condition" } : { kind: "character", source: text };
}

function closeGroup(groups: Group[], lookaheads: PatternTree[]): void {
  const group = groups.pop();
  const holder = groups.at(-1);
  if (!group || !holder) return;
  const content = closeChoice(group);
  const isLookahead = group.opening === "(?=" || group.opening === "(?!";
  if (isLookahead) lookaheads.push(content);
  const isCondition = isLookahead || group.opening === "(?<=" || group.opening === "(?<!";
  holder.parts.push(isCondition ? { kind: "condition" } : content);
}

function closeChoice(group: Group): PatternTree {
  const last = closeSequence(group);
  return group.options.length === 0 ? last : { kind: "choice", parts: [...group.options, last] };
}

function closeSequence(group: Group): PatternTree {
  const [only, ...others] = group.parts;
  const sequence: PatternTree = only && others.length === 0 ? only : { kind: "sequence", parts: group.parts };
  group.parts = [];
  return sequence;
}
