import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import {
  kindOf,
  longPunctuators,
  nameToken,
  numberToken,
  regexToken,
  tokenize,
  wrongToken,
} from "../src/tokens.js";

const files = ["generated", "templates"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("dist/"))
    .map((path) => join(folder, path)),
);

function listTokens(text: string): string[] {
  const { count, starts, ends } = tokenize(text);
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
}

/** The tokens that TypeScript's scanner finds, templates and regular expressions scanned anew as its parser does. */
function scanWithTypeScript(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const found: string[] = [];
  const open: number[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.CloseBraceToken && open.at(-1) === 0) {
      open.pop();
      kind = scanner.reScanTemplateToken(false);
    } else if (kind === ts.SyntaxKind.OpenBraceToken) open.push((open.pop() ?? 1000) + 1);
    else if (kind === ts.SyntaxKind.CloseBraceToken) open.push((open.pop() ?? 1000) - 1);
    if (kind === ts.SyntaxKind.TemplateHead || kind === ts.SyntaxKind.TemplateMiddle) open.push(0);
    if (kind === ts.SyntaxKind.SlashToken && /^(return|.*[^\w)\]])$/.test(found.at(-1) ?? ""))
      scanner.reScanSlashToken();
    const isSpace = kind === ts.SyntaxKind.WhitespaceTrivia || kind === ts.SyntaxKind.NewLineTrivia;
    if (!isSpace) found.push(scanner.getTokenText());
  }
  return found;
}

describe("tokenize", () => {
  it("finds what TypeScript's scanner does in all that we print, and leaves out white space alone", () => {
    expect(files.length).toBeGreaterThan(300);
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      const { count, kinds, starts, ends } = tokenize(text);
      expect(listTokens(text), file).toEqual(scanWithTypeScript(text));
      let end = 0;
      for (let index = 0; index <= count; index++) {
        if (/\S/.test(text.slice(end, starts[index])))
          expect.fail(`${file}: ${text.slice(end, starts[index])}`);
        end = ends[index] ?? 0;
      }
      expect([end, kinds.indexOf(wrongToken)], file).toEqual([text.length, -1]);
    }
  });

  it("knows every punctuator by its kind", () => {
    for (const each of longPunctuators) expect(tokenize(`a ${each} b`).kinds[1]).toBe(kindOf(each));
    for (const each of "{}()[]<>=+-*%&|^!~?:;,.@")
      expect(tokenize(`a ${each} b`).kinds[1]).toBe(kindOf(each));
  });

  it.each([
    ["a / b / c", ["a", "/", "b", "/", "c"]],
    ["return /[/]\\//g.test(a)", ["return", "/[/]\\//g", ".", "test", "(", "a", ")"]],
    ["`a${{ b: `c${d}` }}e${f}`", ["`a${", "{", "b", ":", "`c${", "d", "}`", "}", "}e${", "f", "}`"]],
    ["Map<A, Set<B>>", ["Map", "<", "A", ",", "Set", "<", "B", ">", ">"]],
    ["a ? .5 : b?.c", ["a", "?", ".5", ":", "b", "?.", "c"]],
    ["0x1f 1_000n 1e-7 1.5", ["0x1f", "1_000n", "1e-7", "1.5"]],
    ["é #a", ["é", "#a"]],
    ["a // b\r\n/* c */ d", ["a", "// b", "/* c */", "d"]],
  ])("takes %s apart", (text, expected) => {
    expect(listTokens(text)).toEqual(expected);
  });

  it("says which tokens begin a line, and which stand below a blank one", () => {
    expect([...tokenize("a b\nc\n\n\n\nd").breaks].slice(0, 4)).toEqual([0, 0, 1, 2]);
  });

  it("says what is no token, and ends", () => {
    for (const text of ["'a\n'", "`a", "/* a", "`${`", "= /a", "\u0001"]) {
      expect(tokenize(text).kinds, text).toContain(wrongToken);
    }
    expect([...tokenize("a 1 = /b/").kinds].slice(0, 4)).toEqual([nameToken, numberToken, 61, regexToken]);
  });

  it("has room for a text of punctuators alone", () => {
    expect(tokenize(";".repeat(100_000)).count).toBe(100_000);
  });
});
