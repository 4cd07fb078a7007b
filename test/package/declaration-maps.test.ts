import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { Mapping, Position } from "../../src/package/source-map.js";
import { printSourceMap } from "../../src/package/source-map.js";
import type { ModuleOptions } from "../emit/generate-module.js";
import { generateFiles } from "../emit/generate-module.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits % 32) * 2 ** shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value % 2 === 1 ? -(value - 1) / 2 : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function decode(map: string): Mapping[] {
  const { mappings } = JSON.parse(map) as { mappings: string };
  let from: Position = { line: 0, column: 0 };
  return mappings.split(";").flatMap((line, index) => {
    let column = 0;
    return line.split(",").flatMap((segment): Mapping[] => {
      const [columns, source, lines = 0, sourceColumns = 0] = decodeNumbers(segment);
      if (columns === undefined) return [];
      column += columns;
      const at = { line: index, column };
      if (source === undefined) return [{ at, from: undefined }];
      from = { line: from.line + lines, column: from.column + sourceColumns };
      return [{ at, from }];
    });
  });
}

const position = (line: number, column: number): Position => ({ line, column });

it("encodes what a decoder reads", () => {
  const mappings: Mapping[] = [
    { at: position(0, 3), from: position(5, 0) },
    { at: position(0, 70_000), from: undefined },
    { at: position(3, 0), from: position(2, 16) },
    { at: position(3, 15), from: position(900, 15) },
  ];
  expect(decode(printSourceMap("a.d.ts", "../schema.json", mappings))).toEqual(mappings);
  const map: unknown = JSON.parse(
    printSourceMap("a.d.ts", "../schema.json", [{ at: position(0, 0), from: position(0, 16) }]),
  );
  expect(map).toEqual({
    version: 3,
    file: "a.d.ts",
    sourceRoot: "",
    sources: ["../schema.json"],
    names: [],
    mappings: "AAAgB",
  });
});

/** Each name of the declarations, with the way to where it leads: the keys above it that the schema's indentation shows. */
async function follow(schema: JsonObject, options: ModuleOptions = {}): Promise<string[]> {
  const files = await generateFiles(schema, {
    layout: "modules",
    format: "prettier",
    runtime: [],
    package: { name: "p", version: "1.0.0" },
    ...options,
  });
  const home = files.has("dist/types.d.ts") ? "types" : "index";
  const declared = files.get(`dist/${home}.d.ts`)?.split("\n") ?? [];
  const lines = files.get("schema.json")?.split("\n") ?? [];
  const mappings = decode(files.get(`dist/${home}.d.ts.map`) ?? "");
  expect(decode(files.get(`dist/${home}.d.cts.map`) ?? "")).toHaveLength(mappings.length);
  return mappings.flatMap(({ at, from }, index) => {
    if (index % 2 === 1) return [];
    const name = declared[at.line]?.slice(at.column, mappings[index + 1]?.at.column) ?? "";
    return `${name} ${from ? wayTo(lines, from) : "nowhere"}`;
  });
}

function wayTo(lines: readonly string[], { line, column }: Position): string {
  const keys: string[] = [];
  let indent = column + 1;
  for (const text of lines.slice(0, line + 1).reverse()) {
    const [, spaces = "", key = ""] = /^( *)(?:"(.*?)": |[[{])/.exec(text) ?? [];
    if (text.trim() === "" || /^ *[}\]]/.test(text) || spaces.length >= indent) continue;
    indent = spaces.length;
    keys.unshift(key);
  }
  return keys.join("/");
}

const text = { type: "string" };
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

describe("a name in a declaration leads to the schema", () => {
  it("of a type and its members, whatever they are called", async () => {
    expect(await follow(object({ plain: text, "a/b c": text }))).toEqual([
      "Root /$defs/Root",
      "plain /$defs/Root/properties/plain",
      '"a/b c" /$defs/Root/properties/a/b c',
    ]);
  });

  it("of what lies within, be it an item or a member", async () => {
    const inner = object({ deep: text });
    expect(await follow(object({ a: inner, b: { type: "array", items: object({ item: text }) } }))).toEqual([
      "Root /$defs/Root",
      "a /$defs/Root/properties/a",
      "deep /$defs/Root/properties/a/properties/deep",
      "b /$defs/Root/properties/b",
      "item /$defs/Root/properties/b/items/properties/item",
    ]);
  });

  it("of each branch its own", async () => {
    const choice = {
      anyOf: [object({ one: text, both: text }), object({ two: text, both: object({ inner: text }) })],
    };
    expect((await follow(object({ choice }))).slice(2)).toEqual([
      "one /$defs/Root/properties/choice/anyOf//properties/one",
      "both /$defs/Root/properties/choice/anyOf//properties/both",
      "two /$defs/Root/properties/choice/anyOf//properties/two",
      "both /$defs/Root/properties/choice/anyOf//properties/both",
      "inner /$defs/Root/properties/choice/anyOf//properties/both/properties/inner",
    ]);
  });

  it("of what another schema adds", async () => {
    const schema = {
      ...object({ own: text }),
      allOf: [{ $ref: "#/$defs/Base" }, object({ more: text })],
      $defs: { Base: object({ base: text }) },
    };
    const found = await follow(schema, { declarations: "type" });
    expect(found).toContain("more /$defs/Root/allOf//properties/more");
    expect(found).toContain("base /$defs/Base/properties/base");
  });

  it("in one file, too, and not where the schema does not have it", async () => {
    const found = await follow(object({ a: text }), { layout: "single-file", runtime: ["validators"] });
    expect(found).toContain("a /$defs/Root/properties/a");
    expect(found).toContain("pointer nowhere");
  });
});
