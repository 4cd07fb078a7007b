import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findDisagreements } from "./agreement.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateFiles, generateRoots, generateText, importText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";

const open = { "x-typescript-open": true };
const status = { type: "string", enum: ["created", "updated"] };
const inline = { ...status, ...open };
const known = '"created" | "updated"';

async function typesOf($defs: JsonObject, more: ModuleOptions = {}): Promise<Record<string, string>> {
  const text = await generateText(
    { $defs },
    { runtime: [], documentation: false, declarations: "type", ...more },
  );
  const types = text.replaceAll(/\s+/g, " ").matchAll(/export type (\w+) = (.*?);(?= export|\s*$)/g);
  return Object.fromEntries([...types].map(([, name = "", type = ""]) => [name, type]));
}

async function typeOf(schema: JsonValue, more: ModuleOptions = {}): Promise<string | undefined> {
  return (await typesOf({ A: schema, Status: inline }, more))["A"];
}

async function diagnosticsOf(schema: JsonObject, more: ModuleOptions = {}): Promise<readonly Diagnostic[]> {
  return (await generate({ inputs: [{ schema: { schema }, output: "out", ...more }] })).diagnostics;
}

describe("the type of an open enum", () => {
  it.each<[string, JsonValue, string]>([
    ["within an object", { type: "object", properties: { a: inline } }, `{ a?: ${known} | (string & {}); }`],
    ["in an array", { type: "array", items: inline }, `(${known} | (string & {}))[]`],
    ["by name in an array", { type: "array", items: { $ref: "#/$defs/Status" } }, "Status[]"],
    ["with null", { anyOf: [inline, { type: "null" }] }, `${known} | (string & {}) | null`],
    ["by name with null", { anyOf: [{ $ref: "#/$defs/Status" }, { type: "null" }] }, "Status | null"],
    ["beside any string", { anyOf: [{ type: "string" }, inline] }, `${known} | (string & {})`],
    ["beside more known ones", { anyOf: [inline, { const: "c" }] }, `${known} | "c" | (string & {})`],
    ["with further constraints", { ...inline, minLength: 3 }, "KnownA | (string & {})"],
    ["by way of allOf", { allOf: [inline, { minLength: 3 }] }, `${known} | (string & {})`],
    ["beside a reference", { $ref: "#/$defs/Status", maxLength: 9 }, `${known} | (string & {})`],
    ["met with a closed one", { allOf: [inline, { enum: ["created", "other"] }] }, '"created" | "other"'],
    [
      "met with another",
      { allOf: [inline, { enum: ["a", "updated"], ...open }] },
      '"updated" | (string & {})',
    ],
    ["without what is refuted", { ...inline, not: { const: "created" } }, "KnownA | (string & {})"],
    [
      "as what keys hold",
      { type: "object", additionalProperties: inline },
      `{ [key: string]: ${known} | (string & {}); }`,
    ],
  ])("stands %s", async (_, schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });

  it("has a name for what is known, where it has one itself", async () => {
    const $defs = {
      Status: { enum: ["a", "b", null], ...open },
      KnownKind: {},
      Kind: { enum: ["c"], ...open },
      Other: { $ref: "#/$defs/Kind" },
      Money: { enum: ["d"], ...open, "x-typescript-type": { import: "./money.js", name: "Cash" } },
    };
    expect(await typesOf($defs)).toEqual({
      Root: "unknown",
      Status: "KnownStatus | (string & {}) | null",
      KnownStatus: '"a" | "b"',
      KnownKind: "unknown",
      Kind: "KindKnown | (string & {})",
      KindKnown: '"c"',
      Other: "Kind",
      Money: "Cash",
    });
  });

  it("remembers the name for what is known, and takes one from the config", async () => {
    const options = { layout: "modules", documentation: false } as const;
    const files = await generateFiles({ $defs: { Status: inline } }, options);
    const { names } = JSON.parse(files.get("schemist.manifest.json") ?? "") as { names: object };
    expect(names).toEqual({
      "schema.json#": "Root",
      "schema.json#/$defs/Status": "Status",
      "schema.json#/$defs/Status?known": "KnownStatus",
    });
    expect(
      await typesOf({ Status: inline }, { names: { "schema.json#/$defs/Status?known": "StatusWord" } }),
    ).toMatchObject({
      Status: "StatusWord | (string & {})",
      StatusWord: known,
    });
  });

  it("keeps what is known beside a brand", async () => {
    const uri = { type: "string", format: "uri", enum: ["a:b"], ...open };
    const options = { brands: true, formats: "assert" } as const;
    expect(await typeOf({ type: "array", items: uri }, options)).toBe('("a:b" | Uri)[]');
  });

  it("is ours where another printer prints", async () => {
    const options = { types: "json-schema-to-typescript", declarations: "interface" } as const;
    const A = { type: "object", properties: { a: inline, b: { $ref: "#/$defs/Status" } } };
    const text = await generateText({ $defs: { A, Status: inline } }, { ...options, runtime: [] });
    expect(text).toContain(`a?: (${known} | (string & {}))`);
    expect(text).toContain("b?: Status");
    expect(text).toContain("export type Status = KnownStatus | (string & {});");
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });
});

