import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parsePointer } from "../../src/pointer.js";
import { formatPointer, listKeys, type ValidationPath } from "../../templates/runtime/validation-path.js";

type Key = string | number;

const arbitraryKey = fc.oneof(
  fc.nat(),
  fc.string(),
  fc.array(fc.constantFrom("~", "/", "0", "1"), { maxLength: 6 }).map((parts) => parts.join("")),
);

it("lists keys from the outermost to the innermost", () => {
  fc.assert(
    fc.property(fc.array(arbitraryKey), (keys) => {
      const innermost = keys.reduce<ValidationPath | undefined>(
        (parent, key) => ({ parent, key }),
        undefined,
      );
      expect(listKeys(innermost)).toEqual(keys);
    }),
  );
});

it("writes pointers that read back as the same keys", () => {
  fc.assert(
    fc.property(fc.array(arbitraryKey), (keys) => {
      expect(parsePointer(formatPointer(keys))).toEqual(keys.map(String));
    }),
    { numRuns: 1_000 },
  );
});

it.each<[Key[], string]>([
  [[], ""],
  [[""], "/"],
  [["a/b", 0], "/a~1b/0"],
  [["m~n", "~1"], "/m~0n/~01"],
])("%j is %o", (keys, pointer) => {
  expect(formatPointer(keys)).toBe(pointer);
});
