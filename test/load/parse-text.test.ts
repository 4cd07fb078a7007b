import { describe, expect, it } from "vitest";
import { parseText } from "../../src/load/parse-text.js";
import type { Problem } from "../../src/load/parsed.js";

const bytes = (text: string) => Buffer.from(text, "utf8");

function summarize(problems: readonly Problem[]) {
  return problems.map(({ code, message, offset }) => [code, message, offset]);
}

describe("the choice of syntax", () => {
  it.each([
    [".json", '{"a": 1}', "json", { a: 1 }],
    [".yaml", "a: 1", "yaml", { a: 1 }],
    [".yml", '{"a": 1}', "yaml", { a: 1 }],
    ["", '{"a": 1}', "json", { a: 1 }],
    ["", "a: 1", "yaml", { a: 1 }],
    ["", "true", "json", true],
    ["", "{a: 1}", "yaml", { a: 1 }],
    [".schema", "[1]", "json", [1]],
  ])("reads %s %s as %s", (extension, text, syntax, value) => {
    expect(parseText(bytes(text), extension)).toMatchObject({ syntax, value, problems: [] });
  });

  it("reports JSON errors for broken text that looks like JSON", () => {
    expect(parseText('{"a": \'b}', "").syntax).toBe("json");
  });

  it("reports YAML errors for other broken text", () => {
    expect(parseText("a: b: c", "").syntax).toBe("yaml");
  });

  it("strips a byte-order mark, so that columns count from the first sign", () => {
    expect(parseText(bytes('\uFEFF{"a": 1}'), ".json")).toMatchObject({ text: '{"a": 1}', value: { a: 1 } });
    expect(parseText(bytes("\uFEFFa: 1"), ".yaml")).toMatchObject({ text: "a: 1", value: { a: 1 } });
    expect(parseText('\uFEFF{"a": 1}', ".json").value).toEqual({ a: 1 });
  });

  it("refuses bytes that are not UTF-8", () => {
    const { value, problems } = parseText(Uint8Array.from([0x7b, 0xff, 0x7d]), ".json");
    expect(value).toBeUndefined();
    expect(summarize(problems)).toEqual([["document-syntax", "This is not text in UTF-8.", undefined]]);
  });
});

describe("JSON", () => {
  const problemsOf = (text: string) => summarize(parseText(text, ".json").problems);

  it("reports every error with its offset", () => {
    expect(problemsOf('{"a": , "b": 1 "c" 2}')).toEqual([
      ["document-syntax", "This is not JSON: a value is expected.", 6],
      ["document-syntax", "This is not JSON: a comma is expected.", 15],
      ["document-syntax", "This is not JSON: a colon is expected.", 19],
    ]);
  });

  it.each([
    ['{"a": 1,}', "a name in double quotes is expected", 8],
    ["[1 2]", "a comma is expected", 3],
    ["// x\n1", "it has no comments", 0],
    ['"a', "the string is not closed", 0],
    ['"\\x"', "there is no such escape", 0],
    ['"\\u12"', "`\\u` wants four hexadecimal digits", 0],
    ["1 2", "nothing may follow the value", 2],
    ["[1", "a closing bracket is expected", 2],
    ["", "a value is expected", 0],
  ])("explains %j", (text, detail, offset) => {
    expect(problemsOf(text)[0]).toEqual(["document-syntax", `This is not JSON: ${detail}.`, offset]);
  });

  it("gives the platform's error where the nesting is too deep for the recursive visitor", () => {
    const text = "[".repeat(20_000);
    const [problem] = parseText(text, ".json").problems;
    expect(problem).toMatchObject({ code: "document-syntax" });
    expect(problem?.message).toMatch(/^This is not JSON: .*end of JSON input/i);
  });

  it("reads any depth", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    expect(parseText(text, ".json")).toMatchObject({ problems: [] });
  });

  it("refuses numbers that are too large for a number", () => {
    expect(problemsOf('{"a": [1, 1e999], "b": 1e308, "c": "1e999"}')).toEqual([
      ["document-not-json", "This is Infinity, which JSON cannot hold.", 10],
    ]);
  });

  it("keeps __proto__ as an own member", () => {
    expect(Object.keys(parseText('{"__proto__": {"a": 1}}', ".json").value as object)).toEqual(["__proto__"]);
  });
});

