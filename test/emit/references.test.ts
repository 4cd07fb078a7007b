import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/emit/references.js";
import { templates } from "../../src/emit/templates.js";
import { tokenize } from "../../src/tokens.js";
import { listReferences, parseStatements } from "./references-by-compiler.js";

const referencesOf = (text: string): string[] => [...findReferences(tokenize(text))].sort();

describe("names that are referred to", () => {
  it.each([
    ["types", "type A<T> = readonly B[] | C<T, D<E>> | keyof F | (typeof g)[number];", "BCDEFTg"],
    ["bases", "interface A extends B<C>, D { e: F }", "BCDF"],
    ["calls within blocks", "function a() { b(); if (c) { d(e); } }", "bcde"],
    ["shorthands", "const a = { b, c, ...d };", "bcd"],
    ["computed keys", "type A = { [B]: C; readonly [D.e]: F };", "BCDF"],
    ["what conditions choose", "const a = b ? c : d ? !e : f ? typeof g : h ? i + j : k;", "bcdefghijk"],
    ["what types choose", "type A = B extends C ? D : E extends F ? keyof G : H;", "BCDEFGH"],
    [
      "cases and their blocks",
      "function a(b: C) { switch (b) { case d: { e(); } default: { f(); } } }",
      "Cbdef",
    ],
    ["templates", "const a = `${b}/${c ? `${d}` : {}}`;", "bcd"],
    ["tuples of what is named", "type A = [b: C, d?: E, ...f: G[]];", "CEG"],
    ["arguments within members", "interface A { b: C<D, E<F>>; g: H }", "CDEFH"],
    ["words that are keywords elsewhere", "const a = [of, as(), type.b, set];", "asofsettype"],
  ])("%s", (_, text, names) => {
    expect(referencesOf(text).join("")).toBe(names);
  });
});

describe("names that are not", () => {
  it.each([
    ["keys of types", "interface A { readonly b?: 1; c: 2; d(): 3; e?: 4 }"],
    ["keys of objects", "const a = { b: 1, c() {}, async d() {}, get e() { return 1; } };"],
    ["members of classes", "class A { #b = 1; readonly c = 2; static d: 3; e() {} }"],
    ["members of enums", "declare enum A { b = '', c = 1 }"],
    ["parameters", "function a(b: 1, c?: 2, ...d: 3[]): void;"],
    ["what is accessed", "const a = this.b?.c.d;"],
    ["comments and texts", "/** {@link b} */ const a = 'c' + \"d\" + `e` + /f/g; // h"],
    ["keywords", "export default async function a(): void { return; }"],
    ["types of the language", "type A = string | unknown[] | { b: bigint };"],
    ["keys without semicolons", "interface A {\n  b: string\n  c: string[]\n  d?: 'e'\n  f: 1\n}"],
  ])("%s", (_, text) => {
    expect(referencesOf(text)).toEqual([]);
  });
});

/** Words that the compiler finds to be keywords or names by their place, and locals that nothing uses. */
const unsettled = new Set(
  "_ K as asserts infer is keyof number object of readonly string type undefined".split(" "),
);

it("are those that the compiler finds, in every template", () => {
  for (const text of Object.values(templates)) {
    for (const statement of parseStatements(text)) {
      const settle = (names: Iterable<string>): string[] =>
        [...names].filter((name) => !unsettled.has(name)).sort();
      expect(settle(referencesOf(statement.text)), statement.text).toEqual(
        settle(listReferences(statement.node)),
      );
    }
  }
});
