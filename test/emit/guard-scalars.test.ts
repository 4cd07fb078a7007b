import { describe, expect, it } from "vitest";
import { formatNames, numberFormatNames } from "../../src/checks/check-plan.js";
import { formatFunctions } from "../../src/emit/format-functions.js";
import { bodyOf, generateRoot } from "./generate-module.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const smile = "😀";

/** Each with values that it accepts, and values that it refuses. */
const cases: readonly Case[] = [
  [{ minimum: 1 }, [1, 1.5, "a"], [0.99, -1]],
  [{ maximum: 1 }, [1, -5, null], [1.01]],
  [{ exclusiveMinimum: 0 }, [0.1, []], [0, -0, -1]],
  [{ exclusiveMaximum: 0 }, [-0.1, {}], [0, -0, 1]],
  [{ multipleOf: 0.01 }, [19.99, 0, -0.07, 1e300, 4.35], [0.001, 19.995]],
  [{ multipleOf: 3 }, [9, -3, 0, "a"], [10, 1.5]],
  [{ multipleOf: 1e-8 }, [12391239123, 0.00000075, 1e-8], [1e-9]],
  [{ minLength: 2 }, ["ab", smile.repeat(2), 1], ["", "a", smile]],
  [{ maxLength: 2 }, ["", "ab", smile.repeat(2), 123], ["abc", smile.repeat(3)]],
  [{ minLength: 2, maxLength: 2 }, ["ab", smile.repeat(2)], ["a", smile, "abc", smile.repeat(3)]],
  [{ minLength: 1 }, ["a", 1], [""]],
  [{ minLength: 0 }, ["", 1], []],
  [{ maxLength: 0 }, ["", 1], ["a"]],
  [{ pattern: "^\\p{L}+$" }, ["é", 1], ["1", ""]],
  [{ pattern: "b" }, ["abc"], ["ac"]],
  [{ pattern: `^${smile}?$` }, ["", smile], [smile.slice(0, 1)]],
];

const tried = await tryCases(cases);

describe("a scalar", () => {
  it.each(tried)("by %s is what it should be", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it("has both bounds of its length in one look", async () => {
    const { text } = await generateRoot({ type: "string", minLength: 2, maxLength: 5, pattern: "a" });
    expect(bodyOf(text, "isRoot")).toBe(
      'return typeof value === "string" && hasCodePoints(value, 2, 5) && rootPattern.test(value);',
    );
  });

  it("is empty or not without counting", async () => {
    const { text } = await generateRoot({ type: "string", minLength: 1 });
    expect(bodyOf(text, "isRoot")).toBe('return typeof value === "string" && value !== "";');
  });
});

describe("a format", () => {
  it("has a function in the runtime for every name that is known", () => {
    expect(Object.keys(formatFunctions).sort()).toEqual([...formatNames, ...numberFormatNames].sort());
  });

  it.each([
    ["date", "2024-02-29", "2023-02-29"],
    ["uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08"],
    ["ipv4", "127.0.0.1", "127.0.0.256"],
    ["idn-hostname", "실례.테스트", "-"],
    ["byte", "aGk=", "aGk"],
    ["int32", 2 ** 31 - 1, 2 ** 31],
    ["int32", -(2 ** 31), 0.5],
    ["int64", -(2 ** 63), 2 ** 63],
  ])("%s is checked where it is asserted, and nowhere else", async (format, valid, invalid) => {
    const asserting = await generateRoot({ format }, { formats: "assert" });
    const annotating = await generateRoot({ format }, { formats: "annotate" });
    expect([valid, invalid, 1].map(asserting.isRoot)).toEqual([true, false, true]);
    expect([valid, invalid, 1].map(annotating.isRoot)).toEqual([true, true, true]);
    expect(asserting.validateRoot(invalid).issues).toMatchObject([{ keyword: "format", expected: format }]);
    expect(annotating.text).not.toContain("Format");
  });

  it("that is not known passes every string", async () => {
    const { isRoot, text } = await generateRoot({ type: "string", format: "colour" }, { formats: "assert" });
    expect(isRoot("no colour")).toBe(true);
    expect(bodyOf(text, "isRoot")).toBe('return typeof value === "string";');
  });
});
