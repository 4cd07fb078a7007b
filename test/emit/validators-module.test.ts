import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { resolvePointer } from "../../src/pointer.js";
import type { Issue, Validation } from "./generate-module.js";
import { bodyOf, generateAll, generateRoot, generateText, importText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import { nested, oneTag } from "./union-schemas.js";

const $defs: JsonObject = {
  Text: { type: "string", minLength: 2 },
  Kind: { enum: ["a", "b", "c"] },
  "Odd / ~ name %41 ü": { type: "object", properties: { 'a/b~c %41 "#[]ü\ud800': { const: 1 } } },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/$defs/Tree" } }, name: { type: "string" } },
  },
  Never: false,
};

/** A value, and the issues that it has: pointer into the value, keyword, pointer into the definition `Root`. */
type Row = readonly [
  schema: JsonValue,
  value: unknown,
  issues: readonly (readonly [string, string, string])[],
];

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

const rows: readonly Row[] = [
  [{ type: "string" }, 1, [["", "type", "/type"]]],
  [{ type: ["string", "null"] }, 1, [["", "type", "/type"]]],
  [{ type: "integer" }, 1.5, [["", "type", "/type"]]],
  [{ const: 1 }, 2, [["", "const", "/const"]]],
  [{ enum: [1, 2] }, 3, [["", "enum", "/enum"]]],
  [
    { minimum: 3, exclusiveMinimum: 3, maximum: 1, exclusiveMaximum: 1, multipleOf: 2 },
    1,
    [
      ["", "minimum", "/minimum"],
      ["", "exclusiveMinimum", "/exclusiveMinimum"],
      ["", "exclusiveMaximum", "/exclusiveMaximum"],
      ["", "multipleOf", "/multipleOf"],
    ],
  ],
  [{ maximum: 1 }, 2, [["", "maximum", "/maximum"]]],
  [
    { minLength: 3, maxLength: 1, pattern: "^b" },
    "aa",
    [
      ["", "minLength", "/minLength"],
      ["", "maxLength", "/maxLength"],
      ["", "pattern", "/pattern"],
    ],
  ],
  [{ format: "date" }, "a", [["", "format", "/format"]]],
  [
    { minItems: 3, maxItems: 1, prefixItems: [{ type: "string" }], items: { minimum: 1 } },
    [1, 0],
    [
      ["", "minItems", "/minItems"],
      ["", "maxItems", "/maxItems"],
      ["/0", "type", "/prefixItems/0/type"],
      ["/1", "minimum", "/items/minimum"],
    ],
  ],
  [
    { prefixItems: [{}], items: false },
    [1, 2, 3],
    [
      ["/1", "items", "/items"],
      ["/2", "items", "/items"],
    ],
  ],
  [{ prefixItems: [false] }, [1], [["/0", "prefixItems", "/prefixItems/0"]]],
  [
    object({ a: { type: "string" }, b: false }, { required: ["c", "a"] }),
    { a: 1, b: 2 },
    [
      ["/a", "type", "/properties/a/type"],
      ["/b", "properties", "/properties/b"],
      ["", "required", "/required"],
    ],
  ],
  [
    object({ "a/b~c ü": { minimum: 1 } }),
    { "a/b~c ü": 0 },
    [["/a~1b~0c ü", "minimum", "/properties/a~1b~0c%20%C3%BC/minimum"]],
  ],
  [
    { patternProperties: { "^x/": { type: "string" } }, additionalProperties: { type: "number" } },
    { "x/a": 1, b: "b" },
    [
      ["/x~1a", "type", "/patternProperties/%5Ex~1/type"],
      ["/b", "type", "/additionalProperties/type"],
    ],
  ],
  [
    object({ a: true }, { additionalProperties: false }),
    { b: 1, c: 2 },
    [
      ["/b", "additionalProperties", "/additionalProperties"],
      ["/c", "additionalProperties", "/additionalProperties"],
    ],
  ],
  [
    { patternProperties: { "^x": false } },
    { x: 1 },
    [["/x", "patternProperties", "/patternProperties/%5Ex"]],
  ],
  [
    { allOf: [{ minimum: 3 }, { $ref: "#/$defs/Text" }, { allOf: [{ multipleOf: 2 }] }] },
    1,
    [
      ["", "minimum", "/allOf/0/minimum"],
      ["", "multipleOf", "/allOf/2/allOf/0/multipleOf"],
      ["", "type", "#/$defs/Text/type"],
    ],
  ],
  [
    object({ kind: { $ref: "#/$defs/Kind" } }, { allOf: [{ properties: { kind: { const: "b" } } }] }),
    { kind: "a" },
    [["/kind", "const", "/allOf/0/properties/kind/const"]],
  ],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, 1, [["", "anyOf", "/anyOf"]]],
  [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, [["", "oneOf", "/oneOf"]]],
  [
    { oneOf: [{ type: "null" }, object({ a: { type: "string" } })] },
    { a: 1 },
    [["/a", "type", "/oneOf/1/properties/a/type"]],
  ],
  [
    { anyOf: [{ type: "null" }, { type: "array", items: { type: "string" } }] },
    [1],
    [["/0", "type", "/anyOf/1/items/type"]],
  ],
  [
    {
      anyOf: [
        { type: "object", required: ["a"] },
        { type: "array", items: { type: "string" } },
      ],
    },
    [1],
    [["/0", "type", "/anyOf/1/items/type"]],
  ],
  [
    {
      anyOf: [
        { type: "object", required: ["a"] },
        { type: "array", items: { type: "string" } },
      ],
    },
    {},
    [["", "required", "/anyOf/0/required"]],
  ],
  [{ anyOf: [{ type: "object", required: ["a"] }, { type: "array" }] }, 1, [["", "anyOf", "/anyOf"]]],
  [{ anyOf: [{ type: "null" }, { $ref: "#/$defs/Text" }] }, 1, [["", "anyOf", "/anyOf"]]],
  [{ not: { minimum: 1 } }, 2, [["", "not", "/not"]]],
  [{ not: { type: "number" } }, 2, [["", "not", "/not"]]],
  [{ not: {} }, 2, [["", "not", "/not"]]],
  [{ $ref: "#/$defs/Text" }, "a", [["", "minLength", "#/$defs/Text/minLength"]]],
  [object({ a: { $ref: "#/$defs/Never" } }), { a: 1 }, [["/a", "properties", "/properties/a"]]],
  [
    { $ref: "#/$defs/Odd%20~1%20~0%20name%20%2541%20ü" },
    JSON.parse('{"a/b~c %41 \\"#[]ü\\ud800": 2}'),
    [
      [
        '/a~1b~0c %41 "#[]ü\ud800',
        "const",
        "#/$defs/OddName41%C3%9C/properties/a~1b~0c%20%2541%20%22%23%5B%5D%C3%BC\ud800/const",
      ],
    ],
  ],
  [
    { $ref: "#/$defs/Tree" },
    { children: [{ name: 1 }, { children: [{ name: null }] }] },
    [
      ["/children/0/name", "type", "#/$defs/Tree/properties/name/type"],
      ["/children/1/children/0/name", "type", "#/$defs/Tree/properties/name/type"],
    ],
  ],
  [{ type: "object", const: { a: 1 } }, { a: 2 }, [["", "const", "/const"]]],
  [{ minItems: 1 }, undefined, [["", "schema", ""]]],
  [{ type: "string", const: 1 }, 1, [["", "type", "/type"]]],
];

