import { beforeAll, describe, expect, it } from "vitest";
import type { Limit } from "./fidelity-limits.js";
import { fidelityLimits } from "./fidelity-limits.js";
import type { FidelitySet } from "./fidelity/judged-groups.js";
import type { GroupReport, Measurement } from "./fidelity/measure.js";
import { measure } from "./fidelity/measure.js";
import { TypeTrials } from "./fidelity/try-types.js";
import { findSuite } from "./suite.js";

const suite = findSuite();

/**
 * Types are judged by what they admit and refuse among the suite's instances: in its schemas as published, and in the same with types
 * spelled out, as authors mostly write them. What is asked of a type, `fidelity/relax.ts` says; what is excused, `fidelity-limits.ts`.
 *
 * The least share of groups whose type is exact, and of expressible invalid instances that a type refuses. */
const bounds: Readonly<Record<FidelitySet, { readonly exact: number; readonly tight?: number }>> = {
  published: { exact: 0.9 },
  typed: { exact: 0.95, tight: 0.9 },
};

const trials = new TypeTrials();
const used = new Set<Limit>();

function testFidelity(draft: string, set: FidelitySet): void {
  describe.skipIf(suite === undefined)(`types of ${draft}, ${set}`, () => {
    let measurement: Measurement = { groups: [], leftOut: [] };
    beforeAll(async () => {
      measurement = await measure(suite ?? "", draft, set, fidelityLimits, trials);
      for (const { limit } of measurement.groups) if (limit) used.add(limit.entry);
      console.log(`${draft}, ${set}: ${describeCounts(measurement)}`);
    }, 120_000);

    it("can all be used", () => {
      const unusable = measurement.groups.filter(({ error }) => error !== undefined);
      expect(unusable.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
    });

    it("admit every valid instance, but for the weak-type rule", () => {
      const refused = measurement.groups.flatMap(({ name, tests }) =>
        tests
          .filter(({ test, admitsValue, isWeaklyRefused }) => test.valid && !admitsValue && !isWeaklyRefused)
          .map(({ test }) => `${name}: ${test.description}`),
      );
      expect(refused).toEqual([]);
    });

    it("are exact for as many groups as they should be", () => {
      const { inexact, asked } = countExact(measurement);
      const share = 1 - inexact.length / asked;
      const names = inexact.map(({ name }) => name).join("\n");
      expect(share, `not exact:\n${names}\n`).toBeGreaterThanOrEqual(bounds[set].exact);
    });

    const { tight } = bounds[set];
    if (tight !== undefined) {
      it("refuse as many invalid instances as they should", () => {
        const { refused, asked } = countTight(measurement);
        expect(refused / asked).toBeGreaterThanOrEqual(tight);
      });
    }

    it("are excused only where the best type by hand fares no better", () => {
      expect(measurement.groups.flatMap(findWrongLimit)).toEqual([]);
    });
  });
}

/** Groups whose type admits every valid instance and refuses every expressible invalid one, but for what is excused. */
function countExact({ groups }: Measurement): { readonly inexact: GroupReport[]; readonly asked: number } {
  const asked = groups.filter((report) => isExact(report) || !isExcused(report));
  return { inexact: asked.filter((report) => !isExact(report)), asked: asked.length };
}

function isExact({ error, tests }: GroupReport): boolean {
  return error === undefined && tests.every(({ isRight }) => isRight);
}

function isExcused({ error, tests }: GroupReport): boolean {
  return error === undefined && tests.every(({ isRight, isExcused }) => isRight || isExcused);
}

function countTight({ groups }: Measurement): { readonly refused: number; readonly asked: number } {
  const asked = groups
    .flatMap(({ tests }) => tests)
    .filter(({ test, isExcused }) => test.isExpressible && !isExcused);
  return { refused: asked.filter(({ admitsValue }) => !admitsValue).length, asked: asked.length };
}

/** What is wrong with a group's entry in the table of limits. */
function findWrongLimit({ name, tests, limit }: GroupReport): string[] {
  if (!limit) return [];
  if (limit.error !== undefined) return [`${name}: the type by hand: ${limit.error}`];
  const known = new Set(tests.map(({ test }) => test.description));
  const unknown = limit.entry.instances.filter((instance) => !known.has(instance));
  if (unknown.length > 0)
    return unknown.map((instance) => `${name}: ${instance}: is no instance of the group`);
  return limit.tests.flatMap(({ test, isRight, isExcused }, index) => {
    const place = `${name}: ${test.description}`;
    if (isRight && isExcused) return [`${place}: the type by hand gets it right`];
    if (!isRight && !isExcused) return [`${place}: the type by hand gets it wrong`];
    if (isExcused && tests[index]?.isRight) return [`${place}: is right by now, and needs no excuse`];
    return [];
  });
}

function describeCounts(measurement: Measurement): string {
  const { inexact, asked } = countExact(measurement);
  const tight = countTight(measurement);
  const tests = measurement.groups.flatMap((report) => report.tests);
  const valid = tests.filter(({ test }) => test.valid);
  const admitted = valid.filter(({ admitsValue }) => admitsValue);
  const weak = valid.filter(({ isWeaklyRefused }) => isWeaklyRefused);
  const excused = measurement.groups.filter(({ limit }) => limit).length;
  return [
    `exact ${asked - inexact.length} of ${asked} groups`,
    `sound ${admitted.length} of ${valid.length} (${weak.length} refused by the weak-type rule)`,
    `tight ${tight.refused} of ${tight.asked}`,
    `${excused} groups excused`,
    `${measurement.leftOut.length} left out`,
  ].join("; ");
}

for (const draft of ["draft7", "draft2020-12"]) {
  for (const set of ["published", "typed"] as const) testFidelity(draft, set);
}

describe.skipIf(suite === undefined)("the limits of types", () => {
  it("are all of groups that there are", () => {
    expect(fidelityLimits.filter((limit) => !used.has(limit))).toEqual([]);
  });
});
