import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Change, Comparison, Verdict } from "../../src/diff/change.js";
import { worstOf } from "../../src/diff/change.js";
import { listExamples } from "../../src/diff/examples.js";
import { decideLevel } from "../../src/diff/level.js";
import { diff } from "../../src/diff.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { nearValues } from "../conformance/near-values.js";
import { generateText, importText } from "../emit/generate-module.js";
import { joinSchemas } from "./join-schemas.js";
import { type Case, cases, type Sign } from "./matrix.js";

const options = { formats: "assert" } as const;
const seed = Number(process.env["SEED"] ?? 20_261_122);
const verdicts: Readonly<Record<Sign, Verdict>> = {
  "=": "compatible",
  "~": "assumed",
  x: "breaking",
  "?": "unknown",
};

const nameOf = (index: number): string => `Case${index}x`;

/** One document of all cases, so that two versions are generated once. */
function joinCases(side: "old" | "new"): JsonObject {
  const definitions = cases.map((each, index) => {
    const text = JSON.stringify(each[side]).replaceAll("SELF", nameOf(index));
    return [nameOf(index), JSON.parse(text) as JsonValue] as const;
  });
  return { title: "All", type: "object", $defs: Object.fromEntries(definitions) };
}

describe("the matrix of changes", () => {
  let comparison: Comparison | undefined;
  const guards = { old: {}, new: {} } as Record<"old" | "new", Readonly<Record<string, unknown>>>;
  const [old, updated] = [joinCases("old"), joinCases("new")];

  beforeAll(async () => {
    const result = await diff(
      { input: { ...options, schema: { schema: old } } },
      { input: { ...options, schema: { schema: updated } } },
    );
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    comparison = result.comparison;
    guards.old = await importText(await generateText(old, { ...options, untyped: "infer" }));
    guards.new = await importText(await generateText(updated, { ...options, untyped: "infer" }));
  });

  const changesOf = (index: number): readonly Change[] =>
    (comparison?.changes ?? []).filter(({ where }) => new RegExp(`^${nameOf(index)}(\\W|$)`).test(where));

  it("has sixty cases and more", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.for(cases.map((each, index) => [each.name, each, index] as const))("%s", ([, each, index]) => {
    const changes = changesOf(index);
    const all = (["readers", "writers", "consumers"] as const).map(
      (audience) => [audience, worstOf(changes.map((change) => change.verdicts[audience]))] as const,
    );
    const found = Object.fromEntries(all) as Change["verdicts"];
    const level = decideLevel(changes, found, ["readers", "writers", "consumers"]);
    expect({ ...found, level }, JSON.stringify(changes, undefined, 1)).toEqual({
      readers: verdicts[each.readers],
      writers: verdicts[each.writers],
      consumers: each.consumers ? "breaking" : "compatible",
      level: each.level,
    });
  });

  it(`has no compatible verdict that a value contradicts (seed ${seed})`, () => {
    let [asked, refuted] = [0, 0];
    for (const [index, each] of cases.entries()) {
      const counts = { readers: 0, writers: 0 };
      for (const value of listValues(index, each, old, updated)) {
        for (const [audience, from, to] of [
          ["readers", "new", "old"],
          ["writers", "old", "new"],
        ] as const) {
          const sign = each[audience];
          const accepts = (side: "old" | "new"): boolean =>
            (guards[side][`is${nameOf(index)}`] as (value: unknown) => boolean)(value);
          if (!accepts(from)) continue;
          counts[audience]++;
          if (sign === "=" || (sign === "~" && !usesAny(value, each.unused ?? []))) {
            asked++;
            expect(accepts(to), `${each.name}, ${audience}: ${JSON.stringify(value)}`).toBe(true);
          } else if (!accepts(to)) refuted++;
        }
      }
      expect(Math.min(counts.readers, counts.writers), each.name).toBeGreaterThan(0);
    }
    expect(asked).toBeGreaterThan(cases.length * 20);
    expect(refuted).toBeGreaterThan(cases.length);
  });

  it("gives an example of each breaking change that holds", () => {
    let examples = 0;
    for (const [index] of cases.entries()) {
      for (const { where, example } of changesOf(index)) {
        if (!example || where !== nameOf(index)) continue;
        examples++;
        const [from, to] =
          example.breaks === "readers" ? (["new", "old"] as const) : (["old", "new"] as const);
        const accepts = (side: "old" | "new"): boolean =>
          (guards[side][`is${nameOf(index)}`] as (value: unknown) => boolean)(example.value);
        expect([accepts(from), accepts(to)], where).toEqual([true, false]);
      }
    }
    expect(examples).toBeGreaterThan(30);
  });
});

function usesAny(value: JsonValue, keys: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((each: JsonValue) => usesAny(each, keys));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([key, each]) => keys.includes(key) || usesAny(each, keys));
}

/** Values at the limits of both versions, and values near those. */
function listValues(index: number, each: Case, old: JsonObject, updated: JsonObject): JsonValue[] {
  const space = joinSchemas(old, updated);
  if (!space) throw new Error("the cases have errors");
  const [one, other] = ["old", "new"].map((side) => `file:///${side}.json#/$defs/${nameOf(index)}`);
  const edges = [
    ...listExamples(space, one ?? "", other ?? ""),
    ...listExamples(space, other ?? "", one ?? ""),
  ];
  const schemas = [each.old, each.new];
  return [
    ...edges,
    ...fc.sample(nearValues(edges.slice(0, 40), schemas), { seed: seed + index, numRuns: 100 }),
  ];
}