const packaged = { package: { name: "a", version: "1.0.0" }, formats: "assert" } as const;
const files = await generateAll(
  rows.map(([schema]) => ({ ...(schema as JsonObject), $defs })),
  packaged,
);
const modules = await Promise.all(files.map((each) => importText(each.get("src/index.ts") ?? "")));

const validateWith = (index: number, value: unknown): Validation =>
  (modules[index] as { readonly validateRoot: (value: unknown) => Validation }).validateRoot(value);

/** The schema's own pointer where it starts with `/`, and that of another definition where it starts with `#`. */
const inRoot = (pointer: string): string =>
  pointer.startsWith("#") ? `schema.json${pointer}` : `schema.json#/$defs/Root${pointer}`;

describe("issues", () => {
  it.each(rows.map(([schema, , issues], index) => [JSON.stringify(schema), index, issues] as const))(
    "of %s say where, and by which keyword",
    (_, index, wanted) => {
      const { issues = [] } = validateWith(index, rows[index]?.[1]);
      expect(issues.map(({ pointer, keyword, schema }) => [pointer, keyword, schema])).toEqual(
        wanted.map(([pointer, keyword, schema]) => [pointer, keyword, inRoot(schema)]),
      );
    },
  );

  it.each(rows.map(([schema], index) => [JSON.stringify(schema), index] as const))(
    "of %s lead to their keyword in the published schema",
    (_, index) => {
      const published = JSON.parse(files[index]?.get("schema.json") ?? "") as JsonValue;
      for (const { schema, keyword } of validateWith(index, rows[index]?.[1]).issues ?? []) {
        const [file, fragment = ""] = schema.split("#");
        expect(file).toBe("schema.json");
        const pointer = decodeFragment(fragment);
        expect(resolvePointer(published, pointer), schema).toBeDefined();
        if (keyword !== "schema") expect(pointer).toContain(`/${keyword}`);
      }
    },
  );
});

