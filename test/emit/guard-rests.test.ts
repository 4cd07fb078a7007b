import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot } from "./generate-module.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const own = (json: string): unknown => JSON.parse(json);
const inherited = Object.create({ x: 1 }) as object;

const closed: JsonObject = { type: "object", properties: { a: {} }, additionalProperties: false };
const many = Object.fromEntries("abcdefgh".split("").map((key) => [key, true]));

const cases: readonly Case[] = [
  [
    closed,
    [{}, { a: 1 }, { b: undefined }, inherited],
    [{ b: 1 }, { a: 1, b: null }, own('{"__proto__": 1}')],
  ],
  [{ ...closed, properties: many }, [{ a: 1, h: 2 }], [{ i: 1 }, { toString: 1 }]],
  [
    { type: "object", additionalProperties: { type: "string" } },
    [{}, { x: "a" }, inherited],
    [{ x: 1 }, { x: undefined }, own('{"__proto__": 1}')],
  ],
  [
    { type: "object", properties: { a: { type: "number" } }, additionalProperties: { type: "string" } },
    [
      { a: 1, b: "b" },
      { a: undefined, b: "b" },
    ],
    [{ a: "a" }, { b: 1 }],
  ],
  [
    { type: "object", patternProperties: { "^x-": { type: "string" }, "-n$": { minLength: 2 } } },
    [{}, { "x-a": "a", y: 1 }, { "x-n": "ab" }],
    [{ "x-a": 1 }, { "x-n": "a" }],
  ],
  [
    { ...closed, patternProperties: { "^x-": { type: "string" } } },
    [{ a: 1, "x-b": "b" }, { y: undefined }],
    [{ "x-b": 1 }, { y: "a" }, { "x-b": undefined }],
  ],
  [
    {
      type: "object",
      patternProperties: { "^x-": { type: "string" } },
      additionalProperties: { type: "number" },
      properties: { b: { type: "boolean" } },
    },
    [{ b: true, "x-b": "b", y: 1 }],
    [{ b: 1 }, { "x-b": 1 }, { y: "a" }],
  ],
  [
    { type: "object", patternProperties: { "^x": false, "^y": true }, additionalProperties: { const: 1 } },
    [{ y: 2, z: 1 }, {}],
    [{ x: 1 }, { z: 2 }],
  ],
  [
    {
      type: "object",
      properties: { a: {} },
      allOf: [{ properties: { b: {} }, additionalProperties: false }],
    },
    [{ b: 1 }],
    [{ a: 1 }],
  ],
  [
    {
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: { type: "object", additionalProperties: false },
      },
    },
    [{ a: { b: {} } }],
    [{ a: { b: { c: 1 } } }, { a: { b: 1 } }, { a: 1 }],
  ],
];

const tried = await tryCases(cases);

describe("properties by pattern, and the others", () => {
  it.each(tried)("by %s are what they should be", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it("may not be undefined with exactOptional, where nothing else may be there", async () => {
    const options = { exactOptional: true };
    const plain = await generateRoot(closed, options);
    const patterned = await generateRoot({ ...closed, patternProperties: { "^x": {} } }, options);
    for (const { isRoot, validateRoot } of [plain, patterned]) {
      expect(isRoot({ b: undefined })).toBe(false);
      expect(validateRoot({ b: undefined }).issues).toMatchObject([
        { pointer: "/b", keyword: "additionalProperties" },
      ]);
    }
  });

  it("are looked at by a constant, so that nothing is made while they are checked", async () => {
    const { text } = await generateRoot({ ...closed, patternProperties: { "^x-": { type: "string" } } });
    expect(bodyOf(text, "isRoot")).toBe("return isObject(value) && everyOwnProperty(value, isRootProperty);");
    expect(text).toContain("const rootPattern = /^x-/u;");
  });

  it("are counted where nothing else may stand beside them, the optional ones where they are few", async () => {
    const { text } = await generateRoot({ ...closed, properties: { a: {}, b: {} }, required: ["b"] });
    expect(bodyOf(text, "isRoot")).toContain("hasAtMost(value, 1 + Number(value.a !== undefined))");
  });

  it("are compared with the names in their order where many are optional", async () => {
    const { text, isRoot } = await generateRoot({ ...closed, properties: many });
    expect(text).toContain('const rootKeys = ["a", "b", "c", "d", "e", "f", "g", "h"];');
    expect(bodyOf(text, "isRoot")).toBe("return isObject(value) && hasOnlyKeys(value, rootKeys);");
    const [backwards, other] = [
      { h: 1, c: 2, a: 3 },
      { a: 1, i: undefined },
    ];
    expect([backwards, other, { ...other, i: 1 }].map((value) => isRoot(value))).toEqual([true, true, false]);
  });

  it("have very many names in a set, which a bundler may leave out", async () => {
    const names = Array.from({ length: 101 }, (_, index): [string, boolean] => [`a${index}`, true]);
    const { text } = await generateRoot({ ...closed, properties: Object.fromEntries(names) });
    expect(text).toContain("const rootKeys = /* @__PURE__ */ new Set<string>([");
    expect(text).toContain("const isRootProperty = (key: string): boolean => rootKeys.has(key);");
  });

  it("are counted before what is dearer, and after what is cheaper", async () => {
    const child = { type: "array", items: { type: "string" } };
    const text = (
      await generateRoot({
        ...closed,
        properties: { a: child, b: { type: "string" } },
        required: ["a", "b"],
      })
    ).text;
    expect(bodyOf(text, "isRoot")).toMatch(
      /typeof value\.b.*hasAtMost\(value, 2\).*everyString\(value\.a\)/s,
    );
  });
});
