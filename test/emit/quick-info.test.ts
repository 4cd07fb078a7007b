import ts from "typescript-5.9";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateText } from "./generate-module.js";

interface QuickInfo {
  readonly documentation: string;
  readonly tags: readonly (readonly [name: string, text: string])[];
}

/** What an editor shows of `Root`, or of its member `a`, by the language service that editors ask. */
async function hover(schema: JsonObject, at: "Root" | "a" = "Root"): Promise<QuickInfo> {
  const text = await generateText(schema, { runtime: [], format: "prettier" });
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => ["/index.ts"],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => (path === "/index.ts" ? ts.ScriptSnapshot.fromString(text) : undefined),
    getCurrentDirectory: () => "/",
    getCompilationSettings: () => ({ noLib: true }),
    getDefaultLibFileName: () => "lib.d.ts",
    fileExists: (path) => path === "/index.ts",
    readFile: () => undefined,
  };
  const found = (at === "Root" ? /(?<=^export (?:interface|type) )Root/m : /(?<=^ +)a(?=\??: )/m).exec(text);
  const info = ts.createLanguageService(host).getQuickInfoAtPosition("/index.ts", found?.index ?? 0);
  return {
    documentation: ts.displayPartsToString(info?.documentation),
    tags: (info?.tags ?? []).map(({ name, text: parts }) => [name, ts.displayPartsToString(parts).trim()]),
  };
}

const describing = async (description: string): Promise<QuickInfo> => hover({ type: "string", description });

/** What a reader of Markdown sees: punctuation without the backslash before it. */
const rendered = (markdown: string): string => markdown.replaceAll(/\\([^\s\w])/g, "$1");

describe("a description in a hover", () => {
  it.each([
    ["a list", "Either\n\n* one\n* two\n  - nested"],
    ["a table", "| a | b |\n| - | - |\n| 1 | 2 |"],
    ["a fence", "Like this:\n\n```ts\nif (a) {\n    b();\n}\n```\n\nand on."],
    ["code that is indented", "Like this:\n\n    a\n        b"],
    ["text with stars and slashes", "All of `application/*`, // and **bold**."],
    ["addresses", "Write to ann@example.com (@ann), or see <https://example.com/@ann>."],
    ["text that is one word", "once"],
  ])("keeps %s", async (_, description) => {
    expect(await describing(description)).toEqual({ documentation: description, tags: [] });
  });

  it.each([
    ["a tag at the start of a line", "One.\n@internal two\n  @private three"],
    ["a tag within a line", "Mention @bob and `x @deprecated`."],
    ["a tag in a fence", "```\n@Component({})\nclass A {}\n```"],
    ["a link", "Of {@link Root the root} and {@linkcode Root}."],
    ["a link that never ends", "Of {@link Root"],
    ["the end of the comment", "a */ export const b = 1; /* c"],
  ])("has no meaning beyond its text: %s", async (_, description) => {
    const { documentation, tags } = await describing(description);
    expect(tags).toEqual([]);
    expect(rendered(documentation)).toBe(description);
  });

  it("has breaks and lines as its author meant, whatever ends them", async () => {
    expect((await describing("a\r\nb  \r\nc\r\n\r\n  \r\nd")).documentation).toBe("a\nb\\\nc\n\n\nd");
  });

  it("ends what it leaves open", async () => {
    const info = await hover({ type: "string", description: "~~~~\n```\na", minLength: 1 });
    expect(info).toEqual({ documentation: "~~~~\n```\na\n~~~~", tags: [["minLength", "1"]] });
  });

  it("follows the title", async () => {
    const schema = { type: "object", properties: { a: { title: "Title", description: "Text." } } };
    expect((await hover(schema, "a")).documentation).toBe("Title\n\nText.");
  });

  it("stays with the property where that refers to another schema", async () => {
    const schema = {
      type: "object",
      properties: { a: { $ref: "#/$defs/A", description: "Of the property." } },
      $defs: { A: { type: "string", description: "Of the type." } },
    };
    expect((await hover(schema, "a")).documentation).toBe("Of the property.");
  });
});

describe("the tags in a hover", () => {
  const tagsOf = async (schema: JsonObject): Promise<QuickInfo["tags"]> => (await hover(schema)).tags;

  it("hold values as JSON", async () => {
    expect(await tagsOf({ type: "string", default: "hi @bob */ {@link x}", examples: ["a\nb"] })).toEqual([
      ["default", '"hi \\u0040bob *\\/ {\\u0040link x}"'],
      ["example", '"a\\nb"'],
    ]);
  });

  it("hold long values as blocks that read back", async () => {
    const example = { "@id": "x".repeat(50), list: [1, { " @a": " @b */" }], none: null };
    const [[name, text] = ["", ""]] = await tagsOf({ examples: [example] });
    expect(name).toBe("example");
    expect(text.split("\n")).toContain('  "list": [');
    const [, json = ""] = /^```json\n(.*)\n```$/s.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual(example);
  });

  it("hold short and very long ones on a line", async () => {
    const long = Array.from({ length: 1000 }, (_, index) => index);
    expect(await tagsOf({ default: { a: [1] }, examples: [long] })).toEqual([
      ["default", '{"a":[1]}'],
      ["example", JSON.stringify(long)],
    ]);
  });

  it("show patterns as code", async () => {
    expect(await tagsOf({ type: "string", pattern: "^a*_b_`c`*/ @d\n$" })).toEqual([
      ["pattern", "``^a*_b_`c`*\\/ \\@d\\n$``"],
    ]);
    expect(await tagsOf({ type: "string", pattern: "`" })).toEqual([["pattern", "`` ` ``"]]);
  });

  it("say what a string holds", async () => {
    const schema = { type: "string", contentMediaType: "image/*", contentEncoding: "base64", format: "byte" };
    expect(await tagsOf(schema)).toEqual([
      ["format", "byte"],
      ["contentMediaType", "image/*"],
      ["contentEncoding", "base64"],
    ]);
  });

  it("link to what OpenAPI's descriptions refer to", async () => {
    const tagOf = async (externalDocs: JsonObject): Promise<QuickInfo["tags"]> => {
      const openapi = {
        openapi: "3.1.0",
        info: { title: "A", version: "1" },
        components: { schemas: { Root: { type: "string", externalDocs } } },
      };
      return tagsOf(openapi);
    };
    expect(await tagOf({ url: "https://example.com/a(b)*/@c", description: "More\n@here [1]" })).toEqual([
      ["see", "[More \\@here \\[1\\]](https://example.com/a%28b%29%2A/%40c)"],
    ]);
    expect(await tagOf({ url: "https://example.com" })).toEqual([
      ["see", "[https://example.com/](https://example.com/)"],
    ]);
    expect(await tagOf({ url: "javascript:alert(1)", description: "More" })).toEqual([
      ["see", "More (`javascript:alert(1)`)"],
    ]);
    expect(await tagOf({ url: "docs/more.md" })).toEqual([["see", "`docs/more.md`"]]);
  });

  it("tell of what is deprecated", async () => {
    expect(await tagsOf({ type: "string", deprecated: true, maxLength: 9 })).toEqual([
      ["deprecated", ""],
      ["maxLength", "9"],
    ]);
  });
});