/** A lone surrogate has no percent-encoding, and so stands as it is. */
function decodeFragment(fragment: string): string {
  return fragment
    .split(/(\p{Cs})/u)
    .map((part) => (/^\p{Cs}$/u.test(part) ? part : decodeURIComponent(part)))
    .join("");
}

describe("issues of a tagged union", () => {
  const validate = async (schema: JsonObject, tags: string[], value: unknown): Promise<readonly Issue[]> => {
    const { validateRoot } = await generateRoot(schema, { unions: { Event: { tags } } });
    return validateRoot(value).issues ?? [];
  };
  const summary = ({ pointer, keyword, schema, expected }: Issue): unknown[] => [
    pointer,
    keyword,
    schema,
    expected,
  ];

  it("are those of the one variant that has the tag", async () => {
    const issues = await validate(oneTag, ["resource"], { id: "1", resource: "messages", text: 1 });
    expect(issues.map(summary)).toEqual([
      ["/text", "type", "schema.json#/$defs/Message/properties/text/type", "string"],
    ]);
  });

  it("list the tags that are known, and the nearest, where it is none of them", async () => {
    const issues = await validate(oneTag, ["resource"], { id: "1", resource: "mesages" });
    expect(issues.map(summary)).toEqual([
      ["/resource", "oneOf", "schema.json#/$defs/Event/oneOf", '"messages", "files"'],
    ]);
    expect(issues[0]?.message).toBe('must be one of "messages", "files"; did you mean "messages"?');
  });

  it("ask for the tag where there is none, by a variant that requires it", async () => {
    const issues = await validate(oneTag, ["resource"], { id: "1" });
    expect(issues.map(summary)).toEqual([
      ["", "required", "schema.json#/$defs/Message/required", "resource"],
    ]);
  });

  it("ask for an object", async () => {
    const issues = await validate(oneTag, ["resource"], "messages");
    expect(issues.map(summary)).toEqual([["", "oneOf", "schema.json#/$defs/Event/oneOf", "object"]]);
  });

  it.each([
    [{}, ["", "required", "schema.json#/$defs/A/required", "context"]],
    [{ context: 1 }, ["/context", "oneOf", "schema.json#/$defs/Event/oneOf", "object"]],
    [{ context: {} }, ["/context", "required", "schema.json#/$defs/A/properties/context/required", "type"]],
    [{ context: { type: "c" } }, ["/context/type", "oneOf", "schema.json#/$defs/Event/oneOf", '"a", "b"']],
  ])("stand on the way to a nested tag: %j", async (value, wanted) => {
    expect((await validate(nested, ["context.type"], value)).map(summary)).toEqual([wanted]);
  });
});

