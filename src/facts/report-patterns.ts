import type { Diagnostic } from "../diagnostic.js";
import type { Proved } from "./doubts.js";
import { doubt, showValue } from "./doubts.js";
import { findSlowText } from "./slow-patterns.js";

/** Patterns that take exponential time on some texts, each at the first place where it stands. */
export function reportPatterns({ keywords: index }: Proved): Diagnostic[] {
  const met = new Set<string>();
  return index.listHaving("pattern", "patternProperties").flatMap(([node, keywords]) => {
    const { pattern, patternProperties = [] } = keywords;
    const uses = [
      ...(pattern ? [{ pattern, tokens: ["pattern"] }] : []),
      ...patternProperties.map((member) => ({
        pattern: member.pattern,
        tokens: ["patternProperties", member.pattern.source],
      })),
    ];
    return uses.flatMap((use) => {
      if (met.has(use.pattern.source)) return [];
      met.add(use.pattern.source);
      const slow = findSlowText(use.pattern);
      if (!slow) return [];
      const ending = slow.ending === "" ? "what ends there" : `${showValue(slow.ending)} behind it`;
      return doubt("pattern-slow", node, use.tokens, [
        `The pattern ${showValue(use.pattern.source)} takes exponential time: it reads ${showValue(slow.repeated)} again and again in more and more ways, and tries each before it refuses ${ending}.`,
        "Let it read each text in one way only: repeat nothing that is repeated itself, and no choice of what may begin alike.",
      ]);
    });
  });
}