describe("YAML", () => {
  const problemsOf = (text: string) => summarize(parseText(text, ".yaml").problems);
  const valueOf = (text: string) => parseText(text, ".yaml").value;

  it("reports every error with its offset", () => {
    const text = "a: 1\na: 2\nb:\n\tc: 1\nd: *none\n";
    expect(problemsOf(text)).toEqual([
      ["document-syntax", "This is not YAML that can be read: Map keys must be unique.", 5],
      ["document-syntax", "This is not YAML that can be read: Tabs are not allowed as indentation.", 13],
    ]);
  });

  it.each([
    ["d: 2020-01-01", { d: "2020-01-01" }],
    ["yes: no", { yes: "no" }],
    ["200: ok\n1.0: x\ntrue: y\n~: z", { 200: "ok", "1.0": "x", true: "y", "~": "z" }],
    ["a: 0x1F", { a: 31 }],
    ["a: ~", { a: null }],
    ["%YAML 1.1\n---\na: 2020-01-01\nb: yes", { a: "2020-01-01", b: "yes" }],
    ["x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}", { x: { a: 1, b: 2 }, y: { a: 1, b: 3 } }],
    ["x: &x [1]\ny: *x", { x: [1], y: [1] }],
  ])("reads %j by the core schema of version 1.2", (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it("keeps __proto__ as an own member, also in a merge", () => {
    const value = valueOf("x: &x\n  __proto__: {a: 1}\ny:\n  <<: *x\n") as Record<string, object>;
    expect(Object.entries(value["x"] ?? {})).toEqual([["__proto__", { a: 1 }]]);
    expect(Object.entries(value["y"] ?? {})).toEqual([["__proto__", { a: 1 }]]);
  });

  it.each([
    ["a: .nan", "This is NaN, which JSON cannot hold.", 0],
    ["a:\n  - 1\n  - -.inf", "This is -Infinity, which JSON cannot hold.", 13],
    ["a: &a [*a]", "This value contains itself, which JSON cannot hold.", 7],
  ])("refuses %j", (text, message, offset) => {
    expect(problemsOf(text)).toEqual([["document-not-json", message, offset]]);
    expect(valueOf(text)).toBeUndefined();
  });

  it("reports all values that JSON cannot hold", () => {
    expect(problemsOf("a: .nan\nb: .inf").map(([, , offset]) => offset)).toEqual([0, 8]);
  });

  it.each([
    ["? {a: 1}\n: 2", "With stringKeys, all keys must be strings", 2],
    ["a: 1\n---\nb: 2\n", "only one document may stand in a file", 5],
    ["", "the file holds no value", undefined],
    ["# nothing\n", "the file holds no value", undefined],
    ["a: *b", "Unresolved alias (the anchor must be set before the alias): b", undefined],
    ["a:\n  <<: 1", "Merge sources must be maps or map aliases", undefined],
  ])("refuses %j as broken", (text, detail, offset) => {
    expect(problemsOf(text)).toEqual([
      ["document-syntax", `This is not YAML that can be read: ${detail}.`, offset],
    ]);
  });

  it("reads tags that the core schema does not have as if they were not there, with a warning", () => {
    const { value, problems } = parseText("a: !!timestamp 2020-01-01\nb: !x [1]", ".yaml");
    expect(value).toEqual({ a: "2020-01-01", b: [1] });
    expect(summarize(problems)).toEqual([
      [
        "document-doubtful",
        "This YAML is read as if it were plain: Unresolved tag: tag:yaml.org,2002:timestamp.",
        3,
      ],
      ["document-doubtful", "This YAML is read as if it were plain: Unresolved tag: !x.", 29],
    ]);
  });

  it("lets one anchor be used hundreds of times", () => {
    const text = `x: &x {a: 1}\ny: [${"*x, ".repeat(500)}]`;
    expect((valueOf(text) as { y: unknown[] }).y).toHaveLength(500);
  });

  it("refuses aliases that multiply without measure", () => {
    const levels = Array.from({ length: 8 }, (_, level) => {
      const item = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => item).join(", ")}]`;
    });
    expect(problemsOf(levels.join("\n"))).toEqual([
      ["document-not-json", "This expands to more than 1000000 values, which JSON cannot hold.", 0],
    ]);
  });

  it.each([
    ["flow collections", "[".repeat(20_000), 502],
    ["sequences on one line", "- ".repeat(20_000), 1003],
    [
      "indented maps",
      Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
      127_255,
    ],
  ])("bounds the nesting of %s before anything recursive sees it", (_, text, offset) => {
    expect(problemsOf(text)).toEqual([
      ["document-too-deep", "This YAML nests deeper than 500 levels.", offset],
    ]);
  });

  it("reads 500 levels", () => {
    expect(problemsOf("[".repeat(500) + "1" + "]".repeat(500))).toEqual([]);
  });
});
