import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot, generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import type { Case } from "./verdicts.js";
import { tryCases } from "./verdicts.js";

const own = (json: string): unknown => JSON.parse(json);

const optional: JsonObject = { type: "object", properties: { a: { type: "string" } } };
const required: JsonObject = { ...optional, required: ["a"] };
const anything: JsonObject = { type: "object", required: ["a"] };
const forbidden: JsonObject = { type: "object", properties: { a: false } };

const always: readonly Case[] = [
  [optional, [{}, { a: "x" }, Object.create({ a: "x" })], [{ a: 1 }, { a: null }, Object.create({ a: 1 })]],
  [required, [{ a: "x" }, Object.assign(Object.create(null), { a: "x" })], [{}, { a: 1 }, { a: undefined }]],
  [anything, [{ a: null }, { a: 0 }], [{}]],
  [forbidden, [{}, { b: 1 }], [{ a: 1 }, { a: null }]],
  [{ type: "object", required: ["toString"] }, [{ toString: 1 }], [{}, Object.create(null)]],
  [
    { type: "object", required: ["constructor", "valueOf"] },
    [{ constructor: 1, valueOf: 2 }],
    [{ constructor: 1 }, {}],
  ],
  [
    { type: "object", properties: { toString: { type: "string" } } },
    [{}, { toString: "a" }, Object.create(null)],
    [{ toString: 1 }, { toString: () => "a" }],
  ],
  [
    own('{"type": "object", "required": ["__proto__"]}') as JsonObject,
    [own('{"__proto__": 1}')],
    [{}, { ["__proto"]: 1 }],
  ],
  [
    own('{"type": "object", "properties": {"__proto__": {"type": "string"}}}') as JsonObject,
    [{}, own('{"__proto__": "a"}'), Object.create({})],
    [own('{"__proto__": 1}'), own('{"__proto__": {}}')],
  ],
  [
    { type: "object", properties: { "a b": { const: 1 }, "": { const: 2 }, "a'\"`${}\\": { const: 3 } } },
    [{ "a b": 1, "": 2, "a'\"`${}\\": 3 }],
    [{ "a b": 2 }, { "": 1 }, { "a'\"`${}\\": 1 }],
  ],
  [
    {
      ...required,
      allOf: [{ properties: { a: { minLength: 2 } } }, { properties: { a: { enum: ["ab", "b"] } } }],
    },
    [{ a: "ab" }],
    [{ a: "b" }, { a: "abc" }],
  ],
];

const absent = [{ a: undefined }];
const textual: JsonObject = { type: "object", properties: { toString: { type: "string" } } };
const demanding: JsonObject = { type: "object", required: ["toString"] };

const undefinedIsAbsent: readonly Case[] = [
  [optional, absent, []],
  [forbidden, absent, []],
  [anything, [], absent],
  [textual, [{ toString: undefined }], []],
  [demanding, [], [{ toString: undefined }]],
];

const undefinedIsValue: readonly Case[] = [
  [optional, [], absent],
  [forbidden, [], absent],
  [anything, absent, []],
  [textual, [], [{ toString: undefined }]],
  [demanding, [{ toString: undefined }], []],
];

const plain = await tryCases([...always, ...undefinedIsAbsent]);
const exact = await tryCases([...always, ...undefinedIsValue], { exactOptional: true });

describe("an object", () => {
  it.each(plain)("by %s is what it should be, with undefined for absence", (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it.each(exact)(
    "by %s is what it should be with exactOptional, undefined being a value",
    (_, found, wanted) => {
      expect(found).toEqual(wanted);
    },
  );
});

describe("the expression", () => {
  const schema: JsonObject = {
    type: "object",
    required: ["a", "b", "toString"],
    properties: { a: { type: "string" }, b: {}, c: { type: "number" }, d: false },
  };

  it("asks for presence only where the value's own check does not", async () => {
    expect(bodyOf((await generateRoot(schema)).text, "isRoot")).toBe(
      'return isObject<keyof Root>(value) && typeof value.a === "string" && value.b !== undefined && ' +
        "isOptionalNumber(value.c) && value.d === undefined && " +
        'hasOwn(value, "toString") && value.toString !== undefined;',
    );
  });

  it("asks for the property itself where undefined is a value", async () => {
    expect(bodyOf((await generateRoot(schema, { exactOptional: true })).text, "isRoot")).toBe(
      'return isObject<keyof Root>(value) && typeof value.a === "string" && Reflect.has(value, "b") && ' +
        '(!Reflect.has(value, "c") || typeof value.c === "number") && !Reflect.has(value, "d") && hasOwn(value, "toString");',
    );
  });

  it("compares with the literals that all schemas of a property have", async () => {
    const { text } = await generateRoot({
      type: "object",
      properties: { kind: { enum: ["a", "b", "c"] } },
      allOf: [{ properties: { kind: { enum: ["c", "b"] } } }],
    });
    expect(bodyOf(text, "isRoot")).toBe(
      'return isObject<keyof Root>(value) && (value.kind === undefined || value.kind === "c" || value.kind === "b");',
    );
  });
});

describe("an object in an object", () => {
  const member = { type: "object", required: ["a", "b"], properties: { a: { type: "string" }, b: {} } };

  it("is read once, by a function that all that are alike share", async () => {
    const properties = { x: { properties: { m: member }, required: ["m"], type: "object" }, m: member };
    const { text } = await generateRoot({ type: "object", required: ["x", "m"], properties });
    expect(text.match(/^const isM\d* /gm)).toEqual(["const isM "]);
    expect(text.match(/isM\(value\.m\)/g)).toHaveLength(1);
  });
});

describe("values under one key", () => {
  it("are asked first for what leaves most types, so that nothing is read of a type that is left no more", async () => {
    const demanding = { properties: { a: { required: ["k"], minimum: 3 } } };
    const texts = await Promise.all(
      [{ enum: [1, 4] }, { type: "string" }, { type: ["number", "object"], required: ["b"] }].map((a) =>
        generateText({ properties: { a }, allOf: [demanding] }),
      ),
    );
    expect(await typeCheck("typescript", new Map(texts.map((text, index) => [`${index}.ts`, text])))).toBe(
      "",
    );
  });
});
