import type { Pattern } from "../schema/schema-graph.js";
import type { Automaton } from "./pattern-automaton.js";
import { buildAutomaton } from "./pattern-automaton.js";
import { CharacterSets } from "./character-sets.js";
import type { PatternTree } from "./pattern-tree.js";
import { readPattern } from "./pattern-tree.js";
import { findAmbiguities } from "./pattern-ambiguity.js";

/** A text on which a pattern takes exponential time: `repeated` many times, and then `ending`. */
export interface SlowText {
  readonly repeated: string;
  readonly ending: string;
}

/**
 * A text on which matching by backtracking, as JavaScript does it, takes time exponential in the text's length; undefined where none is
 * proved. That needs a repetition that reads one text in two ways, and a text behind it on which all of these fail. What depends on
 * lookarounds, word boundaries and back references is not claimed, nor is what takes polynomial time, as `\s*$` may; it is
 * taken that some text leads to the repetition.
 * @see https://arxiv.org/abs/1301.0849
 */
export function findSlowText(pattern: Pattern): SlowText | undefined {
  const characters = new CharacterSets(pattern);
  for (const tree of readPattern(pattern) ?? []) {
    const slow = findInTree(tree, characters);
    if (slow) return slow;
  }
  return undefined;
}

function findInTree(tree: PatternTree, characters: CharacterSets): SlowText | undefined {
  const strict = buildAutomaton(tree, []);
  // To claim a failure, all that might hold is taken to hold: the text's end only at its end.
  const inside = buildAutomaton(tree, ["condition"]);
  const loose = buildAutomaton(tree, ["condition", "end"]);
  if (!strict || !inside || !loose) return undefined;
  for (const { state, repeated } of findAmbiguities(strict, characters)) {
    const ending = findFailure({ inside, loose, characters }, state, repeated);
    if (ending !== undefined) return { repeated: repeated.join(""), ending };
  }
  return undefined;
}

interface Automata {
  readonly inside: Automaton;
  readonly loose: Automaton;
  readonly characters: CharacterSets;
}

/** So often is the text repeated until the states that it leads to stay the same, or are taken to. */
const repetitions = 5;

/** What to put behind the repeated text so that the pattern fails; undefined where it might always match. */
function findFailure(
  { inside, loose, characters }: Automata,
  state: number,
  repeated: readonly string[],
): string | undefined {
  let states: ReadonlySet<number> = new Set([state]);
  const read = (from: ReadonlySet<number>, character: string): ReadonlySet<number> =>
    new Set(
      [...from]
        .flatMap((each) => [...(loose.next[each]?.keys() ?? [])])
        .filter((each) => characters.has(loose.sources[each], character)),
    );
  const has = (final: ReadonlySet<number>, some: ReadonlySet<number>): boolean =>
    [...some].some((each) => final.has(each));
  for (let count = 0; count < repetitions; count++) {
    for (const character of repeated) {
      states = read(states, character);
      if (has(inside.final, states)) return undefined;
    }
  }
  const endings = ["!", "\n", ...characters.samples];
  const ending = endings.find((character) => !has(loose.final, read(states, character)));
  return ending ?? (has(loose.final, states) ? undefined : "");
}
