import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateFiles, generateText, importText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";

const schema: JsonObject = {
  type: "object",
  properties: { color: { $ref: "#/$defs/Color" }, inline: { enum: ["a", "b"] } },
  $defs: {
    Color: { description: "A color.", type: "string", enum: ["red", "dark-blue", 1] },
    "http-status": { enum: [404, -1, "proto", "__proto__", "+1"] },
    Nullable: { enum: ["a", null] },
    Single: { const: "a" },
    Alias: { $ref: "#/$defs/Color" },
    Titled: { oneOf: [{ const: "x", title: "X" }, { const: "y" }] },
    Error: { enum: ["fatal"] },
    Named: { type: "object", properties: { colorValues: {} } },
  },
};
const options = { enums: "const" } as const;

describe("`enums: const`", () => {
  it("gives named enums an object and an array, and nothing to what is none or has no name", async () => {
    const text = await generateText(schema, { ...options, documentation: false });
    expect([...text.matchAll(/^export const .*/gm)].map(([line]) => line)).toEqual([
      'export const Color = { Red: "red", DarkBlue: "dark-blue" } as const;',
      'export const colorValues: readonly Color[] = ["red", "dark-blue"];',
      'export const HttpStatus = { "404": 404, "-1": -1, Proto: "proto", ["__proto__"]: "__proto__", "+1": "+1" } as const;',
      'export const httpStatusValues: readonly HttpStatus[] = [404, -1, "proto", "__proto__", "+1"];',
      'export const Titled = { X: "x", Y: "y" } as const;',
      'export const titledValues: readonly Titled[] = ["x", "y"];',
      'export const ErrorEnum = { Fatal: "fatal" } as const;',
      'export const errorValues: readonly Error[] = ["fatal"];',
    ]);
    expect(text).toContain('export type Color = "red" | "dark-blue";');
  });

  it("is off by default", async () => {
    expect(await generateText(schema)).not.toMatch(/^export const/m);
  });

  it("gives way where a definition has the array's name", async () => {
    const $defs = { Color: { enum: ["a"] }, colorValues: { enum: ["b"] }, ColorValue: {} };
    const text = await generateText({ $defs }, { ...options, names: { colorValues: "colorValues" } });
    expect(text).toContain('export type colorValues = "b";');
    expect(text).toMatch(/^export const colorValues_\w+: readonly Color\[\] = \["a"\];/m);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  it("puts types with a constant of their name into a module of their own", async () => {
    const files = await generateFiles(schema, { ...options, layout: "modules" });
    expect([...files.keys()].slice(0, 4)).toEqual(["runtime.ts", "types.ts", "enums.ts", "guards.ts"]);
    expect(files.get("types.ts")).toContain('import type { Color } from "./enums.js";');
    expect(files.get("types.ts")).not.toMatch(/^import \{/m);
    expect(files.get("enums.ts")).not.toMatch(/^import/m);
    expect(files.get("guards.ts")).toMatch(/^import type \{ Color,.* \} from ".\/enums.js";/m);
    expect(files.get("index.ts")).toContain('export * from "./enums.js";');
  });

  it("leaves no module of types where all are enums", async () => {
    const files = await generateFiles({ enum: ["a"] }, { ...options, layout: "modules" });
    expect([...files.keys()]).not.toContain("types.ts");
    const sources = new Map([...files].filter(([path]) => path.endsWith(".ts")));
    expect(await typeCheck("typescript", sources)).toBe("");
  });
});

const agreement = `
import type { Root } from "./index.js";
import { Color, colorValues, ErrorEnum, HttpStatus, httpStatusValues, isColor } from "./index.js";
const red: Color = Color.Red;
const blue: Color = "dark-blue";
// @ts-expect-error no value of the enum
const green: Color = "green";
export const root: Root = { color: Color.DarkBlue };
type Equal<A, B> = [A, B] extends [B, A] ? true : false;
export const isWhole: Equal<Color, (typeof Color)[keyof typeof Color]> = true;
export const isWholeToo: Equal<HttpStatus, (typeof HttpStatus)[keyof typeof HttpStatus]> = true;
export const status: 404 = HttpStatus["404"];
export const other: "__proto__" = HttpStatus["__proto__"];
export function read(value: unknown): Color | undefined {
  return isColor(value) ? value : [red, blue, green, ...colorValues][0];
}
export const all: readonly HttpStatus[] = httpStatusValues;
export const fatal: "fatal" = ErrorEnum.Fatal;
`;

it.each(allCompilers)(
  "enums with constants compile, and guard and type agree, under %s",
  async (compiler) => {
    const [single, modules] = await Promise.all([
      generateFiles(schema, options),
      generateFiles(schema, { ...options, layout: "modules", readonly: true, declarations: "type" }),
    ]);
    const files = new Map<string, string>();
    for (const [folder, all] of Object.entries({ single, modules })) {
      for (const [path, text] of all) if (path.endsWith(".ts")) files.set(`${folder}/${path}`, text);
      files.set(`${folder}/agreement.ts`, agreement);
    }
    expect(await typeCheck(compiler, files)).toBe("");
  },
);

it("every value of the arrays and the objects passes the guard, and nothing else", async () => {
  const exports = await importText(await generateText(schema, options));
  const guard = (name: string) => exports[name] as (value: unknown) => boolean;
  for (const [object, values, name] of [
    ["Color", "colorValues", "isColor"],
    ["HttpStatus", "httpStatusValues", "isHttpStatus"],
    ["ErrorEnum", "errorValues", "isError"],
  ] as const) {
    const all = exports[values] as readonly unknown[];
    expect(all.every(guard(name))).toBe(true);
    expect(new Set(Object.values(exports[object] as object))).toEqual(new Set(all));
    expect([null, "", 1, "Red", undefined].some(guard(name))).toBe(false);
  }
});

it("a package exports the constants in both forms, with declarations", async () => {
  const files = await generateFiles(schema, {
    ...options,
    layout: "modules",
    package: { name: "@example/colors", version: "1.0.0" },
  });
  expect(files.get("dist/enums.js")).toContain("export const Color = {");
  expect(files.get("dist/enums.cjs")).toContain("exports.Color = {");
  expect(files.get("dist/enums.d.ts")).toMatch(/export const Color: \{/);
  expect(files.get("dist/index.d.cts")).toContain('export * from "./enums.cjs"');
  expect(files.get("dist/types.d.cts")).toContain('import type { Color } from "./enums.cjs"');
  const declarations = new Map([...files].filter(([path]) => path.endsWith(".d.ts")));
  expect(await typeCheck("typescript", declarations)).toBe("");
});
