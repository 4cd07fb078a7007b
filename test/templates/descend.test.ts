import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descend } from "../../templates/runtime/descend.js";
import { keepAnswers } from "../../templates/runtime/guard-answers.js";

interface Node {
  readonly isBad?: boolean;
  readonly parts: readonly unknown[];
}

/** A guard of trees as one is generated, and how often it was asked of an object. */
function treeGuard(): { isTree: (value: unknown) => boolean; count: () => number } {
  let count = 0;
  const isTree = (value: unknown): boolean => {
    count++;
    if (typeof value !== "object" || value === null) return false;
    const { isBad, parts } = value as Node;
    return isBad !== true && parts.every((part) => descend(isTree, part));
  };
  return { isTree, count: () => count };
}

function chain(length: number, last: object = { parts: [] }): object {
  let value = last;
  for (let level = 0; level < length; level++) value = { parts: [value] };
  return value;
}

function ring(length: number): object {
  const last: { parts: object[] } = { parts: [] };
  const first = chain(length - 1, last);
  last.parts.push(first);
  return first;
}

describe("deep values", () => {
  it("are accepted and refused by what stands at the bottom", () => {
    const { isTree } = treeGuard();
    expect(isTree(chain(100_000))).toBe(true);
    expect(isTree(chain(100_000, { isBad: true, parts: [] }))).toBe(false);
    expect(isTree(chain(100_000, { parts: [1] }))).toBe(false);
    for (let length = 60; length < 70; length++) {
      expect(isTree(chain(length))).toBe(true);
      expect(isTree(chain(length, { isBad: true, parts: [] }))).toBe(false);
    }
  });

  it("cost two calls for each part at the most", () => {
    const { isTree, count } = treeGuard();
    expect(isTree(chain(100_000))).toBe(true);
    expect(count()).toBeLessThan(210_000);
  });

  it("cost no more where they are wide as well", () => {
    const { isTree, count } = treeGuard();
    const parts = Array.from({ length: 1_000 }, () => chain(100));
    expect(isTree(chain(200, { parts }))).toBe(true);
    expect(count()).toBeLessThan(210_000);
    const last = { parts: [...parts, { isBad: true, parts: [] }] };
    expect(isTree(chain(200, last))).toBe(false);
  });

  it("are called once where they are shallow", () => {
    const { isTree, count } = treeGuard();
    expect(isTree(chain(40, { parts: Array.from({ length: 1_000 }, () => ({ parts: [] })) }))).toBe(true);
    expect(count()).toBe(1_041);
  });
});

describe("values that hold themselves", () => {
  it.each([1, 2, 63, 64, 65, 1_000])("are refused, in a ring of %i", (length) => {
    const { isTree, count } = treeGuard();
    expect(isTree(ring(length))).toBe(false);
    expect(isTree(chain(10, ring(length)))).toBe(false);
    expect(isTree(chain(1_000, ring(length)))).toBe(false);
    expect(count()).toBeLessThan(60_000);
  });

  it("are refused where every way leads back", () => {
    const { isTree, count } = treeGuard();
    const value: { parts: unknown[] } = { parts: [] };
    value.parts.push(value, value, { parts: [value, value] });
    expect(isTree(value)).toBe(false);
    expect(count()).toBeLessThan(30_000);
  });

  it("are refused as arrays", () => {
    const isList = (value: unknown): boolean =>
      Array.isArray(value) && value.every((item) => descend(isList, item));
    const value: unknown[] = [[]];
    expect(isList(value)).toBe(true);
    value.push(value, value);
    expect(isList(value)).toBe(false);
  });

  it("pass by an alternative that does not look into them", () => {
    const isTree = (value: unknown): boolean => {
      const { next, isOpen } = value as { readonly next?: unknown; readonly isOpen?: boolean };
      return next === undefined || isOpen === true || descend(isTree, next);
    };
    const value: { next?: unknown; isOpen: boolean } = { isOpen: true };
    value.next = value;
    expect(isTree({ next: value })).toBe(true);
  });
});

it("asks about shared parts as often as there are, not as there are ways to them", () => {
  const { isTree, count } = treeGuard();
  let value: object = { parts: [] };
  for (let level = 0; level < 5_000; level++) value = { parts: [value, value, value] };
  expect(isTree(value)).toBe(true);
  expect(count()).toBeLessThan(100_000);
  let bad: object = { isBad: true, parts: [] };
  for (let level = 0; level < 5_000; level++) bad = { parts: [value, bad, bad] };
  expect(isTree(bad)).toBe(false);
  expect(count()).toBeLessThan(200_000);
});

