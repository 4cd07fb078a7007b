import { describe, expect, it } from "vitest";
import type { PatternTree } from "../../src/facts/pattern-tree.js";
import { readPattern } from "../../src/facts/pattern-tree.js";

/** A tree as text: sequences in parentheses, conditions by name, repetitions with their bounds. */
function show(tree: PatternTree): string {
  if (tree.kind === "character") return tree.source;
  if (tree.kind === "sequence") return `(${tree.parts.map(show).join(" ")})`;
  if (tree.kind === "choice") return `<${tree.parts.map(show).join(" | ")}>`;
  if (tree.kind === "repetition") return `${show(tree.body)}{${tree.least}-${tree.most}}`;
  return tree.kind.toUpperCase();
}

const read = (source: string, flags: "u" | "" = "u"): string[] | undefined =>
  readPattern({ source, flags })?.map(show);

describe("a pattern", () => {
  it.for<[source: string, want: readonly string[]]>([
    ["abc", ["(a b c)"]],
    ["a|bc|", ["<a | (b c) | ()>"]],
    ["^a$", ["(START a END)"]],
    ["a*b+?c?d{2}e{2,}f{2,3}?", ["(a{0-Infinity} b{1-Infinity} c{0-1} d{2-2} e{2-Infinity} f{2-3})"]],
    ["(a(?:b|(?<name>c)))+", ["(a <b | c>){1-Infinity}"]],
    [String.raw`[a\]^(*]\]`, [String.raw`([a\]^(*] \])`]],
    [String.raw`\d\x41\u0041\u{41}\p{L}\cA\/`, [String.raw`(\d \x41 \u0041 \u{41} \p{L} \cA \/)`]],
    [String.raw`\uD83D\uDE00+`, [String.raw`\uD83D\uDE00{1-Infinity}`]],
    ["\u{1f600}+", ["\u{1f600}{1-Infinity}"]],
    [String.raw`\b(a)\1(?<b>c)\k<b>\B`, ["(CONDITION a CONDITION c CONDITION CONDITION)"]],
    ["(?=ab)c(?!d)", ["(CONDITION c CONDITION)", "(a b)", "d"]],
    ["(?<=ab)c(?<!d)", ["(CONDITION c CONDITION)"]],
  ])("%s is read", ([source, want]) => {
    expect(read(source)).toEqual(want);
  });

  it("is read by the rules without Unicode where it needs them", () => {
    expect(read(String.raw`\u{2}{`, "")).toEqual([String.raw`(\u{2-2} {)`]);
  });

  it("is not read where it is nested too deeply", () => {
    expect(read("(".repeat(60) + ")".repeat(60))).toBeUndefined();
  });
});
