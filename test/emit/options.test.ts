import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateRoot, generateText, importRoot } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";

const strings = { type: "array", items: { type: "string" } };
const variant = (kind: string): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: kind }, parts: strings },
});

/** Objects, arrays and tuples in every position that a type has. */
const positions: JsonObject = {
  type: "object",
  required: ["tuple", "literal"],
  properties: {
    tuple: { type: "array", prefixItems: [{ type: "string" }, { ...strings, items: strings }], minItems: 1 },
    bounded: { ...strings, minItems: 1, maxItems: 3 },
    nested: {
      type: "array",
      items: { type: "array", items: { type: "array", items: { enum: ["a", "b"] } } },
    },
    literal: { const: { a: [1, { b: ["x"] }], c: { d: "x" } } },
    literals: { enum: [[1, [2]], { a: ["y"] }, "x"] },
    alternatives: {
      anyOf: [
        { type: "array", items: { type: "object", required: ["x"], properties: { x: strings } } },
        { type: "object", required: ["q"], properties: { q: strings }, additionalProperties: strings },
      ],
    },
    anyArray: { type: "array" },
    anyObject: { type: "object" },
    forbidden: { type: "object", properties: { x: false, y: { type: "string" } } },
    names: { type: "object", propertyNames: { pattern: "^[a-z]+$" } },
    patterns: { type: "object", patternProperties: { "^x-": strings }, additionalProperties: false },
    mixed: { type: ["array", "string"], items: { $ref: "#/$defs/List" } },
    union: { $ref: "#/$defs/Union" },
  },
  $defs: {
    List: { type: "array", items: { $ref: "#/$defs/Literal" } },
    Literal: { const: [1, [2, { a: [3] }]] },
    Union: { oneOf: [variant("a"), { $ref: "#/$defs/Other" }] },
    Other: variant("b"),
  },
};

const valid = {
  tuple: ["a", [["b"]]],
  bounded: ["a"],
  nested: [[["a"]]],
  literal: { a: [1, { b: ["x"] }], c: { d: "x" } },
  literals: [1, [2]],
  alternatives: { q: ["a"], other: ["b"] },
  anyArray: [1],
  anyObject: { a: 1 },
  patterns: { "x-a": ["b"] },
  mixed: [[[1, [2, { a: [3] }]]]],
  union: { kind: "b", parts: ["a"] },
};

/** Compares a type with itself made readonly at any depth: they are one type where all of it is readonly. */
const agreement = (isReadonly: boolean): string => `
import type { ${["Root", "List", "Literal", "Union", "Other"].join(", ")} } from "./index.js";
import { isRoot, parseRootOrThrow } from "./index.js";
type Scalar = string | number | boolean | null | undefined;
type Frozen<T> = unknown extends T ? T : T extends Scalar ? T : { readonly [K in keyof T]: Frozen<T[K]> };
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type All = { root: Root; list: List; literal: Literal; union: Union; other: Other };
type AreFrozen = { [K in keyof All]: Equal<{ a: All[K] }, { a: Frozen<All[K]> }> };
export const areFrozen: AreFrozen = {
  root: ${isReadonly}, list: ${isReadonly}, literal: ${isReadonly}, union: ${isReadonly}, other: ${isReadonly},
};
export function narrow(value: unknown): Root {
  if (isRoot(value)) return value;
  return parseRootOrThrow("{}");
}
`;

const combinations: ModuleOptions[] = ([true, false] as const).flatMap((readonly) =>
  (["interface", "type"] as const).flatMap((declarations) =>
    ([true, false] as const).map((exactOptional) => ({ readonly, declarations, exactOptional })),
  ),
);

function hasAny(text: string): boolean {
  const seek = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword ||
    (ts.forEachChild(node, (child) => seek(child) || undefined) ?? false);
  return seek(ts.createSourceFile("index.ts", text, ts.ScriptTarget.ESNext));
}

const unions = { Union: { tags: ["kind"], open: true } };

describe("`readonly`, `declarations` and `exactOptional`", () => {
  const texts = Promise.all(combinations.map((options) => generateText(positions, { ...options, unions })));

  it.each(allCompilers)("hold in every position, in each combination, under %s", async (compiler) => {
    const files = new Map<string, string>();
    for (const [index, text] of (await texts).entries()) {
      files.set(`${index}/index.ts`, text);
      files.set(`${index}/agreement.ts`, agreement(combinations[index]?.readonly === true));
    }
    expect(await typeCheck(compiler, files)).toBe("");
    expect(await typeCheck(compiler, files, ["exactOptionalPropertyTypes"])).toBe("");
  });

  it("leave the guard's verdict to `exactOptional` alone", async () => {
    for (const [index, options] of combinations.entries()) {
      const { isRoot, validateRoot } = await importRoot((await texts)[index] ?? "");
      expect(isRoot(valid)).toBe(true);
      const absent = [
        { ...valid, bounded: undefined },
        { ...valid, union: { kind: "b", parts: undefined } },
        { ...valid, names: undefined },
        { ...valid, alternatives: [{ x: ["a"] }], mixed: undefined },
      ];
      for (const value of absent) {
        expect([value, isRoot(value)]).toEqual([value, options.exactOptional === false]);
        expect(validateRoot(value).ok).toBe(isRoot(value));
      }
      // What an index signature types is never undefined, and neither is what must be there.
      for (const part of [{ patterns: { "x-a": undefined } }, { tuple: [undefined] }, { tuple: undefined }]) {
        expect(isRoot({ ...valid, ...part })).toBe(false);
      }
    }
  });

  it("tell a forbidden property that is undefined from one that is absent with `exactOptional`", async () => {
    for (const exactOptional of [true, false]) {
      const { isRoot, validateRoot } = await generateRoot(positions, { exactOptional });
      for (const [forbidden, isValid] of [
        [{ y: "a" }, true],
        [{ x: 1, y: "a" }, false],
        [{ x: undefined, y: "a" }, !exactOptional],
        [{ y: undefined }, !exactOptional],
      ] as const) {
        expect(isRoot({ ...valid, forbidden })).toBe(isValid);
        expect(validateRoot({ ...valid, forbidden }).ok).toBe(isValid);
      }
    }
  });

  it("count a name whose value is undefined only with `exactOptional`", async () => {
    for (const exactOptional of [true, false]) {
      const { isRoot, validateRoot } = await generateRoot(positions, { exactOptional });
      for (const [names, isValid] of [
        [{ a: 1 }, true],
        [{ A: 1 }, false],
        [{ A: undefined }, !exactOptional],
      ] as const) {
        expect(isRoot({ ...valid, names })).toBe(isValid);
        expect(validateRoot({ ...valid, names }).ok).toBe(isValid);
      }
    }
  });

  it("never print `any`", async () => {
    for (const text of await texts) expect(hasAny(text)).toBe(false);
    expect(hasAny("export type A = (any | string)[];")).toBe(true);
  });
});
