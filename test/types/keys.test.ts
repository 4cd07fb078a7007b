import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { includesKey, isWithin, namesOf, templatesOf } from "../../src/types/keys.js";

function patternOf(source: string) {
  return { source, flags: "u" as const };
}

describe("the templates of a pattern", () => {
  it.each([
    ["^x-", [["x-", ""]]],
    ["^x-.*", [["x-", ""]]],
    ["_id$", [["", "_id"]]],
    ["X_", [["", "X_", ""]]],
    ["^(a|b)-", [["a-", ""], ["b-", ""]]], // prettier-ignore
    ["^a$", [["a"]]],
    ["^a[^]*b$", [["a", "b"]]],
    ["a*", [["", "", ""]]],
    ["^a\\.b", [["a.b", ""]]],
    ["aaa*", [["", "aa", ""]]],
  ])("%s are %j", (source, templates) => {
    expect(templatesOf(patternOf(source))).toEqual(templates);
  });

  it.each(["^a.b", "^x-[a-z]+$", "^a|b", "f.*o", "^a+", "[0-9]{2,}", "\\bx", "^(?!a)", "(ab)*c?d", "^a.*$"])(
    "%s have none",
    (source) => {
      expect(templatesOf(patternOf(source))).toBeUndefined();
    },
  );

  it("hold the keys that match, and no others", () => {
    const text = fc.constantFrom("a", "b", "-", "\\.", "ab");
    const piece = fc.oneof(
      { weight: 4, arbitrary: text },
      fc.constantFrom(
        "[^]*",
        "(a|b)",
        "(?:ab|\\.|)",
        "a*",
        "b?",
        ".*",
        "[ab]*",
        "-{0,2}",
        ".",
        "a+",
        "(a)*",
        "|",
        "\\w*",
      ),
    );
    const source = fc
      .tuple(fc.constantFrom("", "^"), fc.array(piece, { maxLength: 5 }), fc.constantFrom("", "$"))
      .map(([start, pieces, end]) => start + pieces.join("") + end);
    const key = fc.array(fc.constantFrom("a", "b", "-", ".", "ab", "\n", "x"), { maxLength: 6 });
    let told = 0;
    fc.assert(
      fc.property(source, fc.array(key, { minLength: 8, maxLength: 8 }), (pattern, keys) => {
        const templates = templatesOf(patternOf(pattern));
        if (!templates) return;
        told++;
        for (const each of keys.map((parts) => parts.join(""))) {
          const isHeld = templates.some((template) => includesKey(template, each));
          expect([pattern, each, isHeld]).toEqual([pattern, each, new RegExp(pattern, "u").test(each)]);
        }
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(300);
  });
});

describe("templates", () => {
  const texts = fc.array(fc.constantFrom("", "a", "b", "ab", "ba"), { minLength: 1, maxLength: 4 });

  it("stand within each other only where all their keys do", () => {
    const filling = fc.array(fc.constantFrom("", "a", "b", "ab"), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(texts, texts, filling, (inner, outer, between) => {
        if (!isWithin(inner, outer)) return;
        const key = inner
          .map((part, index) => part + (index < inner.length - 1 ? (between[index] ?? "") : ""))
          .join("");
        expect(includesKey(outer, key)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("that hold nothing between are names", () => {
    expect(namesOf(patternOf("^(a|b)$"))).toEqual(["a", "b"]);
    expect(namesOf(patternOf("^a"))).toBeUndefined();
  });
});
