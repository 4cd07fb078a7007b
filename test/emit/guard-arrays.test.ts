import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot } from "./generate-module.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

// oxlint-disable-next-line no-sparse-arrays -- holes are what is tested
const sparse = [, "a"];

const pair: JsonObject = { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] };

const cases: readonly Case[] = [
  [{ type: "array", items: { type: "string" } }, [[], ["a"]], [[1], ["a", null], sparse, [undefined], {}]],
  [{ type: "array", items: { type: ["string", "null"] } }, [[null]], [sparse, new Array(1)]],
  [{ items: { minimum: 1 } }, [[], [1], sparse, "a"], [[0]]],
  [{ type: "array", minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]],
  [pair, [[], ["a"], ["a", 1], ["a", 1, null]], [[1], ["a", "b"], sparse]],
  [{ ...pair, minItems: 2 }, [["a", 1]], [["a"], []]],
  [{ ...pair, items: false }, [["a", 1], []], [["a", 1, 2]]],
  [
    { ...pair, items: { type: "null" } },
    [
      ["a", 1],
      ["a", 1, null],
    ],
    [
      ["a", 1, 2],
      ["a", 1, null, 2],
    ],
  ],
  [{ type: "array", items: false }, [[]], [[1], new Array(1)]],
  [
    { type: "array", items: { type: "array", items: { type: "array", items: { const: 1 } } } },
    [[], [[[1], []]]],
    [[[[1], [2]]], [[1]]],
  ],
];

const tried = await tryCases(cases);

describe("an array", () => {
  it.each(tried)("by %s is what it should be", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it("has a loop of its own, called after the definition of the items", async () => {
    const schema = { type: "array", items: { $ref: "#/$defs/A" }, $defs: { A: { type: "string" } } };
    expect(bodyOf((await generateRoot(schema)).text, "isRoot")).toBe(
      "return Array.isArray(value) && everyA(value);",
    );
  });

  it("has a loop after the type of the items, so that nothing is made while it is checked", async () => {
    const { text } = await generateRoot({ type: "array", prefixItems: [{}], items: { type: "string" } });
    expect(bodyOf(text, "isRoot")).toBe("return Array.isArray(value) && everyString(value);");
    expect(text).toContain("const everyString = (items: readonly unknown[]): boolean => {");
    expect(text).toMatch(/for \(let index = 1;[^]*if \(typeof item !== "string"\) return false;/);
  });

  it("does not ask for a length that is there already", async () => {
    const { text } = await generateRoot({ ...pair, minItems: 1 });
    expect(bodyOf(text, "isRoot")).toBe(
      'return Array.isArray(value) && value.length >= 1 && typeof value[0] === "string" && (value.length <= 1 || typeof value[1] === "number");',
    );
  });
});
