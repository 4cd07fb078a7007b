import { describe, expect, it } from "vitest";
import { formatNames } from "../../src/checks/check-plan.js";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isStringFormat } from "../../src/schema/string-formats.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateFiles, generateText, importText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";

const options = { brands: true, formats: "assert" } as const;
const dateTime = { type: "string", format: "date-time" };
const uri = { type: "string", format: "uri" };

/** The types of the definitions, each on one line, and those of the brands. */
async function typesOf($defs: JsonObject, more: ModuleOptions = {}): Promise<Record<string, string>> {
  const text = await generateText({ $defs }, { ...options, runtime: [], documentation: false, ...more });
  const types = text
    .replaceAll(/\s+/g, " ")
    .matchAll(/export (?:type|interface) (\w+) =? ?(.*?)(?= export|$)/g);
  return Object.fromEntries(
    [...types].map(([, name = "", type = ""]) => [name, type.replace(/;? $|;$/, "")]),
  );
}

async function typeOf(schema: JsonValue, more: ModuleOptions = {}): Promise<string | undefined> {
  return (await typesOf({ A: schema }, more))["A"];
}

describe("`brands`", () => {
  it("types strings by their asserted format", async () => {
    expect(await typesOf({ A: dateTime, B: { type: "array", items: uri } })).toEqual({
      Root: "unknown",
      A: "DateTime",
      B: "Uri[]",
      DateTime: 'string & { readonly "~date-time": true }',
      Uri: 'string & { readonly "~uri": true }',
    });
  });

  it.each<[string, JsonValue, string]>([
    ["beside other types", { type: ["string", "null"], format: "uri" }, "Uri | null"],
    ["with further constraints", { ...uri, minLength: 3 }, "Uri"],
    ["by way of allOf", { allOf: [uri, { minLength: 3 }] }, "Uri"],
    ["of two formats", { allOf: [uri, { type: "string", format: "iri" }] }, "Iri & Uri"],
    [
      "of two formats, in an array",
      { items: { allOf: [uri, { format: "iri" }] }, type: "array" },
      "(Iri & Uri)[]",
    ],
    ["of either format", { anyOf: [uri, dateTime] }, "Uri | DateTime"],
    ["of a format or any", { anyOf: [uri, { type: "string" }] }, "string"],
    ["of a format or a literal", { anyOf: [uri, { const: "a" }] }, '"a" | Uri'],
    [
      "beside alternatives",
      { format: "uri", anyOf: [{ type: "string" }, { type: "number" }] },
      "number | Uri",
    ],
    [
      "beside a type that a branch states",
      { type: "string", anyOf: [{ format: "uri" }, { format: "iri" }] },
      "Iri | Uri",
    ],
    ["in a rest", { type: "array", items: uri, minItems: 1 }, "[Uri, ...Uri[]]"],
    ["but not of an enum", { ...uri, enum: ["a:b", "c:d"] }, '"a:b" | "c:d"'],
    ["but not of a constant", { ...uri, const: "a:b" }, '"a:b"'],
    ["but not of an enum elsewhere", { allOf: [uri, { enum: ["a:b"] }] }, '"a:b"'],
    ["but not where nothing tests the format", { type: "string", format: "nonsense" }, "string"],
    ["but not of a format of numbers", { type: "integer", format: "int32" }, "number"],
    ["but not where all types pass", { format: "uri" }, "unknown"],
    ["but not within a negation", { type: "string", not: { format: "uri" } }, "string"],
  ])("holds %s", async (_, schema, type) => {
    const parts = (text: string | undefined) => text?.split(/ ([|]) /).toSorted();
    expect(parts(await typeOf(schema))).toEqual(parts(type));
  });

  it("is off by default, and says in a note where a format is not asserted", async () => {
    expect(await typeOf(dateTime, { brands: false })).toBe("string");
    const input = { schema: { schema: { properties: { a: dateTime, b: dateTime, c: uri } } }, output: "out" };
    const told = async (more: ModuleOptions) =>
      (await generate({ inputs: [{ ...input, ...more }] })).diagnostics.filter(
        ({ code }) => code === "brand-missing",
      );
    const notes = await told({ brands: true });
    expect(notes.map(({ place }) => place?.pointer)).toEqual([
      "/properties/a/format",
      "/properties/c/format",
    ]);
    expect(notes[0]?.message).toBe('The format "date-time" is not asserted, so strings of it have no brand.');
    expect(await told({ brands: true, formats: "assert" })).toEqual([]);
    expect(await told({ brands: false })).toEqual([]);
    expect(await typeOf(dateTime, { formats: "annotate" })).toBe("string");
  });

  it("gives way to definitions and to globals of the language", async () => {
    const date = { type: "string", format: "date" };
    const types = await typesOf({ DateTime: dateTime, Uri: { type: "number" }, a: uri, b: date });
    expect(types).toMatchObject({
      DateTime: "DateTimeString",
      Uri: "number",
      A: "UriString",
      B: "DateString",
    });
    expect(Object.keys(types)).not.toContain("Date");
  });

  it("is called as the config says, and as it was published", async () => {
    const names = { "format:uri": "Link" };
    const text = await generateText({ $defs: { a: uri, DateTime: dateTime } }, { ...options, names });
    expect(text).toContain("export type A = Link;");
    expect(text).toContain("export function isLink(value: unknown): value is Link {");
    const files = await generateFiles({ $defs: { a: uri } }, options);
    expect(JSON.parse(files.get("schemist.manifest.json") ?? "")).toMatchObject({
      names: { "format:uri": "Uri" },
    });
  });

  it("knows every format of strings that guards test", () => {
    expect(formatNames.filter((name) => !isStringFormat(name))).toEqual([]);
    expect(isStringFormat("int32")).toBe(false);
  });
});

