import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "prettier";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { layOutJson } from "../../src/format/layout/lay-out-json.js";
import { layOutSource } from "../../src/format/layout/lay-out-source.js";
import type { LayoutOptions } from "../../src/format/layout/options.js";
import { readLayoutOptions } from "../../src/format/layout-options.js";
import { LayoutShapes } from "../../src/format/layout-shapes.js";
import { generate } from "../../src/generate.js";
import { plainOptions } from "../emit/generate-module.js";
import { randomSchema } from "../emit/random-schemas.js";

const seed = Number(process.env["SEED"] ?? 1);
const runs = Number(process.env["RUNS"] ?? 12);

const styles: readonly Options[] = [
  {},
  { printWidth: 100 },
  { printWidth: 110, singleQuote: true, bracketSpacing: false },
  { printWidth: 40, useTabs: true, trailingComma: "none" },
  { printWidth: 60, tabWidth: 4, trailingComma: "es5", objectWrap: "collapse", quoteProps: "preserve" },
];

function readOptions(style: Options): LayoutOptions {
  const options = readLayoutOptions(style);
  if (!options) throw new Error("This style is not known.");
  return options;
}

/** Our layout and Prettier's. */
async function layOutBoth(text: string, style: Options): Promise<[string | undefined, string]> {
  const own = layOutSource(text, readOptions(style));
  return [own, (await format(text, { ...style, parser: "typescript", filepath: "index.ts" })).trim()];
}

function listFiles(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(end) && !path.includes("dist/"))
    .map((path) => join(folder, path));
}

const constructs = [
  "const a = aaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbb(ccccccccccccccccc).dddddddddddddd(eeeeeeeeeee).ffffffff((g) => { return g; });",
  "const nested = first ? second ? { a: 1, b: [1, 2, 3] } : undefined : third === 'x' ? fourthfourthfourth : fifthfifthfifthfifth;",
  "type Deep = A extends readonly [infer B, ...infer C] ? B extends string ? C : never : (typeof table)[number] | (keyof D)[];",
  "type Part<A, B> = A extends infer C extends (B | 'long enough to be broken over lines') & Other<B> ? C : A & B;",
  "function f() { if (!(aaaaaaaaaaaaaaaaaaaaaaaa && bbbbbbbbbbbbbbbbbbbbbbbbb) || ccccccccccccccccccccccc && ddddddddddddddddddddddddd) return 1e+5; else throw new Error(`a${b}c`); }",
  "export const sum = (a + b) * c - -d + (e as number) - (f ?? g), text = 'it\\'s \"quoted\"', other = \"it's\";",
  "call(aaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, { 'c': 1, d }, (eeeeeeeeeee, fffffffffffff) => (g ? h : i));",
  "export class A<T extends object = {}> extends B<T> { private readonly a: Map<string, T> = new Map(); get b(): number { return 1; } }",
  "const list = [1, 2, -3, 4000000, 5000000, 60000000, 70000000, 8000000, 9000000, 1000000, 11000000], rows = [[1, 2], [3, 4]];",
  "function f() { if (a) b();\n// why\nelse if (c) return d;\n// why\n\nelse { e(); } }",
  "for (const [key, value] of Object.entries(object)) while (value > 0 && key >= 'a') { next(key); }",
  "function f() { switch (a) {\ncase 'b': case 'c':\n// why\nreturn d;\n\ndefault: { e(); break; }\n} }",
  "export type Kind = | { readonly kind: 'a'; b?: string } | 'bbbbbbbbbbbbbbbbbbbbbbbbbb' | `c${string}` | readonly (string | number)[] | null;",
];

describe("our layout is Prettier's", () => {
  it.each(styles)("of single constructs, with %o", async (style) => {
    for (const text of constructs) {
      const [own, expected] = await layOutBoth(text, style);
      expect.soft(own).toBe(expected);
    }
  });

  it.each(styles)("of the runtime, with %o", async (style) => {
    const text = listFiles("templates/runtime", ".ts").map((path) => readFileSync(path, "utf8"));
    const [own, expected] = await layOutBoth(text.join("\n\n"), style);
    expect(own).toBe(expected);
  });

  it.each(["shapes", "orders", "unions/two-nested-tags", "unions/openapi-mapping"])(
    "of all of %s",
    async (name) => {
      for (const path of listFiles(join("generated", name), ".ts")) {
        if (path.endsWith("runtime.ts")) continue;
        const [own, expected] = await layOutBoth(readFileSync(path, "utf8"), { printWidth: 60 });
        expect(own, path).toBe(expected);
      }
    },
  );

  it(`of random schemas' code, with SEED=${seed} RUNS=${runs}`, async () => {
    const schemas = fc.sample(randomSchema, { seed, numRuns: runs });
    const { files } = await generate({
      inputs: schemas.map((schema, index) => ({ ...plainOptions, schema: { schema }, output: `${index}` })),
    });
    for (const { path, text } of files.filter((file) => file.path === "index.ts")) {
      // The runtime is the same in all, and compared above.
      const [own, expected] = await layOutBoth(
        text.slice(0, 12_000).replace(/\n\n(?![^]*\n\n)[^]*$/, "\n"),
        {},
      );
      expect(own, path).toBe(expected);
    }
  });

  it("of all that is generated here, which changes nothing", () => {
    const known = listFiles("generated", ".ts").filter((path) => !path.includes("hostile"));
    expect(known.length).toBeGreaterThan(200);
    for (const path of known) {
      const text = readFileSync(path, "utf8");
      expect(layOutSource(text, readOptions({ printWidth: 100 })), path).toBe(text.trim());
    }
  });

  it("of JSON", async () => {
    const texts = listFiles("generated", "manifest.json").map((path) => readFileSync(path, "utf8"));
    for (const text of [...texts, '{\n"a": [\n"b",\n"c"\n], "d": {}, "e": []\n}']) {
      const wide = JSON.stringify(JSON.parse(text), null, 2);
      expect(`${layOutJson(wide, readOptions({}))}\n`).toBe(await format(wide, { parser: "json" }));
    }
  });
});

