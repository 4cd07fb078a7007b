import { describe, expect, it } from "vitest";
import {
  accessOf,
  code,
  commentBlock,
  commentText,
  commentValue,
  finishCode,
  joinCode,
  localCode,
  memberKey,
  nameCode,
  patternLiteral,
  templateType,
  stringLiteral,
  valueLiteral,
} from "../../src/emit/code.js";
import type { JsonValue } from "../../src/json.js";

/** The value of an expression, as JavaScript reads it. */
// oxlint-disable-next-line typescript/no-implied-eval -- what is printed has to be read back by an engine
const read = (expression: string): unknown => new Function(`return (${expression});`)();

const texts = [
  "plain",
  '"',
  "'",
  "`${pwned}`",
  "\\",
  "\\\\",
  "\n\r\t\0",
  "\u2028\u2029",
  "\u202eevil",
  "\ud800",
  "\udc00\ud800",
  "😀",
  "</script>",
  "*/",
  "\u{e0001}",
];

describe("code", () => {
  it("is a template of our own, filled with code and numbers", () => {
    expect(code`a(${code`b`}, ${1})`).toBe("a(b, 1)");
    expect(joinCode([code`a`, code`b`], " && ")).toBe("a && b");
  });

  it("takes names only if they are identifiers", () => {
    expect(finishCode(nameCode("$a_1")).text).toBe("$a_1");
    expect(localCode("$a_1")).toBe("$a_1");
    expect(() => nameCode("a b")).toThrow('Bug in Schemist: "a b" is no identifier');
  });
});

describe("a string literal", () => {
  it.each(texts)("is read back: %j", (text) => {
    expect(read(stringLiteral(text))).toBe(text);
  });

  it("holds nothing invisible", () => {
    expect(stringLiteral("a\u202eb\u2028\u{e0001}\ue000")).toBe(
      String.raw`"a\u202eb\u2028\udb40\udc01\ue000"`,
    );
  });
});

describe("a value literal", () => {
  it.each<[JsonValue]>([
    [null],
    [[1, -2.5, 1e21, true, "a", []]],
    [{ a: { b: [null] }, "a b": 1, "1st": 2, default: 3 }],
    [{}],
  ])("is read back: %j", (value) => {
    expect(read(valueLiteral(value))).toEqual(value);
  });

  it("makes __proto__ a property of its own", () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}') as JsonValue;
    const back = read(valueLiteral(value)) as object;
    expect(Object.keys(back)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });
});

describe("a name", () => {
  it("of a property is quoted where it is no identifier, or not what it seems", () => {
    expect(["a", "größe", "$", "default", "a b", "", "1", "a\u030a", "a\u200d"].map(memberKey)).toEqual([
      "a",
      "größe",
      "$",
      "default",
      '"a b"',
      '""',
      '"1"',
      '"a\u030a"',
      String.raw`"a\u200d"`,
    ]);
  });

  it("is read with a dot or brackets", () => {
    expect(accessOf(code`value`, "a")).toBe("value.a");
    expect(accessOf(code`value`, "a-b")).toBe('value["a-b"]');
    expect(accessOf(code`value`, "__proto__")).toBe("value.__proto__");
  });
});

describe("a pattern literal", () => {
  it.each([
    ["^a/b$", "u", "a/b", "a-b"],
    ["[/]", "u", "/", "x"],
    ["", "u", "", undefined],
    ["^\n$", "u", "\n", "n"],
    ["^\\\n$", "", "\n", "n"],
    ["^\u2028$", "u", "\u2028", "u2028"],
    ["^\u200d$", "u", "\u200d", "u200d"],
    ["^\\\u200d$", "", "\u200d", "\\u200d"],
    ["^\\\\\u200d$", "u", "\\\u200d", "\u200d"],
    ["^\ud83d\ude00$", "u", "😀", "\ud83d"],
    ["^\u{e0001}$", "u", "\u{e0001}", "\udb40"],
    ["^[\ud800]$", "u", "\ud800", "a"],
    ["\\/\\*", "u", "/*", "//"],
    ["^\\p{L}$", "u", "é", "1"],
    ["^\\a$", "", "a", "\\a"],
  ] as const)("of %j with flags %j matches %j and not %j", (source, flags, match, other) => {
    const literal = patternLiteral({ source, flags });
    expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    const pattern = read(literal) as RegExp;
    expect(pattern.flags).toBe(flags);
    expect(pattern.test(match)).toBe(true);
    if (other !== undefined) expect(pattern.test(other)).toBe(false);
  });
});

describe("a template type", () => {
  it.each([
    ["x-", "`x-${string}`"],
    ["a`b", "`a\\`b${string}`"],
    ["${a}", "`\\${a}${string}`"],
    ['"', '`"${string}`'],
    ["\\", "`\\\\${string}`"],
  ])("of %j is %s", (prefix, type) => {
    expect(templateType([prefix, ""])).toBe(type);
  });
});

describe("a comment", () => {
  it("cannot end early", () => {
    expect(commentText("a */ b /* c")).toBe("a *\\/ b /* c");
    expect(commentText("*\u0000/")).toBe("*\\/");
  });

  it("has no tag that its author did not mean", () => {
    expect(commentText("@deprecated\n  @internal a@b")).toBe("\\@deprecated\n  \\@internal a@b");
  });

  it("has lines as its author has, whatever ends them, and nothing invisible", () => {
    expect(commentText("a\r\nb\rc\u2028d\u2029e\u202e\u0000\ud800")).toBe("a\nb\nc\nd\ne");
  });

  it("holds a value as JSON", () => {
    expect(commentValue({ a: ["*/"] })).toBe('{"a":["*\\/"]}');
  });

  it("stands on one line or on several", () => {
    expect(commentBlock("a")).toBe("/** a */\n");
    expect(commentBlock("a\n\nb")).toBe("/**\n * a\n *\n * b\n */\n");
  });
});
