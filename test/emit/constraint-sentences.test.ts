import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateText } from "./generate-module.js";

/** The lines before `Root`, without the marks of the comment. */
async function linesOf(schema: JsonObject): Promise<string[]> {
  const text = await generateText(schema, { runtime: [] });
  const [before = ""] = text.split(/^export (?:interface|type) Root\b/m);
  const [, comment = ""] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*$/.exec(before) ?? [];
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*?\s*/, "").trim());
  return lines.filter((line) => line !== "");
}

const tagged = (tag: string): JsonObject => ({
  type: "object",
  required: ["tag"],
  properties: { tag: { const: tag }, more: { $ref: "#" } },
});

const object = { type: "object" };

/** Dependencies that come to too many cases together, so that no type says any of them. */
const many = { e1: ["f1"], e2: ["f2"], e3: ["f3"], e4: ["f4"] };
const manyLines = ["1", "2", "3", "4"].map((each) => `With \`e${each}\`, \`f${each}\` is required.`);

describe("what no type shows is said", () => {
  it.each<[what: string, schema: JsonObject, lines: readonly string[]]>([
    [
      "names that ask for others",
      { ...object, dependentRequired: { ...many, c: ["d", "e", "`"], f: [] } },
      [...manyLines, "With `c`, `d`, `e` and `` ` `` are required."],
    ],
    [
      "names that ask for a schema",
      {
        ...object,
        dependentSchemas: {
          a: { required: ["b"], properties: { b: { minimum: 3 } } },
          c: false,
          d: true,
          e: { minProperties: 2 },
          f: { maxProperties: 9 },
          g: { maxProperties: 8 },
          h: { maxProperties: 7 },
        },
      },
      [
        "With `a`, it has a `b` that is at least 3.",
        "Has no `c`.",
        "With `e`, it has at least 2 properties.",
        "With `f`, it has at most 9 properties.",
        "With `g`, it has at most 8 properties.",
        "With `h`, it has at most 7 properties.",
      ],
    ],
    [
      "conditions",
      {
        ...object,
        if: { properties: { a: { minLength: 2 } }, required: ["a"] },
        then: { required: ["b"] },
        else: { required: ["c", "d"] },
      },
      ["If it has a `a` that has at least 2 characters, it has `b`. Otherwise it has `c` and `d`."],
    ],
    [
      "conditions that only exclude",
      { type: "string", if: { pattern: "^a" }, else: { maxLength: 1 } },
      ["Unless it matches `^a`, it has at most 1 character."],
    ],
    ["items among others", { type: "array", contains: { const: null } }, ["Holds an item that is `null`."]],
    [
      "a number of items among others",
      { type: "array", contains: { type: "string" }, minContains: 2, maxContains: 3 },
      ["Holds 2 to 3 items of which each is a string."],
    ],
    [
      "few of them",
      { type: "array", contains: true, minContains: 0, maxContains: 1 },
      ["Holds at most 1 item."],
    ],
    [
      "keys",
      { ...object, propertyNames: { type: "string", pattern: "^a", maxLength: 4 } },
      ["Each key matches `^a` and has at most 4 characters."],
    ],
    [
      "values of keys that match",
      { ...object, patternProperties: { "a+$": { type: "number" }, b$: false } },
      ["The value of each key that matches `a+$` is a number.", "Has no key that matches `b$`."],
    ],
    ["what is excluded", { not: { const: 1 } }, ["It is not `1`."]],
    [
      "what is excluded by several keywords",
      { type: "array", not: { minItems: 2, uniqueItems: true } },
      ["It is nothing that has at least 2 items and has no two equal items."],
    ],
    [
      "items",
      { type: "array", items: { type: "integer", minimum: 1 } },
      ["Each item is an integer and is at least 1."],
    ],
    [
      "items by their place",
      {
        type: "array",
        prefixItems: [{ type: "string", minLength: 2 }, true],
        items: { type: "string", format: "uri" },
      },
      ["Item 1 has at least 2 characters.", "Each further item has the format `uri`."],
    ],
    [
      "items that are alike",
      { type: "array", prefixItems: [{ type: "integer" }, { type: "integer" }] },
      ["Each of the first 2 items is an integer."],
    ],
    [
      "properties that may be absent",
      {
        ...object,
        if: { maxProperties: 1 },
        then: { properties: { a: { const: 1 }, b: false, c: { minimum: 2 } } },
      },
      [
        "If it has at most 1 property, it has no `a` or one that is `1`, and does not have `b`, and has no `c` or one that is at least 2.",
      ],
    ],
    [
      "properties that are there in any case",
      {
        ...object,
        required: ["a"],
        properties: { a: {} },
        if: { properties: { a: { minimum: 1 } } },
        then: { required: ["b"] },
      },
      ["If it has a `a` that is at least 1, it has `b`."],
    ],
    [
      "values",
      { ...object, additionalProperties: { type: "string", pattern: "^a*$" } },
      ["Each value matches `^a*$`."],
    ],
    [
      "alternatives",
      { anyOf: [{ type: "string", pattern: "^a" }, { type: "null" }] },
      ["As a string, it matches `^a`."],
    ],
    [
      "alternatives of one type",
      { anyOf: [{ type: "string", pattern: "^a" }, { type: "string", maxLength: 1 }, { type: "null" }] },
      ["It is a string and matches `^a`, or is a string and has at most 1 character, or is null."],
    ],
    [
      "numbers among others",
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      ["As a number, it is an integer."],
    ],
    [
      "alternatives of which one must hold alone",
      {
        oneOf: [
          { type: "number", multipleOf: 3 },
          { type: "number", multipleOf: 5 },
        ],
      },
      [
        "It is a number and is a multiple of 3, or is a number and is a multiple of 5.",
        "Exactly one of the alternatives applies.",
      ],
    ],
    [
      "what other schemas leave",
      { ...object, anyOf: [{ $ref: "#/$defs/A" }, {}], unevaluatedProperties: false, $defs: { A: object } },
      ["Has no properties but those that its schemas describe."],
    ],
    [
      "what a text holds",
      { type: "string", contentMediaType: "application/json", contentSchema: { type: "array", minItems: 1 } },
      ["What it holds is an array and has at least 1 item.", "@contentMediaType application/json"],
    ],
    [
      "what stands in parts without a name",
      { type: "string", allOf: [{ minLength: 2 }, { allOf: [{ not: { const: "ab" } }] }, { minLength: 2 }] },
      ['It is not `"ab"`.', "@minLength 2"],
    ],
  ])("%s", async (_, schema, lines) => {
    expect(await linesOf(schema)).toEqual(lines);
  });

  it("by the name of a schema that has one", async () => {
    const schema = { type: "array", contains: { $ref: "#/$defs/Card" }, $defs: { Card: { type: "object" } } };
    expect(await linesOf(schema)).toEqual(["Holds an item that is a valid `Card`."]);
  });

  it("after the description, before the tags", async () => {
    const schema = { ...object, description: "One.", maxProperties: 4, dependentRequired: many };
    expect(await linesOf(schema)).toEqual(["One.", ...manyLines, "@maxProperties 4"]);
  });

  it("by its keyword alone, where a line does not hold it", async () => {
    const long = { required: Array.from({ length: 9 }, (_, index) => `a${index}`) };
    expect(await linesOf({ ...object, if: { maxProperties: 2 }, then: long, not: long })).toEqual([
      "The type leaves out what `if` and `not` ask.",
    ]);
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`a${index}`, ["b"]]));
    expect(await linesOf({ ...object, dependentRequired: wide })).toEqual([
      "The type leaves out what `dependentRequired` asks.",
    ]);
  });

  it("without ending the comment, or starting a tag", async () => {
    const schema = {
      ...object,
      dependentRequired: { ...many, "a */ @b": ["@c"] },
      propertyNames: { pattern: "*/ {@link" },
    };
    const text = await generateText({ ...schema, propertyNames: { pattern: "a*/ {@link" } });
    expect(text).toContain("With `a *\\/ \\@b`, `@c` is required.");
    expect(text).toContain("Each key matches `a*\\/ {\\@link`.");
  });
});

describe("what a type shows is not said", () => {
  it.each<[what: string, schema: JsonObject]>([
    ["types that are excluded", { not: { type: "string" } }],
    ["alternatives as they are", { anyOf: [{ type: "string" }, { type: "null" }] }],
    ["alternatives of which no two hold", { oneOf: [{ type: "string" }, { type: "null" }] }],
    ["alternatives that a property tells apart", { oneOf: [tagged("a"), tagged("b")] }],
    ["items as they are", { type: "array", items: { type: "string" } }],
    ["keys that are required anyway", { ...object, required: ["a", "b"], minProperties: 2 }],
    ["keys that start alike", { ...object, patternProperties: { "^x-": { type: "string" } } }],
    ["any item at all", { type: "array", contains: { type: "string" }, minContains: 0 }],
  ])("%s", async (_, schema) => {
    expect(await linesOf(schema)).toEqual([]);
  });
});
