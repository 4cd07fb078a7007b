import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { markdownCode, markdownTable, markdownText } from "../../src/package/markdown.js";
import { firstSentenceOf, toOneLine } from "../../src/package/plain-text.js";

describe("markdownText", () => {
  it.each([
    ["plain words, and a full stop.", "plain words, and a full stop."],
    ["snake_case and *stars*", "snake\\_case and \\*stars\\*"],
    ["<script>alert(1)</script> &lt;", "\\<script\\>alert\\(1\\)\\</script\\> \\&lt;"],
    ["[a](b) ![c](d)", "\\[a\\]\\(b\\) \\!\\[c\\]\\(d\\)"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["a\n\n- b\r\n# c", "a - b \\# c"],
    ["https://example.com and www.example.com", "https\\://example.com and www\\.example.com"],
    ["`code` and `more_code`", "`code` and `more_code`"],
    ["a ` alone, and ```fences```", "a \\` alone, and \\`\\`\\`fences\\`\\`\\`"],
    ["\u202eback\u2069 and\u0000 forth", "back and forth"],
  ])("shows %o as it is", (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});

describe("markdownCode", () => {
  it.each([
    ["isEvent", "`isEvent`"],
    ['"`"', '`` "`" ``'],
    ["```", "```` ``` ````"],
    ["a\nb", "`a b`"],
    ["", "`  `"],
  ])("puts %o between backticks", (code, markdown) => {
    expect(markdownCode(code)).toBe(markdown);
  });
});

describe("markdownTable", () => {
  it("escapes what would end a cell", () => {
    const row = ["a", markdownCode('"a|b"'), markdownText("c | d \\| e")];
    expect(markdownTable(["A", "B", "C"], [row])).toEqual([
      '| A | B | C |\n| --- | --- | --- |\n| a | `"a\\|b"` | c \\| d \\\\\\| e |',
    ]);
  });

  it("shows two hundred rows, and says how many there are beyond", () => {
    const rows = Array.from({ length: 203 }, (_, index) => [String(index)]);
    const [table = "", rest] = markdownTable(["A"], rows);
    expect(table.split("\n").slice(-2)).toEqual(["| 198 |", "| 199 |"]);
    expect(rest).toBe("And 3 more.");
  });

  it("stays as it is when it is formatted again", async () => {
    const hostile = [
      "a|b",
      "`|`",
      "<b>",
      "\\",
      "*/",
      "_x_",
      "$y$",
      "~~z~~",
      "[l]: x",
      "&amp;",
      "{{ v }}",
      "| --- |",
    ];
    const rows = hostile.map((text) => [markdownText(text), markdownCode(text)]);
    const once = await format(markdownTable(["Text", "Code"], rows).join("\n\n"), { parser: "markdown" });
    expect(await format(once, { parser: "markdown" })).toBe(once);
    expect(once.trimEnd().split("\n")).toHaveLength(hostile.length + 2);
  });
});

describe("firstSentenceOf", () => {
  it.each([
    ["One. Two.", "One."],
    ["One\n  line. Two.", "One line."],
    ["No stop\n\nSecond paragraph", "No stop"],
    ["Version 1.2.3 of e.g. this thing", "Version 1.2.3 of e.g. this thing"],
    ["Really? Yes!", "Really?"],
    ["  ", ""],
  ])("takes from %o the first", (text, sentence) => {
    expect(firstSentenceOf(text)).toBe(sentence);
  });

  it("cuts a sentence of more than 200 characters, never within one", () => {
    expect(firstSentenceOf(`${"a".repeat(199)}😀b`)).toBe(`${"a".repeat(199)}…`);
    expect(firstSentenceOf("a".repeat(200))).toBe("a".repeat(200));
  });
});

it("toOneLine leaves out what cannot be seen", () => {
  expect(toOneLine(" a\tb\u0007\n\u200fc\ud800 ")).toBe("a b c");
});