describe("an open enum", () => {
  it("is what the config calls so, and nothing is said of it", async () => {
    const unions = { Status: { open: true }, Alias: { open: true } };
    const $defs = { Status: status, Alias: { $ref: "#/$defs/Status" } };
    expect(await typesOf($defs, { unions })).toMatchObject({ Status: "KnownStatus | (string & {})" });
    const codes = (await diagnosticsOf({ $defs }, { unions })).map(({ code }) => code);
    expect(codes).toEqual([]);
  });

  it("is opened by an overlay", async () => {
    const actions = [{ target: "$['$defs'].Status", update: open }];
    const overlay = { overlay: "1.0.0", info: { title: "Open", version: "1" }, actions };
    const overlays = [overlay];
    expect(await typesOf({ Status: status }, { overlays })).toMatchObject({
      Status: "KnownStatus | (string & {})",
    });
  });

  it("is no tag of a closed union", async () => {
    const variant = (values: readonly string[]): JsonObject => ({
      type: "object",
      required: ["type"],
      properties: { type: { enum: values, ...open } },
    });
    const Event = { oneOf: [variant(["a"]), variant(["b"])] };
    const diagnostics = await diagnosticsOf({ $defs: { Event } }, { unions: { Event: { tags: ["type"] } } });
    expect(diagnostics.map(({ code }) => code)).toContain("union-tag-missing");
  });

  it("is none where the config says nothing or no", async () => {
    const diagnostics = await diagnosticsOf({ $defs: { Status: inline } }, { unions: { Status: {} } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["union-not-found"]);
  });

  it("says in its documentation that others may come", async () => {
    const Status = { ...inline, description: "What became of it." };
    const text = await generateText({ type: "object", properties: { a: inline }, $defs: { Status } });
    expect(text.match(/Other strings than those listed may come\./g)).toHaveLength(2);
    expect(text).toContain("/** Every `Status` that the schema lists. */");
    const closed = await generateText({ allOf: [inline, { enum: ["created"] }] });
    expect(closed).not.toContain("may come");
  });

  it("is published as any string, with what is known as examples", async () => {
    const Status = { ...inline, examples: ["updated", "gone"], minLength: 2 };
    const options = { package: { name: "@example/status", version: "1.0.0" }, layout: "modules" } as const;
    const files = await generateFiles({ $defs: { Status } }, options);
    const { $defs } = JSON.parse(files.get("schema.json") ?? "") as { $defs: Record<string, unknown> };
    expect($defs["Status"]).toEqual({
      type: "string",
      minLength: 2,
      examples: ["updated", "gone", "created"],
    });
  });
});

describe("the guards of an open enum", () => {
  const schema = {
    type: "object",
    properties: { a: { $ref: "#/$defs/Status" }, b: { ...inline, pattern: "^[a-z]+$" } },
    additionalProperties: { enum: ["x", null], ...open },
    $defs: { Status: inline, Wide: { enum: Array.from({ length: 30 }, (_, index) => `v${index}`), ...open } },
  };
  const accepted = [
    {},
    { a: "created" },
    { a: "archived" },
    { a: "" },
    { b: "new" },
    { c: "y" },
    { c: null },
  ];
  const refused = [{ a: null }, { a: 1 }, { b: "New" }, { c: 1 }, { c: ["x"] }];

  it("accept any string that the rest of the schema does, as the validators", async () => {
    const [root] = await generateRoots([schema]);
    for (const value of accepted) {
      expect([root?.isRoot(value), root?.validateRoot(value).ok]).toEqual([true, true]);
    }
    for (const value of refused) {
      expect([root?.isRoot(value), root?.validateRoot(value).ok]).toEqual([false, false]);
    }
    expect(root?.validateRoot({ a: 1 }).issues).toMatchObject([{ pointer: "/a", keyword: "type" }]);
  });

  it("tell apart what is known", async () => {
    const exports = await importText(await generateText(schema));
    const judge = (name: string, values: readonly unknown[]): boolean[] =>
      values.map(exports[name] as (value: unknown) => boolean);
    expect(judge("isStatus", ["created", "gone", "", null])).toEqual([true, true, true, false]);
    expect(judge("isKnownStatus", ["created", "gone", "", null])).toEqual([true, false, false, false]);
    expect(judge("isKnownWide", ["v0", "v29", "v30", undefined])).toEqual([true, true, false, false]);
  });

  it.each(["infer", "exact"] as const)(
    "refuse nothing that they do while it is closed, untyped: %s",
    async (untyped) => {
      const reference = { $ref: "#/$defs/Status" };
      const tests: readonly JsonObject[] = [
        { properties: { a: { not: reference } } },
        { if: { properties: { a: reference } }, then: { required: ["b"] } },
        { if: { properties: { a: reference } }, else: { required: ["b"] } },
        {
          properties: { a: { enum: ["gone", "created", 1] } },
          not: { required: ["b"], properties: { b: inline } },
        },
        { properties: { a: { anyOf: [reference, { type: "number" }] }, b: { not: { not: reference } } } },
      ];
      const schemas = tests.flatMap((schema): JsonObject[] => [
        { ...schema, $defs: { Status: status } },
        { ...schema, $defs: { Status: inline } },
      ]);
      const words = ["created", "gone", 1, undefined];
      const values = words.flatMap((one) => words.map((other) => ({ a: one, b: other })));
      const plain = JSON.parse(JSON.stringify(values)) as JsonObject[];
      const roots = await generateRoots(schemas, { untyped });
      const verdicts = roots.map(({ isRoot }) => plain.map(isRoot));
      for (const [index] of tests.entries()) {
        const [closed = [], opened = []] = verdicts.slice(2 * index);
        expect(closed.filter((isValid, at) => isValid && !opened[at])).toEqual([]);
        expect(closed).toContain(true);
        expect(closed).toContain(false);
      }
      const acceptances = schemas.flatMap((_, index) =>
        plain.flatMap((value, at) =>
          verdicts[index]?.[at]
            ? [
                {
                  name: `${index} ${JSON.stringify(value)}`,
                  text: roots[index]?.text ?? "",
                  type: "Root",
                  value,
                },
              ]
            : [],
        ),
      );
      expect(findDisagreements(acceptances).refused).toEqual([]);
    },
  );

  it("agree with the types", async () => {
    const text = await generateText(schema);
    const acceptances = accepted.map((value) => ({ name: JSON.stringify(value), text, type: "Root", value }));
    expect(findDisagreements(acceptances)).toEqual({ refused: [], weak: [] });
  });

  it("leave a constant object and an array of what is known with `enums: const`", async () => {
    const $defs = { Status: inline, Nullable: { enum: ["a", null], ...open } };
    const text = await generateText({ $defs }, { enums: "const", documentation: false });
    expect(text).toContain('export const Status = { Created: "created", Updated: "updated" } as const;');
    expect(text).toContain('export const statusValues: readonly KnownStatus[] = ["created", "updated"];');
    expect(text).toContain("export type Status = KnownStatus | (string & {});");
    expect(text).not.toContain("nullableValues");
    const files = await generateFiles({ $defs }, { enums: "const", layout: "modules" });
    const sources = new Map([...files].filter(([path]) => path.endsWith(".ts")));
    expect(await typeCheck("typescript", sources)).toBe("");
  });
});

const agreement = `
import type { Root, Status } from "./index.js";
import { isKnownStatus, isStatus } from "./index.js";
export const known: Status = "created";
export const other: Status = "archived";
// @ts-expect-error no string
export const number: Status = 1;
export const root: Root = { a: "new", all: ["updated", "other"] };
export function read(value: unknown): string {
  if (!isStatus(value)) return "";
  if (!isKnownStatus(value)) return value.toUpperCase();
  switch (value) {
    case "created":
      return value satisfies "created";
    case "updated":
      return value satisfies "updated";
  }
}
export function tell(value: Status): "created" | "updated" | undefined {
  return isKnownStatus(value) ? value : undefined;
}
`;

it.each(allCompilers)("open enums compile, and guard and type agree, under %s", async (compiler) => {
  const schema = {
    type: "object",
    properties: {
      a: { $ref: "#/$defs/Status" },
      all: { type: "array", items: { $ref: "#/$defs/Status" }, minItems: 1, maxItems: 3 },
      either: { oneOf: [{ type: "number" }, inline] },
      // Makes functions that are not exported, so that the index names what is.
      inner: {
        anyOf: [
          { type: "object", required: ["a"] },
          { type: "object", required: ["b"] },
        ],
      },
    },
    $defs: { Status: inline },
  };
  const files = new Map<string, string>();
  const variants = { single: {}, modules: { layout: "modules", readonly: true, enums: "const" } } as const;
  for (const [folder, options] of Object.entries(variants)) {
    const generated = await generateFiles(schema, options);
    expect(generated.get("index.ts")).toMatch(/\bisKnownStatus\b/);
    for (const [path, text] of generated) {
      if (path.endsWith(".ts")) files.set(`${folder}/${path}`, text);
    }
    files.set(`${folder}/agreement.ts`, agreement);
  }
  expect(await typeCheck(compiler, files)).toBe("");
});
