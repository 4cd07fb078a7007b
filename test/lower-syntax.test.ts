import { runInThisContext } from "node:vm";
import { Project, ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { lowerFile } from "../lower-syntax.js";

const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: { target: ts.ScriptTarget.ES2023, lib: ["lib.es2023.d.ts"], strict: true },
});

function lower(text: string): string {
  const { compilerNode: file } = project.createSourceFile("/file.ts", text, { overwrite: true });
  return lowerFile(file, project.getProgram().compilerObject.getTypeChecker());
}

function run(text: string): unknown {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
  });
  const exports: { result?: unknown } = {};
  const execute = runInThisContext(`(exports) => {${outputText}\n}`) as (into: typeof exports) => void;
  execute(exports);
  return exports.result;
}

const given = `declare const list: readonly string[]; declare const pairs: [string, number][];
declare const set: Set<string>; declare const map: Map<string, number>; declare function use(...values: unknown[]): void;
`;

describe("what is lowered", () => {
  test.each([
    [
      "for (const x of list) { use(x); }",
      "for (let $index0 = 0, $list0 = list; $index0 < $list0.length; $index0++) { const x = $list0[$index0];  use(x); }",
    ],
    [
      "for (const x of list) use(x);",
      "for (let $index0 = 0, $list0 = list; $index0 < $list0.length; $index0++) { const x = $list0[$index0]; use(x); }",
    ],
    [
      "for (const [name, { length }] of pairs.map(([a]) => [a, list] as const)) use(name, length);",
      "for (let $index0 = 0, $list0 = pairs.map(({0: a}) => [a, list] as const); $index0 < $list0.length; $index0++) { const {0: name, 1: { length }} = $list0[$index0]; use(name, length);",
    ],
    [
      "for (const [index, [name]] of pairs.entries()) { use(index, name); }",
      "for (let $index0 = 0, $list0 = pairs; $index0 < $list0.length; $index0++) { const index = $index0; const {0: name} = $list0[$index0];  use(index, name); }",
    ],
    ["const [, second = 1] = pairs[0]!;", "const {1: second = 1} = pairs[0]!;"],
    ["const [, found] = /a(b)/.exec('ab') ?? [];", "const {1: found} = /a(b)/.exec('ab') ?? [];"],
    [
      "for (const [name] of map) use(name);", //
      "for (const {0: name} of map) use(name);",
    ],
    ["use([...list, 1, 2, ...list]);", "use([].concat(list, [1, 2], list));"],
    ["use([1, ...list, 2]);", "use([].concat([1], list, [2]));"],
    [
      "class C { #x = 1; get x() { return this.#x; } }",
      "class C { _C_x = 1; get x() { return this._C_x; } }",
    ],
  ])("%s", (text, expected) => {
    const lowered = lower(given + text);
    expect(lowered).toContain(given);
    expect(lowered.slice(given.length).trim()).toContain(expected);
  });
});

describe("what stays", () => {
  test.each([
    "for (const x of set) use(x);",
    "for (const x of map.values()) use(x);",
    "for (const x of 'text') use(x);",
    "const [first, ...rest] = list;",
    "const [first] = set;",
    "use([...list]);",
    "use([...set, 1]);",
    "let a, b: string[]; [a, ...b] = list;",
    "for (let index = 0; index < 3; index++) use(index);",
    "for (const index in list) use(index);",
    "use(...list);",
  ])("%s", (text) => {
    expect(lower(given + text)).toBe(given + text);
  });
});

test("what is lowered does the same", () => {
  const text = `
    class Counter { #count = 0; #add(by: number) { this.#count += by; return this; } add = (by: number) => this.#add(by).#count; }
    class Twice extends Counter { #count = 10; both() { return [this.#count, this.add(1)]; } }
    const out: unknown[] = [];
    const later: (() => unknown)[] = [];
    const growing = [1, 2, 3];
    for (const each of growing) { if (each < 3) growing.push(each + 10); later.push(() => each); }
    outer: for (const [at, row] of [[1, 2], [3, 4], [5, 6]].entries()) {
      for (const cell of row) { if (cell === 1) continue; if (cell === 4) break outer; out.push([at, cell]); }
    }
    for (const [at, letter] of ["a", "b"].entries()) later.push(() => letter + at);
    for (let each of growing) { each *= 2; out.push(each); }
    for (const [[a, [b = 7] = [8]], , { length }] of [[[1, []], 0, "abc"], [[2], 0, "d"]] as [[number, number[]?], number, string][])
      out.push(a, b, length);
    const swap = ([left, right]: readonly [number, number]) => [right, left];
    const parts = [...growing, swap([1, 2]), ...swap([3, 4]), [5], ...[]];
    export const result = [out, later.map((each) => each()), parts, new Twice().both(), [...new Set(growing), 1]];
  `;
  const lowered = lower(text);
  expect(lowered).not.toMatch(/#\w|\.\.\.growing,|for \(const \[?(each|at|cell)/);
  expect(run(lowered)).toEqual(run(text));
});
