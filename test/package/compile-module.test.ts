import { describe, expect, it } from "vitest";
import type { Module } from "../../src/emit/module.js";
import { compileModule } from "../../src/package/compile-module.js";
import { printModule } from "../../src/package/print-module.js";
import {
  guardsModule,
  indexModule,
  runtimeModule,
  shapesModules,
  typesModule,
  unionsModule,
} from "./shapes-package.js";

/** The text of one file that is made of a module, before formatting. */
function compile(module: Module, path: string): string {
  const file = compileModule(module, "// Banner").find((each) => each.path === path);
  return file?.pieces.join("\n\n") ?? "";
}

function moduleOf(...declarations: readonly string[]): Module {
  return { name: "sample", imports: [], exports: [], declarations };
}

describe("compileModule", () => {
  it("makes of each module two scripts and two declaration files", () => {
    expect(compileModule(typesModule, "").map(({ path, language }) => `${path} ${language}`)).toEqual([
      "types.js none",
      "types.d.ts typescript",
      "types.cjs none",
      "types.d.cts typescript",
    ]);
  });

  it("writes ESM without types and documentation", () => {
    expect(compile(guardsModule, "guards.js")).toBe(`// Banner

import { isObject } from "./runtime.js";

export function isShape(value) {
    return isCircle(value) || isSquare(value);
}

export function isCircle(value) {
    return isObject(value) && value["kind"] === "circle" && typeof value["radius"] === "number" && value["radius"] > 0;
}

export function isSquare(value) {
    // Its size does not matter.
    return isObject(value) && value["kind"] === "square";
}`);
  });

  it("writes CommonJS that requires CommonJS", () => {
    const text = compile(guardsModule, "guards.cjs");
    expect(text).toMatch(/^\/\/ Banner\n\n"use strict";\n/);
    expect(text).toContain('const runtime_cjs_1 = require("./runtime.cjs");');
    expect(text).toContain("exports.isCircle = isCircle;");
    expect(text).not.toMatch(/\bimport\b|export /);
  });

  it("keeps in declarations the documentation, and the layout of types", () => {
    expect(compile(typesModule, "types.d.ts")).toBe(`// Banner

/** Anything that can be drawn. */
export type Shape = Circle | Square;

/** All points at one distance from a center. */
export interface Circle {
  kind: "circle";
  /**
   * How far they are.
   *
   * @exclusiveMinimum 0
   */
  radius: number;
}

export interface Square { kind: "square"; size?: Size }
type Size = number;
export {};`);
  });

  it("declares functions, constants and overloads, with the imports that they need", () => {
    expect(compile(unionsModule, "unions.d.ts")).toBe(`// Banner

import type { Circle, Shape, Square } from "./types.js";

/** Every kind, in the schema's order. */
export const shapeKinds: readonly ["circle", "square"];

/** Known kinds. */
export const knownKinds: ReadonlySet<string>;

/** A handler for each kind. */
export interface ShapeHandlers<Result> {
  readonly circle: (circle: Circle) => Result;
  readonly square: (square: Square) => Result;
}

/** Calls the handler of the shape's kind. */
export function matchShape<Result>(shape: Shape, handlers: ShapeHandlers<Result>): Result;
export function matchShape<Result>(shape: Shape, handlers: Partial<ShapeHandlers<Result>>, otherwise: (shape: Shape) => Result): Result;`);
  });

  it("refers from CommonJS declarations to CommonJS declarations", () => {
    const text = compile(unionsModule, "unions.d.cts");
    expect(text).toContain('from "./types.cjs";');
    expect(text.replaceAll(".cjs", ".js")).toBe(compile(unionsModule, "unions.d.ts"));
  });

  it("keeps what bundlers read", () => {
    expect(compile(unionsModule, "unions.js")).toContain(
      "export const knownKinds = /* @__PURE__ */ new Set(shapeKinds);",
    );
  });

  it("leaves out the documentation of a class's members", () => {
    const text = compile(runtimeModule, "runtime.js");
    expect(text).toContain("class ValidationError");
    expect(text).not.toContain("/**");
  });

  it("re-exports in each form's own way", () => {
    expect(compile(indexModule, "index.js")).toBe(
      '// Banner\n\nexport * from "./guards.js";\nexport * from "./unions.js";\nexport { ValidationError } from "./runtime.js";',
    );
    expect(compile(indexModule, "index.d.cts")).toContain('export type * from "./types.cjs";');
    expect(compile(indexModule, "index.cjs")).toContain('__exportStar(require("./guards.cjs"), exports);');
  });

  it("compiles a module of all declarations", () => {
    const declarations = shapesModules.flatMap((module) => module.declarations);
    expect(compile({ ...moduleOf(...declarations), name: "index" }, "index.d.ts")).toContain(
      "export class ValidationError extends Error",
    );
  });

  it.each([
    ["an export whose type is not written", "export const a = Math.random();", /explicit type annotation/],
    ["what does not parse", "export const = 1;", /does not compile: .*expected/],
  ])("refuses %s as a bug", (_, declaration, message) => {
    expect(() => compileModule(moduleOf(declaration), "")).toThrow(message);
  });
});

describe("a module in a folder", () => {
  const nested: Module = {
    name: "types/people/person",
    imports: [
      { moduleSpecifier: "types", namedImports: ["Root"], isTypeOnly: true },
      { moduleSpecifier: "types/people/names", namedImports: ["Name"], isTypeOnly: true },
      { moduleSpecifier: "types/tags", namedImports: ["Tag"], isTypeOnly: true },
    ],
    exports: [],
    declarations: ["export interface Person {\n  parts: [Root, Name, Tag];\n}"],
  };

  it("leads to others from where it stands, in each form", () => {
    const links = (text: string): string[] => [...text.matchAll(/from "(.*)"/g)].map(([, path = ""]) => path);
    expect(links(compile(nested, "types/people/person.d.ts"))).toEqual([
      "../../types.js",
      "./names.js",
      "../tags.js",
    ]);
    expect(links(compile(nested, "types/people/person.d.cts"))).toEqual([
      "../../types.cjs",
      "./names.cjs",
      "../tags.cjs",
    ]);
    expect(compile(nested, "types/people/person.js")).toBe("// Banner\n\nexport {};");
  });

  it.each([
    ["", ["../../types", "./names", "../tags"]],
    [".ts", ["../../types.ts", "./names.ts", "../tags.ts"]],
  ])("ends its specifiers with %o, also where a folder has the same name", (specifier, paths) => {
    const { path, pieces } = printModule(nested, { file: ".ts", specifier }, "");
    expect(path).toBe("types/people/person.ts");
    expect([...pieces.join("\n").matchAll(/from "(.*)"/g)].map(([, text]) => text)).toEqual(paths);
  });

  it("finds the user's functions from there", () => {
    const module = { ...nested, imports: [{ moduleSpecifier: "extensions", namedImports: ["isTag"] }] };
    const textWith = (extensions: string): string =>
      printModule(module, { file: ".ts", specifier: ".js", extensions }, "").pieces.join("\n");
    expect(textWith("../mine.js")).toContain('from "../../../mine.js";');
    expect(textWith("./mine.js")).toContain('from "../../mine.js";');
    expect(textWith("@example/mine")).toContain('from "@example/mine";');
  });
});
