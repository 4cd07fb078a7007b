import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hasCodePoints } from "../../templates/runtime/has-code-points.js";

it("agrees with the text's iterator, also on halves of surrogate pairs", () => {
  const text = fc.array(fc.constantFrom("a", "é", "😀", "\ud83d", "\ude00"), { maxLength: 12 });
  const limit = fc.nat({ max: 12 });
  fc.assert(
    fc.property(text, limit, limit, (parts, minimum, maximum) => {
      const joined = parts.join("");
      const count = Array.from(joined).length;
      expect(hasCodePoints(joined, minimum, maximum)).toBe(count >= minimum && count <= maximum);
    }),
    { numRuns: 2_000 },
  );
});

it("has no maximum unless one is given", () => {
  expect(hasCodePoints("a".repeat(100_000), 1)).toBe(true);
  expect(hasCodePoints("😀", 2)).toBe(false);
});

it.each<[string, number, number, boolean]>([
  ["", 0, 0, true],
  ["", 1, 1, false],
  ["😀", 1, 1, true],
  ["😀😀", 0, 1, false],
  ["\ud83d", 1, 1, true],
  ["e\u0301", 2, 2, true],
])("%o from %i to %i: %s", (text, minimum, maximum, expected) => {
  expect(hasCodePoints(text, minimum, maximum)).toBe(expected);
});
