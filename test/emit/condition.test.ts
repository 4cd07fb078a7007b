import { describe, expect, it } from "vitest";
import { code } from "../../src/emit/code.js";
import type { Condition } from "../../src/emit/condition.js";
import {
  all,
  always,
  any,
  callTest,
  choice,
  compare,
  isConstant,
  listTests,
  never,
  not,
  printCondition,
} from "../../src/emit/condition.js";

const [a, b, c] = [callTest(code`a()`), callTest(code`b()`), callTest(code`c()`)];

describe("a condition", () => {
  it("is simplified by what always or never holds", () => {
    expect(all([always, a])).toBe(a);
    expect(all([a, never])).toBe(never);
    expect(all([])).toBe(always);
    expect(any([never, a])).toBe(a);
    expect(any([a, always])).toBe(always);
    expect(any([])).toBe(never);
  });

  it("lists its tests, each as it is asked", () => {
    expect(listTests(any([all([a, not(b)]), choice(c, always, not(all([a, b])))]))).toEqual([
      ...["a()", "!b()", "c()"],
      ...["a()", "b()"],
    ]);
    expect(listTests(always)).toEqual([]);
  });

  it("is constant only where it always or never holds", () => {
    expect([always, never, a, all([a, b])].map(isConstant)).toEqual([true, true, false, false]);
  });

  it.each<[Condition, string]>([
    [always, "true"],
    [never, "false"],
    [not(always), "false"],
    [not(a), "!a()"],
    [not(not(a)), "a()"],
    [not(compare(code`x`, "<=", code`1`)), "x > 1"],
    [not(compare(code`x`, "===", code`1`)), "x !== 1"],
    [not(all([a, b])), "!(a() && b())"],
    [not(not(all([a, b]))), "a() && b()"],
    [choice(a, b, c), "a() ? b() : c()"],
    [not(choice(a, b, c)), "!(a() ? b() : c())"],
    [all([choice(a, b, c), a]), "(a() ? b() : c()) && a()"],
    [choice(choice(a, b, c), b, c), "(a() ? b() : c()) ? b() : c()"],
    [choice(always, b, c), "b()"],
    [choice(never, b, c), "c()"],
    [choice(a, always, always), "true"],
    [choice(a, always, c), "a() || c()"],
    [choice(a, never, c), "!a() && c()"],
    [choice(a, b, always), "!a() || b()"],
    [choice(a, b, never), "a() && b()"],
    [all([any([a, b]), c]), "(a() || b()) && c()"],
    [any([all([a, b]), c]), "(a() && b()) || c()"],
    [all([all([a, b]), c]), "a() && b() && c()"],
    [any([a, any([b, c])]), "a() || b() || c()"],
    [all([not(any([a, b])), c]), "!(a() || b()) && c()"],
  ])("is printed as its operators ask: %#", (condition, text) => {
    expect(printCondition(condition)).toBe(text);
  });
});
