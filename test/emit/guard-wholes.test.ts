import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot, generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const bare = Object.assign(Object.create(null) as object, { a: 1 });

const cases: readonly Case[] = [
  [
    { type: "object", minProperties: 1, maxProperties: 2 },
    [{ a: 1 }, { a: 1, b: undefined, c: 2 }, bare],
    [{}, { a: undefined }, { a: 1, b: 2, c: 3 }],
  ],
  [{ minProperties: 2 }, ["a", [], { toString: 1, constructor: 2 }], [{ toString: 1 }]],
  [{ propertyNames: { minLength: 2 } }, [{}, { ab: 1 }, { a: undefined }, 1], [{ a: 1 }]],
  [{ propertyNames: { enum: ["a", 1, null] } }, [{ a: 1 }], [{ 1: 1 }, { null: 1 }]],
  [{ type: "object", propertyNames: false }, [{}], [{ a: 1 }]],
  [
    { type: "object", propertyNames: { $ref: "#/$defs/Key" }, $defs: { Key: { pattern: "^[a-z]+$" } } },
    [{ a: 1 }],
    [{ A: 1 }],
  ],
  [
    { dependentRequired: { a: ["b", "toString"] } },
    [{}, { b: 1 }, { a: undefined }, { a: 1, b: 1, toString: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
  ],
  [
    { type: "object", dependentSchemas: { a: { required: ["b"] }, "x y": false } },
    [{}, { a: 1, b: 1 }],
    [{ a: 1 }, { "x y": 1 }],
  ],
  [{ dependentSchemas: { a: { type: "string" } } }, ["a", {}], [{ a: 1 }]],
  [{ contains: { const: "a" } }, [["a"], ["b", "a"], "a"], [[], ["b"], new Array(2)]],
  [
    { type: "array", contains: { type: "number" }, minContains: 2, maxContains: 3 },
    [
      [1, 2],
      [1, "a", 2, 3],
    ],
    [[1], [1, 2, 3, 4]],
  ],
  [{ type: "array", contains: { type: "number" }, minContains: 0 }, [[], ["a"]], [{}]],
  [{ type: "array", contains: true, maxContains: 1 }, [[1]], [[], [1, 2]]],
  [{ type: "array", contains: false, minContains: 0, maxContains: 0 }, [[], [1]], [1]],
  [
    { type: "array", uniqueItems: true },
    [[], [1, true, "1"], [{ a: 1 }, { a: 2 }]],
    [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[0], [-0]],
    ],
  ],
  [
    { if: { type: "string" }, then: { minLength: 2 }, else: { type: "number" } },
    ["ab", 1],
    ["a", null, {}, undefined],
  ],
  [{ if: { const: "a" }, then: { enum: ["a", "b"] }, else: { enum: ["b", "c"] } }, ["a", "b", "c"], ["d", 1]],
  [{ if: { required: ["a"] }, then: { required: ["b"] } }, [{}, { a: 1, b: 2 }, 1], [{ a: 1 }]],
  [{ if: { required: ["a"] }, else: { required: ["b"] } }, [{ a: 1 }, { b: 1 }, 1], [{}]],
  [{ if: { required: ["a"] }, then: false }, [{}], [{ a: 1 }]],
  [
    { $ref: "#/$defs/A", $defs: { A: { contains: { $ref: "#/$defs/A", unevaluatedItems: false } } } },
    ["a", [1]],
    [[], [[]], [[[], []]]],
  ],
  [{ if: false, then: false, else: { type: "number" } }, [1], ["a"]],
  [{ items: { if: true, then: { type: "null" }, else: false } }, [[null]], [[1]]],
  [
    {
      type: "object",
      properties: { kind: true },
      oneOf: [
        { properties: { kind: { const: "circle" }, radius: { type: "number" } }, required: ["kind"] },
        { properties: { kind: { const: "square" }, side: { type: "number" } }, required: ["kind"] },
      ],
      unevaluatedProperties: false,
    },
    [{ kind: "circle", radius: 1 }, { kind: "square" }, { kind: "square", side: 1, other: undefined }],
    [
      { kind: "circle", side: 1 },
      { kind: "square", side: 1, other: 1 },
    ],
  ],
  [
    {
      type: "object",
      dependentSchemas: { a: { properties: { a: true, b: true } } },
      unevaluatedProperties: { type: "string" },
    },
    [{ a: 1, b: 1 }, { b: "b" }, { a: 1, c: "c" }],
    [{ b: 1 }, { a: 1, c: 1 }],
  ],
  [
    {
      type: "array",
      prefixItems: [true],
      anyOf: [{ prefixItems: [true, { const: 2 }] }, true],
      unevaluatedItems: { type: "string" },
    },
    [[], [1], [1, 2, "a"], [1, "b"]],
    [
      [1, 2, 3],
      [1, 3],
    ],
  ],
  [{ contains: { type: "number" }, unevaluatedItems: false }, [[1], [1, 2]], [[], [1, "a"], ["a"]]],
];

const tried = await tryCases(cases);

describe("objects, arrays and conditions as a whole", () => {
  it.each(tried)("%s", (_, found, wanted) => expect(found).toEqual(wanted));

  it("compile", async () => {
    const texts = await Promise.all(cases.map(([schema]) => generateText(schema)));
    expect(await typeCheck("typescript", new Map(texts.map((text, index) => [`${index}.ts`, text])))).toBe(
      "",
    );
    expect(
      await typeCheck("typescript-5.4", new Map(texts.map((text, index) => [`${index}.ts`, text]))),
    ).toBe("");
  });

  it("count properties of undefined where the options say so", async () => {
    const [exact] = await tryCases(
      [
        [
          { type: "object", maxProperties: 1, propertyNames: { minLength: 2 } },
          [{ ab: 1 }],
          [{ ab: 1, cd: undefined }, { a: undefined }],
        ],
      ],
      { exactOptional: true },
    );
    expect(exact?.[1]).toEqual(exact?.[2]);
  });
});

describe("what is emitted", () => {
  it("asks a value once what it has evaluated", async () => {
    const text = await generateText({
      type: "object",
      anyOf: [{ properties: { a: true }, required: ["a"] }, { properties: { b: true } }],
      unevaluatedProperties: false,
    });
    expect(text).toMatch(/matches1 = isRootWithA\(value\);\s+const matches2 = isRootWithB\(value\);/);
    expect(bodyOf(text, "isRoot")).toContain("everyProperty(value, evaluatedRootProperties(value))");
  });

  it("has no function where the schema alone decides what is evaluated", async () => {
    const text = await generateText({
      type: "object",
      allOf: [{ properties: { a: true } }],
      unevaluatedProperties: false,
    });
    expect(bodyOf(text, "isRoot")).toContain("hasAtMost(value, Number(value.a !== undefined))");
    expect(text).not.toContain("evaluatedRoot");
  });

  it("tests that parts are JSON, however deep they stand", async () => {
    const deepen = (depth: number): JsonObject =>
      depth === 0 ? { properties: { end: true } } : { properties: { a: deepen(depth - 1) } };
    const { isRoot } = await generateRoot(deepen(12));
    const nest = (depth: number, end: unknown): unknown => (depth === 0 ? end : { a: nest(depth - 1, end) });
    for (let depth = 0; depth <= 12; depth++) {
      expect(
        [nest(depth, 1), nest(depth, {}), nest(depth, () => 1), nest(depth, Symbol("s"))].map(isRoot),
      ).toEqual([true, true, false, false]);
    }
    const [contained] = await tryCases([
      [{ contains: { properties: { a: true } } }, [[1]], [[() => 1], new Array(1)]],
    ]);
    expect(contained?.[1]).toEqual(contained?.[2]);
  });

  it("does not test again that a value is JSON", async () => {
    const text = await generateText({ type: "object", if: { required: ["a"] }, then: { required: ["b"] } });
    expect(bodyOf(text, "isRootIf")).toBe('return !isObject<"a">(value) || value.a !== undefined;');
  });

  it("tells what is missing, too many, or not to be there, each at its place", async () => {
    const { validateRoot } = await generateRoot({
      type: "object",
      properties: {
        list: { type: "array", contains: { type: "number" }, maxContains: 1, uniqueItems: true },
      },
      dependentRequired: { a: ["b"] },
      propertyNames: { maxLength: 4 },
      minProperties: 4,
      unevaluatedProperties: false,
      anyOf: [{ properties: { a: true, c: true } }, { required: ["d"] }],
    });
    const { issues = [] } = validateRoot({ list: [1, 1], a: 1, "too long": 1 });
    expect(
      issues.map(({ pointer, keyword, schema, expected }) => [pointer, keyword, schema, expected]),
    ).toEqual([
      ["/list", "maxContains", "schema.json#/$defs/Root/properties/list/maxContains", "1"],
      ["/list", "uniqueItems", "schema.json#/$defs/Root/properties/list/uniqueItems", undefined],
      ["", "minProperties", "schema.json#/$defs/Root/minProperties", "4"],
      ["/too long", "propertyNames", "schema.json#/$defs/Root/propertyNames", undefined],
      ["", "dependentRequired", "schema.json#/$defs/Root/dependentRequired/a", "b"],
      ["/too long", "unevaluatedProperties", "schema.json#/$defs/Root/unevaluatedProperties", undefined],
    ]);
  });

  it("reports by the branch that a condition leads to", async () => {
    const { validateRoot } = await generateRoot({
      if: { properties: { kind: { const: "a" } }, required: ["kind"] },
      then: { required: ["a"] },
      else: { required: ["b"] },
    });
    const keywordsOf = (value: unknown) => validateRoot(value).issues?.map(({ schema }) => schema);
    expect(keywordsOf({ kind: "a" })).toEqual(["schema.json#/$defs/Root/then/required"]);
    expect(keywordsOf({})).toEqual(["schema.json#/$defs/Root/else/required"]);
  });
});
