import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { fixturesFolder, readFixtureCase } from "../fixtures/fixture-case.js";
import { importText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";

const file = fileURLToPath(new URL("hostile/hostile.schema.json", fixturesFolder));
const schema = JSON.parse(readFileSync(file, "utf8")) as JsonObject & {
  readonly $defs: Record<string, JsonObject>;
};

/** What a definition adds to the exports; its type may have a `_` before it that makes it an identifier. */
const helpersOf = (type: string): string[][] =>
  [type, type.replace(/^_/, "")].map((name) => [
    ...[`is${name}`, `assert${name}`, `validate${name}`],
    ...[`parse${name}`, `parse${name}OrThrow`],
  ]);

describe("the hostile fixture", () => {
  let text: string;
  let exports: Readonly<Record<string, unknown>>;
  let types: readonly string[];
  const globals = Object.getOwnPropertyNames(globalThis);

  beforeAll(async () => {
    const { files } = await generate({
      inputs: [{ schema: file, name: "Hostile", output: "hostile", layout: "single-file", format: false }],
    });
    const find = (path: string): string => files.find((each) => each.path === path)?.text ?? "";
    text = find("index.ts");
    // The manifest also remembers the names of inline schemas, which have a type and a guard alone.
    const { names } = JSON.parse(find("schemist.manifest.json")) as { names: Record<string, string> };
    types = Object.entries(names)
      .filter(([key]) => /#(\/\$defs\/[^/]*)?$/.test(key))
      .map(([, name]) => name);
    exports = await importText(text);
  });

  it("exports the helpers of each definition", () => {
    const isComplete = (type: string): boolean =>
      helpersOf(type).some((names) => names.every((name) => typeof exports[name] === "function"));
    expect(types.length).toBe(Object.keys(schema.$defs).length + 1);
    expect(types.filter((type) => !isComplete(type))).toEqual([]);
  });

  it("exports those of its union, guards of what is named within, and nothing else", () => {
    const known = new Set([...types.flatMap(helpersOf).flat(), "ValidationError", "isValidationError"]);
    const others = Object.keys(exports).filter((name) => !known.has(name));
    const declared = new Set(
      [...text.matchAll(/^export (?:interface|type) ([\w$]+)/gm)].map(([, name]) => `is${name}`),
    );
    const constructors = [...text.matchAll(/^export function ([\w$]+)\(fields: Untagged</gm)];
    expect(constructors.map(([, name]) => name)).toEqual(expect.arrayContaining(["constructor", "proto"]));
    const made = new Set(constructors.map(([, name]) => name));
    const schemas = new Set(
      [...text.matchAll(/^export const ([^\s:]+): StandardSchema</gm)].map(([, name]) => name),
    );
    expect(schemas.size).toBe(types.length);
    const union = /^(is|match|create|emit)?HostileUnion\w*$/i;
    const isExpected = (name: string): boolean =>
      [declared, made, schemas].some((names) => names.has(name)) || union.test(name);
    expect(others.filter((name) => !isExpected(name))).toEqual([]);
  });

  it("makes no global", () => {
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(globals);
    expect("pwned" in globalThis).toBe(false);
    expect("pwned" in exports).toBe(false);
  });

  it("holds neither eval nor Function nor any", () => {
    expect(text).not.toMatch(/\beval\b|\bFunction\(|: any\b|<any>|as any\b/);
  });

  it("compiles", async () => {
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  const { valid, invalid } = readFixtureCase("hostile");

  it.each([...valid])("reads the keys and literals of %s back", (_, payload) => {
    expect((exports["isHostile"] as (value: JsonValue) => boolean)(payload)).toBe(true);
  });

  it.each([...invalid])("refuses %s", (_, { payload }) => {
    expect((exports["isHostile"] as (value: JsonValue) => boolean)(payload)).toBe(false);
  });

  it("accepts every text and pattern as it stands in the schema", () => {
    const { enum: texts } = schema.$defs["HostileText"] as { enum: string[] };
    const isText = exports["isHostileText"] as (value: unknown) => boolean;
    expect(texts.filter((each) => !isText(each))).toEqual([]);
    expect(texts.filter((each) => isText(`${each}x`))).toEqual([]);
  });
});