it("finds shared parts also where they are large, and without remembering every part of a tree", () => {
  const { isTree, count } = treeGuard();
  const parts = Array.from({ length: 2_000 }, () => chain(10));
  let value: object = { parts };
  for (let level = 0; level < 50; level++) value = { parts: [value, value] };
  expect(isTree(value)).toBe(true);
  expect(count()).toBeLessThan(64 * 22_000);
});

type Ask = (guard: (value: unknown) => boolean, value: unknown) => boolean;

/** Guards that ask each other in every boolean context. */
function contraryGuards(ask: Ask): readonly ((value: unknown) => boolean)[] {
  const partsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const isOdd = (value: unknown): boolean => partsOf(value).some((part) => !ask(isOdd, part)) || value === 1;
  const isOne = (value: unknown): boolean =>
    partsOf(value).filter((part) => ask(isOne, part) !== ask(isOdd, part)).length === 1;
  const isBoth = (value: unknown): boolean =>
    value === 1 || partsOf(value).some((part) => ask(isOdd, part) && !ask(isBoth, part));
  return [isOdd, isOne, isBoth];
}

/** Asks on the stack, and each guard once of each object. */
function askOnce(): Ask {
  const known = new Map<unknown, Map<unknown, boolean>>();
  return (guard, value) => {
    const answers = known.get(guard) ?? new Map<unknown, boolean>();
    const answer = answers.get(value) ?? guard(value);
    known.set(guard, answers.set(value, answer));
    return answer;
  };
}

/** What each value holds: earlier ones, counted backwards, and perhaps 0 or 1. Nested deep, and with many parts shared. */
const arbitraryParts = fc.array(
  fc.tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }), fc.option(fc.nat(1), { nil: undefined })),
  { minLength: 80, maxLength: 250 },
);

function buildValues(parts: readonly (readonly [number[], number | undefined])[]): unknown[] {
  const values: unknown[] = [0, 1, [], [1]];
  for (const [steps, scalar] of parts) {
    const held = steps.map((step) => values.at(-1 - step));
    values.push(scalar === undefined ? held : [...held, scalar]);
  }
  return values;
}

it("answers under negations and alternatives as without a bound", () => {
  const verdicts = { true: 0, false: 0 };
  fc.assert(
    fc.property(arbitraryParts, (parts) => {
      const values = buildValues(parts);
      const expected = contraryGuards(askOnce());
      contraryGuards(descend).forEach((guard, index) => {
        const decide = (value: unknown): boolean => expected[index]?.(value) ?? false;
        expect(guard(values.at(-1))).toBe(decide(values.at(-1)));
        verdicts[`${decide(values.at(-1))}`]++;
        keepAnswers(() => {
          for (const value of values.toReversed()) expect(guard(value)).toBe(decide(value));
        });
      });
    }),
    { numRuns: 50 },
  );
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(15);
});

it("is ready again after a getter has thrown", () => {
  const { isTree } = treeGuard();
  const thrower = {
    get parts(): unknown[] {
      throw new Error("no parts");
    },
  };
  for (const depth of [1, 50, 64, 65, 1_000]) {
    expect(() => isTree(chain(depth, thrower))).toThrow("no parts");
    expect(isTree(chain(1_000))).toBe(true);
    expect(isTree(chain(1_000, { parts: [1] }))).toBe(false);
  }
});

it("answers where a guard asks another about a value of its own", () => {
  const { isTree } = treeGuard();
  const good = chain(1_000);
  const bad = chain(1_000, { parts: [1] });
  const isOuter = (value: unknown): boolean =>
    isTree(good) && !isTree(bad) && (value as Node).parts.every((part) => descend(isOuter, part));
  expect(isOuter(chain(100))).toBe(true);
  expect(isOuter(chain(100, { parts: [{ parts: [good] }] }))).toBe(true);
});

describe("kept answers", () => {
  it("make asking again at every level cost no more than the bound", () => {
    const { isTree, count } = treeGuard();
    const value = chain(20_000, { isBad: true, parts: [] });
    keepAnswers(() => {
      let at: Node | undefined = value as Node;
      while (at) {
        expect(isTree(at)).toBe(false);
        at = at.parts[0] as Node | undefined;
      }
    });
    expect(count()).toBeLessThan(64 * 20_000);
  });

  it("are forgotten afterwards, also where something was thrown", () => {
    const { isTree } = treeGuard();
    const last: { parts: unknown[] } = { parts: [1] };
    const value = chain(1_000, last);
    expect(() =>
      keepAnswers(() => {
        expect(isTree(value)).toBe(false);
        throw new Error("stop");
      }),
    ).toThrow("stop");
    last.parts.pop();
    expect(isTree(value)).toBe(true);
    keepAnswers(() => {
      keepAnswers(() => expect(isTree(value)).toBe(true));
      expect(isTree(value)).toBe(true);
    });
    last.parts.push(1);
    expect(isTree(value)).toBe(false);
  });
});
