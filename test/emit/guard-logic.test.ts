import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot, generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const $defs = {
  Short: { type: "string", maxLength: 2 },
  A: { type: "object", required: ["k"], properties: { k: { const: "a" }, n: { type: "number" } } },
  B: { type: "object", required: ["k"], properties: { k: { const: "b" } } },
};

const cases: readonly Case[] = [
  [{ anyOf: [{ type: "string" }, { type: "number", minimum: 1 }] }, ["a", 1], [0, null]],
  [{ anyOf: [{ minimum: 5 }, { maximum: 3 }] }, [6, 1, "a"], [4]],
  [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, [0, 4], [2, 1, "a"]],
  [
    { oneOf: [{ type: "string" }, { type: "string", minLength: 2 }, { type: "null" }] },
    ["a", null],
    ["ab", 1],
  ],
  [{ oneOf: [true, false, false] }, [1, null], []],
  [{ oneOf: [true, true] }, [], [1, null]],
  [{ oneOf: [{ oneOf: [{}, {}] }, { type: "string" }] }, ["a"], [1]],
  [{ oneOf: [{}, { type: "string" }] }, [1, null], ["a"]],
  [{ oneOf: [{}, { type: "string" }, { minimum: 1 }] }, [0], ["a", 1, null]],
  [{ not: { oneOf: [{}, {}] } }, [1, null], []],
  [{ not: { minimum: 1 } }, [0], [1, "a", null]],
  [{ not: { not: { type: "string" } } }, ["a"], [1]],
  [{ not: { properties: { a: { type: "string" } }, required: ["a"] } }, [{}, { a: 1 }], [{ a: "a" }, 1]],
  [
    { anyOf: [{ type: ["string", "number"] }, { type: ["boolean", "number"] }], not: { type: "number" } },
    ["a", true],
    [1],
  ],
  [{ enum: [1, "a"], not: { type: "number" } }, ["a"], [1]],
  [{ $ref: "#/$defs/Short", not: { const: "a" } }, ["b", ""], ["a", "abc"]],
  [{ type: "string", not: { $ref: "#/$defs/Short" }, enum: ["ab", "abc"] }, ["abc"], ["ab"]],
  [{ anyOf: [{ $ref: "#/$defs/Short" }, { const: "abc" }] }, ["a", "abc"], ["abd", 1]],
  [
    { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
    [{ k: "a" }, { k: "b", n: "x" }],
    [{ k: "a", n: "x" }, { k: "c" }, {}],
  ],
  [
    { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }, { $ref: "#/$defs/A" }] },
    [{ k: "b" }],
    [{ k: "a" }],
  ],
  [
    { allOf: [{ anyOf: [{ const: 1 }, { const: 2 }] }, { anyOf: [{ const: 2 }, { const: 3 }] }] },
    [2],
    [1, 3],
  ],
];

const tried = await tryCases(
  cases.map(([schema, ...values]) => [{ ...(schema as JsonObject), $defs }, ...values]),
);

describe("logic", () => {
  it.each(tried)("by %s is what it should be", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });
});

const expressionOf = async (schema: JsonObject): Promise<string> =>
  bodyOf((await generateRoot({ ...schema, $defs })).text, "isRoot");

describe("the expression", () => {
  it("counts the branches that fit", async () => {
    expect(await expressionOf({ oneOf: [{ minimum: 1 }, { type: "string" }, false] })).toContain(
      ' && Number(typeof value !== "number" || value >= 1) + Number(typeof value === "string") === 1;',
    );
  });

  it("counts no branch that always fits", async () => {
    expect(await expressionOf({ oneOf: [{}, { minimum: 1 }, { type: "string" }] })).toContain(
      ' && Number(typeof value !== "number" || value >= 1) + Number(typeof value === "string") === 0;',
    );
    expect(await expressionOf({ oneOf: [{}, { type: "string" }] })).toContain(
      ' && typeof value !== "string";',
    );
  });

  it("reads each parameter, also where branches always fit", async () => {
    const nothing = { oneOf: [{}, {}] };
    const schemas = [
      { oneOf: [nothing] },
      { not: nothing },
      nothing,
      { items: nothing, minItems: 1 },
      { prefixItems: [{}], items: nothing, contains: { items: nothing } },
      { contains: nothing, minContains: 0, maxContains: 1 },
      { anyOf: [{ prefixItems: [{}] }, {}], unevaluatedItems: nothing },
      { anyOf: [{ properties: { a: {} } }, {}], unevaluatedProperties: nothing },
      { patternProperties: { "^a": nothing }, additionalProperties: nothing },
      { propertyNames: nothing, properties: { a: nothing } },
      { dependentSchemas: { a: nothing }, if: nothing, then: { minimum: 1 } },
    ];
    const texts = await Promise.all(schemas.map((schema) => generateText(schema)));
    expect(await typeCheck("typescript", new Map(texts.map((text, index) => [`${index}.ts`, text])))).toBe(
      "",
    );
  });

  it("is a switch where a tag decides", async () => {
    expect(await expressionOf({ oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] })).toBe(
      'if (!isObject<"k">(value)) return false; ' +
        'switch (value.k) { case "a": return isA(value); case "b": return isB(value); default: return false; }',
    );
  });

  it("asks literals first, then types, then what is open, then functions, and none of what was refused before", async () => {
    const anyOf = [
      { $ref: "#/$defs/Short" },
      { minimum: 1 },
      { type: "boolean" },
      { enum: [1, true] },
      { const: 1 },
    ];
    expect(await expressionOf({ anyOf })).toContain(
      ' && (value === 1 || value === true || typeof value === "boolean" || typeof value !== "number" || value >= 1 || isShort(value));',
    );
  });
});