describe("our layout leaves to Prettier", () => {
  it.each<Options>([
    { semi: false },
    { arrowParens: "avoid" },
    { quoteProps: "consistent" },
    { experimentalTernaries: true },
    { plugins: ["prettier-plugin-organize-imports"] },
    { unheardOf: 1 },
  ])("the style %o", (style) => {
    expect(readLayoutOptions(style)).toBeUndefined();
  });

  it.each([
    "label: for (;;) {}",
    "const a = <T,>b;",
    "type A = '漢字';",
    "f`a`;",
    "a => b;",
    "let a = `\n`;",
    "@b class A {}",
  ])("the construct %s", (text) => {
    expect(layOutSource(text, readOptions({}))).toBeUndefined();
  });

  it("what is nested very deep, without overflow", () => {
    expect(
      layOutSource(`type A = ${"[".repeat(100_000)}${"]".repeat(100_000)};`, readOptions({})),
    ).toBeUndefined();
  });
});

it("lays out long chains without overflow", () => {
  const text = `const a = ${Array.from({ length: 50_000 }, (_, index) => `b${index}`).join(" || ")};`;
  expect(layOutSource(text, readOptions({}))?.split("\n").length).toBe(50_001);
});

describe("a layout that is known by its shape", () => {
  const options = readOptions({ printWidth: 60 });
  const layOut = (text: string): string | undefined => layOutSource(text, options);
  /** With other names, as long as they were. */
  const rename = (text: string): string =>
    text.replace(/[A-Z][\w$]*/g, (name) => name.replace(/[a-z]/g, "q").replace(/[A-Z]/g, "Q"));

  it("is that of the text itself", () => {
    const texts = [...listFiles("templates/runtime", ".ts"), ...listFiles("generated/orders", ".ts")]
      .flatMap((path) => readFileSync(path, "utf8").split("\n\n"))
      .concat(constructs);
    let known = 0;
    for (const text of texts) {
      const shapes = new LayoutShapes();
      expect(shapes.layOut(text, layOut)).toBe(layOut(text));
      const renamed = rename(text);
      const again = shapes.layOut(renamed, (whole) => {
        known--;
        return layOut(whole);
      });
      known++;
      expect(again).toBe(layOut(renamed));
    }
    expect(known).toBeGreaterThan(texts.length / 2);
  });

  it.each([
    ["const a = 0xAB;", "const a = 0xCD;", "const a = 0xcd;"],
    ["const a = 1E5;", "const a = 1E6;", "const a = 1e6;"],
    ["const a = 'Ab';", "const a = 'Cd';", 'const a = "Cd";'],
    ["Ab.c().d().e();", "ab.c().d().e();", "ab.c().d().e();"],
  ])("of %s does not hold for what reads otherwise", (first, second, expected) => {
    const shapes = new LayoutShapes();
    shapes.layOut(first, layOut);
    expect(shapes.layOut(second, layOut)).toBe(expected);
  });

  describe("of a text that is longer", () => {
    const rest = `const last = "${"long ".repeat(100)}";`;

    it.each([
      ["constants", `const a=1;\nconst isB=(c)=>c===a&&typeof c!=='string';\n${rest}`],
      ["a constant before others", `const a = {\nb: 1 };\nfunction c(){}\n\n\ntype D=1\n${rest}`],
      ["a comment", `// why\nconst a=1; // because\n${rest}`],
      ["blank lines", `const a=1;\n\nconst b=1;\n\n\n${rest}`],
      ["a block", `const a=()=>{b();\nconst c=1;\nconst d=1;\nreturn c};\n${rest}`],
      ["a bare block", `{\nconst c=1;\n}\n{ const a=[\n1];\nconst d=1\n}\n${rest}`],
      ["a template", `const a=\`b\nconst c=1;\nconst d=1;\`;\n${rest}`],
      ["a comment in lines", `/*\nconst c=1;\nconst d=1;\n*/\n${rest}`],
      ["what ends without a semicolon", `const a=1\nconst b=a\n${rest}`],
      ["an enumeration", `const enum A{B}\nconst enum C{D}\n${rest}`],
      ["what is not known", `const a=<b/>;\n${rest}`],
    ])("is that of the text itself, with %s", (_, text) => {
      expect(new LayoutShapes().layOut(text, layOut)).toBe(layOut(text));
    });

    it("is known of constants one by one", () => {
      const seen: string[] = [];
      const text = `const isAb = (a) => b;\nconst isCd = (a) => b;\n${rest}`;
      new LayoutShapes().layOut(text, (part) => {
        seen.push(part);
        return layOut(part);
      });
      expect(seen).toEqual(["const isAb = (a) => b;", rest]);
    });
  });
});
