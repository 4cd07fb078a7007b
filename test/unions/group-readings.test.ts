import { describe, expect, it } from "vitest";
import { allTypes, typeSetOf } from "../../src/schema/type-set.js";
import { groupReadings, isFree } from "../../src/unions/group-readings.js";
import type { TagReading } from "../../src/unions/tags.js";
import type { TagValue } from "../../src/unions/unions.js";

const values = (...listed: readonly TagValue[]): TagReading => ({ kind: "values", values: listed });
const gap: TagReading = { kind: "gap", reason: "optional", path: ["a"] };
const strings = (...excluded: readonly TagValue[]): TagReading => ({
  kind: "others",
  types: typeSetOf(["string"]),
  excluded,
  mayBeAbsent: false,
});

describe("values are grouped by the readings that may have them", () => {
  it.for<[string, readonly TagReading[], unknown]>([
    [
      "each its own",
      [values("a"), values("b")],
      [
        { values: ["a"], indexes: [0] },
        { values: ["b"], indexes: [1] },
      ],
    ],
    ["several the same", [values("a", "b"), values("a", "b")], [{ values: ["a", "b"], indexes: [0, 1] }]],
    [
      "one that lists nothing has those of its types, but for those that it excludes",
      [strings("b"), values("a", "b", 1, undefined)],
      [
        { values: ["a"], indexes: [0, 1] },
        { values: ["b", 1, undefined], indexes: [1] },
      ],
    ],
    [
      "of a gap nothing is known, so it has all, and absence",
      [values("a"), gap],
      [
        { values: ["a"], indexes: [0, 1] },
        { values: [undefined], indexes: [1] },
      ],
    ],
    ["of absence alone there are none", [values(undefined), gap], undefined],
  ])("%s", ([, readings, want]) => {
    expect(groupReadings(readings, 100)).toEqual(want);
  });

  it("up to so many members together", () => {
    const readings = [values("a"), values("b"), gap];
    expect([groupReadings(readings, 5)?.length, groupReadings(readings, 4)]).toEqual([3, undefined]);
  });
});

it("a reading is free that says nothing of any value", () => {
  const any = { kind: "others", types: allTypes, excluded: [], mayBeAbsent: true } as const;
  expect([gap, any, strings(), { ...any, excluded: ["a"] }, values("a")].map(isFree)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
