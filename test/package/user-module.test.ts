import { describe, expect, it } from "vitest";
import { readUserModule } from "../../src/package/user-module.js";

const exportsOf = (text: string, path = "/a.ts"): string[] => [...readUserModule(path, text).exports];

describe("the exports of a module", () => {
  it.each([
    ["export function a(): void {}", ["a"]],
    ["export async function a() {} export function b(x: 1): 1; export function b(x: unknown) {}", ["a", "b"]],
    ["export const a = 1, b = () => 2; export let c;", ["a", "b", "c"]],
    ["export const { a, b: [c, , ...d], ...e } = x;", ["a", "c", "d", "e"]],
    ["export class A {}", []],
    ["function a() {} const b = 1; export { a as c, b };", ["c", "b"]],
    ["export { a, type B, c as default } from 'x';", ["a", "default"]],
    ["export default function a() {}", ["default"]],
    ["const a = 1; export default a;", ["default"]],
    ["function a() {}", []],
    ["export interface A {} export type B = 1; export declare function c(): void;", []],
    ["export type { a } from 'x'; export type * from 'x';", []],
  ])("of %j are %j", (text, names) => {
    expect(exportsOf(text).toSorted()).toEqual(names.toSorted());
  });

  it("are read from JavaScript too", () => {
    expect(exportsOf("export const a = (b) => b;", "/a.mjs")).toEqual(["a"]);
  });

  it("may be more where it exports all of another", () => {
    expect(readUserModule("/a.ts", "export * from 'x'").isOpen).toBe(true);
    expect(readUserModule("/a.ts", "export * as x from 'x'; export { y } from 'x'")).toMatchObject({
      isOpen: false,
      exports: new Set(["y"]),
    });
  });
});

it("tells which exports answer later", () => {
  const text = `
    export async function a() {}
    export const b = async (x: number) => x, c = async function () {}, d = () => true;
    async function e() {}
    const f = async () => true;
    function g() {}
    export { e as h, f, g };`;
  expect([...readUserModule("/a.ts", text).asynchronous].toSorted()).toEqual(["a", "b", "c", "f", "h"]);
  expect([...readUserModule("/a.ts", "export default async () => 1").asynchronous]).toEqual(["default"]);
});

describe("the imports of a module", () => {
  const importsOf = (text: string): string[] =>
    readUserModule("/a.ts", text).imports.map(
      ({ specifier, line, column }) => `${specifier} ${line}:${column}`,
    );

  it.each([
    ["import a from 'a';", "'a' 1:15"],
    ["import type { A } from './a.js';", "'./a.js' 1:24"],
    ["import 'a';", "'a' 1:8"],
    ["export * from 'a';", "'a' 1:15"],
    ["export type { A } from 'a';", "'a' 1:24"],
    ["type A = import('a').A;", "'a' 1:17"],
    ["const a = async () => await import('a');", "'a' 1:36"],
    ["import a = require('a');", "'a' 1:20"],
    ["export function f() { return require(name); }", "name 1:38"],
  ])("%s", (text, found) => {
    expect(importsOf(text)).toEqual([found]);
  });

  it("come in order, and are none of what only looks alike", () => {
    expect(importsOf("f(import('b'));\nimport 'a';")).toEqual(["'b' 1:10", "'a' 2:8"]);
    expect(importsOf("// import 'a'\nconst a = \"import('b')\"; import.meta.url; export { a };")).toEqual([]);
  });
});

it("tells where a module is none", () => {
  const { problems } = readUserModule("/a.ts", "export const a = 1;\nexport function b( {}\n");
  expect(problems[0]).toMatchObject({ line: 3, column: 1, message: expect.stringContaining("expected") });
  expect(readUserModule("/a.mjs", "export const a: string = 1;").problems[0]?.message).toMatch(/TypeScript/);
  expect(readUserModule("/a.ts", "export const a: string = 1;").problems).toEqual([]);
});
