import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot } from "./generate-module.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const own = (json: string): unknown => JSON.parse(json);

const many = Array.from({ length: 30 }, (_, index) => `v${index}`);

const cases: readonly Case[] = [
  [{ const: null }, [null], [undefined, 0, "", {}]],
  [{ const: 0 }, [0, -0], [false, "", null, "0"]],
  [{ const: false }, [false], [0, null]],
  [{ enum: [1, "1", true] }, [1, 1.0, "1", true], ["true", 2, false]],
  [{ const: [] }, [[]], [{}, [undefined], "", new Array(1)]],
  [{ const: {} }, [{}, { a: undefined }, Object.create(null)], [[], { a: 1 }, null]],
  [
    { const: { a: [1, { b: null }], c: "d" } },
    [{ c: "d", a: [1, { b: null }] }],
    [{ a: [1, { b: null }] }, { a: [1, {}], c: "d" }],
  ],
  [
    own('{"const": {"__proto__": {"a": 1}}}') as JsonObject,
    [own('{"__proto__": {"a": 1}}')],
    [{}, { ["__proto"]: { a: 1 } }, Object.create({ a: 1 })],
  ],
  [{ enum: [["a"], "a", { a: 1 }] }, [["a"], "a", { a: 1 }], [["b"], { a: 2 }]],
  [{ enum: ["toString"] }, ["toString"], [() => "toString"]],
  [
    { enum: [...many, null, 0, { a: 1 }] },
    ["v0", "v29", null, -0, { a: 1 }],
    ["v30", false, undefined, {}, NaN],
  ],
  [{ type: "string", enum: [...many, 1] }, ["v7"], [1, "1"]],
];

const tried = await tryCases(cases);

describe("a literal", () => {
  it.each(tried)("by %s is what it should be", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it("is looked up in a set where there are many", async () => {
    const { text } = await generateRoot({ enum: many });
    expect(bodyOf(text, "isRoot")).toBe("return rootValues.has(value);");
  });

  it("that is an array or an object is a constant, so that nothing is made while it is checked", async () => {
    const { text } = await generateRoot({ enum: [{ a: 1 }, "b", []] });
    expect(text).toContain("const rootConstant: unknown = { a: 1 };");
    expect(text).toContain("const rootConstant2: unknown = [];");
    expect(bodyOf(text, "isRoot")).toBe(
      'return equals(rootConstant, value) || value === "b" || equals(rootConstant2, value);',
    );
  });

  it("that nothing else lets pass is not compared", async () => {
    const { text } = await generateRoot({
      enum: ["a", "b", 1],
      allOf: [{ enum: ["b", "c", 1] }],
      $ref: "#/$defs/Text",
      $defs: { Text: { type: "string" } },
    });
    expect(bodyOf(text, "isRoot")).toBe('return value === "b" && value === "b" && isText(value);');
  });
});