describe("a validator", () => {
  it("keeps 100 issues, or as many as it is told, or the first", async () => {
    const { validateRoot } = await generateRoot({
      items: { type: "string" },
      additionalProperties: { type: "string" },
    });
    const values = Array.from({ length: 200 }, (_, index) => index);
    const count = (value: unknown, options?: object): unknown => validateRoot(value, options).issues?.length;
    for (const value of [values, Object.fromEntries(values.map((each) => [`k${each}`, each]))]) {
      expect(count(value)).toBe(100);
      expect(count(value, { maxIssues: 3 })).toBe(3);
      expect(count(value, { failFast: true })).toBe(1);
    }
  });

  it("calls the validator of a definition that holds itself so that it ends", async () => {
    const { validateRoot, text } = await generateRoot({ $ref: "#/$defs/Tree", $defs });
    expect(bodyOf(text, "collectTree")).toContain(
      '{ children: { type: "array", items: { visit: collectTree } }, name: "string" }',
    );
    let deep: object = { name: 1 };
    for (let depth = 0; depth < 2000; depth++) deep = { children: [deep] };
    expect(validateRoot(deep).issues).toHaveLength(1);
  });

  it("looks no further than it is asked to, in a million bad rows", async () => {
    let looked = 0;
    const bad = Object.defineProperty({}, "a", { enumerable: true, get: () => (looked++, "b") });
    const { validateRoot } = await generateRoot({
      type: "object",
      properties: {
        list: { type: "array", items: object({ a: { type: "number" }, c: true }, { required: ["a", "c"] }) },
        map: { additionalProperties: { $ref: "#/properties/list/items" } },
      },
    });
    const rows: readonly unknown[] = new Array(1e6).fill(bad);
    const count = (value: unknown, options?: object): number =>
      validateRoot(value, options).issues?.length ?? 0;
    expect(count({ list: rows })).toBe(100);
    expect(count({ list: rows }, { maxIssues: 7 })).toBe(7);
    expect(count({ map: Object.assign({}, rows) }, { failFast: true })).toBe(1);
    expect(looked).toBeLessThan(1000);
  });

  it("compares what a condition leaves with nothing that it cannot be", async () => {
    const schema = {
      if: { properties: { a: true } },
      then: { not: { required: ["a"] } },
      else: { const: true },
    };
    const text = await generateText(schema);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  it("reads nothing of properties of which it asks the name alone", async () => {
    const text = await generateText({ propertyNames: { pattern: "^x-" } }, { exactOptional: true });
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  it("has parse and assert beside it", async () => {
    const { get } = await generateRoot({ type: "string" });
    expect(get("parseRoot")('"a"')).toEqual({ ok: true, value: "a" });
    expect(get("parseRoot")("1")).toMatchObject({ ok: false, issues: [{ keyword: "type" }] });
    expect(get("parseRoot")("{")).toMatchObject({ ok: false, issues: [{ keyword: "parse" }] });
    expect(get("parseRootOrThrow")('"a"')).toBe("a");
    expect(() => get("parseRootOrThrow")("1")).toThrow("must be string, but is number");
    expect(() => get("assertRoot")(1)).toThrow("must be string, but is number");
    expect(get("assertRoot")("a")).toBeUndefined();
  });

  it("says as data what data can say, and the rest as code", async () => {
    const { text } = await generateRoot({
      $ref: "#/$defs/Data",
      $defs: {
        Any: true,
        AnyName: { propertyNames: { type: "string" } },
        Data: {
          ...object(
            { a: { type: ["string", "null"] }, b: { propertyNames: { maxLength: 1 } } },
            { required: ["b"] },
          ),
          allOf: [{ properties: { c: { minimum: 1 } } }, { $ref: "#/$defs/Code" }],
        },
        Code: { propertyNames: { maxLength: 1 } },
      },
    });
    expect(bodyOf(text, "collectAny")).toBe('return { at: "/$defs/Any" };');
    expect(bodyOf(text, "collectAnyName")).toBe('return { at: "/$defs/AnyName" };');
    expect(bodyOf(text, "collectData")).toMatch(
      /^return \{ at: "\/\$defs\/Data", type: "object", required: \["b"\], properties: \{ a: "string \| null", b: \(value, path, issues\) => \{ .* \}, c: \{ at: "\/\$defs\/Data\/allOf\/0\/properties\/c", minimum: 1 \} \}, allOf: \[collectCode\] \};$/,
    );
    expect(bodyOf(text, "collectCode")).toContain('issues.add(at(path, key), "propertyNames", ');
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  it("is there once for each definition, and for no schema that nothing calls", async () => {
    const { text } = await generateRoot({
      oneOf: [
        { type: "object", required: ["a"] },
        { type: "object", required: ["b"] },
      ],
    });
    expect(text.match(/function \w*RootWith\w+\(/g)).toEqual([
      "function isRootWithA(",
      "function isRootWithB(",
    ]);
  });
});
