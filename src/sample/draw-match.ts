import { CharacterSets } from "../facts/character-sets.js";
import { type PatternTree, readPattern } from "../facts/pattern-tree.js";
import type { Pattern } from "../schema/schema-graph.js";
import type { Random } from "./random.js";

/** Characters that people can read are taken before others. */
const readable = /[\w .,:;@/+-]/;

/** So many texts are tried, since what a pattern asks beside its characters is not read. */
const tries = 20;

export interface Lengths {
  readonly least: number;
  readonly most: number;
}

/** A text that matches a pattern, within the lengths if one is found; undefined where none is. */
export function drawMatch(pattern: Pattern, lengths: Lengths, random: Random): string | undefined {
  const [tree] = readPattern(pattern) ?? [];
  if (!tree) return undefined;
  const sets = new CharacterSets(pattern);
  const expression = new RegExp(pattern.source, pattern.flags);
  let nearest: string | undefined;
  for (let count = 0; count < tries; count++) {
    // Repetitions grow from try to try, as far as the text may.
    const more = 2 + Math.floor((count * Math.min(lengths.least, 200)) / 4);
    const text = pad(expand(tree, sets, more, random), lengths, expression, random);
    if (!expression.test(text)) continue;
    if (countCharacters(text) >= lengths.least && countCharacters(text) <= lengths.most) return text;
    nearest ??= text;
  }
  return nearest;
}

/** A pattern that is not anchored leaves room for more. */
function pad(text: string, { least, most }: Lengths, expression: RegExp, random: Random): string {
  const missing = Math.max(least - countCharacters(text), random.below(4));
  const more = Array.from({ length: missing }, () => random.pick(letters)).join("");
  if (countCharacters(text) + missing > most) return text;
  return [text + more, more + text].find((each) => expression.test(each)) ?? text;
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");

function countCharacters(text: string): number {
  return Array.from(text).length;
}

function expand(tree: PatternTree, sets: CharacterSets, more: number, random: Random): string {
  switch (tree.kind) {
    case "character":
      return pickCharacter(tree.source, sets, random);
    case "sequence":
      return tree.parts.map((part) => expand(part, sets, more, random)).join("");
    case "choice": {
      const part = random.pick(tree.parts);
      return part ? expand(part, sets, more, random) : "";
    }
    case "repetition": {
      const most = Math.min(tree.most, tree.least + more);
      const count = Math.min(random.between(tree.least, most), tree.least + 200, 5000);
      return Array.from({ length: count }, () => expand(tree.body, sets, more, random)).join("");
    }
    case "start":
    case "end":
    case "condition":
      return "";
  }
}

function pickCharacter(source: string, sets: CharacterSets, random: Random): string {
  const matching = sets.samples.filter((character) => sets.has(source, character));
  const plain = matching.filter((character) => readable.test(character) && character !== " ");
  return random.pick(plain.length > 0 ? plain : matching) ?? "";
}
