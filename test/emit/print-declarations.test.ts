import type { StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import { expect, it } from "vitest";
import { printDeclarations } from "../../src/emit/print-declarations.js";

const print = (...statements: StatementStructures[]): string[] =>
  printDeclarations(statements).map(({ text }) => text);

it("prints each statement with its documentation", () => {
  expect(
    print(
      {
        kind: StructureKind.TypeAlias,
        name: "A",
        type: "string",
        isExported: true,
        docs: [{ description: "One." }],
      },
      { kind: StructureKind.Interface, name: "B", properties: [{ name: "a", type: "A" }] },
    ),
  ).toEqual(["/** One. */\nexport type A = string;", "interface B {\n    a: A;\n}"]);
});

it("keeps overloads with the function that they belong to", () => {
  const [only, ...others] = print({
    kind: StructureKind.Function,
    name: "f",
    overloads: [{ returnType: "void" }, { parameters: [{ name: "a", type: "1" }], returnType: "void" }],
    parameters: [{ name: "a", type: "1", hasQuestionToken: true }],
    returnType: "void",
    statements: [],
  });
  expect(others).toEqual([]);
  expect(only?.match(/function f/g)).toHaveLength(3);
});

it.each([
  ["a literal that ends in a backslash", String.raw`"\\"`],
  ["a literal with braces and comments", '"{ /* // } "'],
  ["a template", "`${a}`"],
  ["a regular expression", String.raw`/["'\/]/u`],
  ["lines of its own", '"a" |\n  "b"'],
  ["a mark of its own kind", '"sealed0$"'],
])("gives %s back as it is", (_, text) => {
  const statement: StatementStructures = { kind: StructureKind.TypeAlias, name: "A", type: text };
  expect(print(statement, { ...statement, name: "B" })).toEqual([`type A = ${text};`, `type B = ${text};`]);
});

it("leaves what another printer has made as it is", () => {
  const texts = printDeclarations(["type A = 1;", "interface B {\n}\n"]).map(({ text }) => text);
  expect(texts).toEqual(["type A = 1;", "interface B {\n}\n"]);
});

it("prints nothing of nothing", () => {
  expect(print()).toEqual([]);
});
