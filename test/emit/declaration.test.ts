import { describe, expect, it } from "vitest";
import { code, nameCode } from "../../src/emit/code.js";
import { declare, readDeclaration } from "../../src/emit/declaration.js";
import { findReached } from "../../src/emit/reach.js";

const usesOf = (text: string): string[] => [...readDeclaration(text).uses].sort();

describe("a declaration", () => {
  it("has the name that it gives, whatever it is", () => {
    const texts = [
      "/** Doc. */\nexport function one(): void {}",
      "export const two = 1;",
      "export interface Three {}",
      "export type Four = 1;",
      "class Five {}",
      "declare enum Six { any = '' }",
    ];
    expect(texts.map(readDeclaration).map(({ name, text }) => [name, text])).toEqual(
      ["one", "two", "Three", "Four", "Five", "Six"].map((name, index) => [name, texts[index]]),
    );
  });

  it("has its overloads with it", () => {
    const texts = [
      "function a(x: A): void;\nfunction a(x: B): void;\nfunction a(): void {}",
      "function b() {}",
    ];
    expect(texts.map(readDeclaration).map(({ name, uses }) => [name, [...uses]])).toEqual([
      ["a", ["A", "B"]],
      ["b", []],
    ]);
  });

  it("uses what its code refers to, and nothing that comments, texts and property names say", () => {
    expect(usesOf("/** {@link Other} other() */\nfunction a(): string { return 'other()'; }")).toEqual([]);
    expect(usesOf("const a = { at: b.at, [c]: 1, d };")).toEqual(["b", "c", "d"]);
    expect(usesOf("interface A extends B { at: C; 'x': D; on(at: E): this; [key: F]: G }")).toEqual([
      "B",
      "C",
      "D",
      "E",
      "F",
      "G",
    ]);
    expect(usesOf("const a: unknown = /b/.test(`${c}`);")).toEqual(["c"]);
  });
});

it("of ours says by itself what it refers to", () => {
  const { name, text, uses } = declare(code`const a = { b: ${nameCode("c")}(d, ${nameCode("e")}) };`);
  expect([name, text, [...uses]]).toEqual(["a", "const a = { b: c(d, e) };", ["c", "e"]]);
});

it("finds what the roots use, directly or not, and in a circle", () => {
  const all = [
    "function a() { b(); }",
    "function b() { c(); }",
    "function c() { a(); }",
    "function d() { a(); }",
  ].map(readDeclaration);
  const byName = new Map(all.map((each) => [each.name, each]));
  const reached = findReached(all.slice(0, 1), (name) => byName.get(name));
  expect([...reached].map(({ name }) => name)).toEqual(["a", "b", "c"]);
});