const schema: JsonObject = {
  type: "object",
  required: ["at"],
  properties: {
    at: dateTime,
    link: { anyOf: [uri, { type: "null" }] },
    both: { allOf: [uri, { format: "iri" }] },
  },
};

const agreement = `
import type { DateTime, Root, Uri } from "./index.js";
import { isDateTime, isRoot, isUri, parseRootOrThrow } from "./index.js";
export function read(value: unknown): string | undefined {
  if (!isRoot(value)) return undefined;
  const at: DateTime = value.at;
  const link: Uri | null | undefined = value.link;
  const text: string = link ?? at;
  return text.toUpperCase();
}
const plain: string = "2020-01-01T00:00:00Z";
// @ts-expect-error no guard has tested it
export const wrong: DateTime = plain;
// @ts-expect-error nor the literal
export const literal: Root = { at: "2020-01-01T00:00:00Z" };
export const right: Root | undefined = isDateTime(plain) ? { at: plain } : undefined;
// @ts-expect-error another format
export const other = (uri: Uri): DateTime => uri;
export const both = (root: Root): Uri | undefined => root.both;
export const root: Root = parseRootOrThrow("{}");
export const test = (value: unknown): Uri[] => (isUri(value) ? [value] : []);
`;

it.each(allCompilers)("brands compile, and guard and type agree, under %s", async (compiler) => {
  const files = new Map<string, string>();
  for (const layout of ["modules", "single-file"] as const) {
    const all = await generateFiles(schema, { ...options, layout, readonly: layout === "modules" });
    for (const [path, text] of all) if (path.endsWith(".ts")) files.set(`${layout}/${path}`, text);
    files.set(`${layout}/agreement.ts`, agreement);
  }
  expect(await typeCheck(compiler, files)).toBe("");
});

it("a brand's guard takes strings of its format alone, and its type leaves nothing at run time", async () => {
  const text = await generateText(schema, options);
  const exports = await importText(text);
  const isDateTime = exports["isDateTime"] as (value: unknown) => boolean;
  expect(["2020-01-01T00:00:00Z", "2020-01-01", "", 1, null].map(isDateTime)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(Object.keys(exports)).not.toContain("DateTime");
  expect(text.match(/~date-time/g)).toHaveLength(1);
});

it("a format of the user's own has a brand, and its function is the guard", async () => {
  const extensions = { module: "@example/rules", formats: { "order-number": "isOrderNumber" } };
  const text = await generateText({ type: "string", format: "order-number" }, { extensions, brands: true });
  expect(text).toContain("export type Root = OrderNumber;");
  expect(text).toContain('return typeof value === "string" && isOrderNumberExtension(value);');
});

it("both forms of a package have one and the same brand, and the index exports its guard", async () => {
  const files = await generateFiles(
    { anyOf: [schema, { type: "array", minItems: 1 }] },
    {
      ...options,
      layout: "modules",
      package: { name: "@example/event", version: "1.0.0" },
    },
  );
  const index = files.get("dist/index.js");
  expect(index).toMatch(/isDateTime/);
  const program = new Map([...files].filter(([path]) => /\.d\.c?ts$/.test(path)));
  program.set(
    "same.ts",
    `import type { DateTime as A } from "./dist/types.js";
import type { DateTime as B } from "./dist/types.cjs";
export const same = (value: A): B => value;\n`,
  );
  expect(await typeCheck("typescript", program)).toBe("");
});
