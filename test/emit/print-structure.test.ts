import type { StatementStructures } from "ts-morph";
import { Project, StructureKind as MorphKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { printStructure } from "../../src/emit/print-structure.js";
import { StructureKind } from "../../src/emit/structure-kind.js";

const project = new Project({ useInMemoryFileSystem: true });

function printByMorph(structure: StatementStructures): string {
  const file = project.createSourceFile("/a.ts", { statements: [structure] }, { overwrite: true });
  return file.getFullText().trim();
}

const docs = [{ description: "Says `a`." }];
const longDocs = [{ description: "\nOne.\n\n  Two, with “it's” and `code`.\n\n@see a" }];
const typeParameters = ["T", { name: "U", constraint: "T", default: "never" }, { name: "V", isConst: true }];

const structures: Readonly<Record<string, StatementStructures>> = {
  "an alias": { kind: MorphKind.TypeAlias, name: "A", type: "string" },
  "an alias with all": {
    kind: MorphKind.TypeAlias,
    name: "A",
    type: "T | U",
    isExported: true,
    docs: longDocs,
    typeParameters,
  },
  "an interface without members": { kind: MorphKind.Interface, name: "A", extends: [], properties: [] },
  "an interface with all": {
    kind: MorphKind.Interface,
    name: "A",
    isExported: true,
    docs,
    extends: ["B", "C<T>"],
    typeParameters,
    properties: [
      { name: "a", type: "string", docs: longDocs, isReadonly: true },
      { name: '"b c"', type: "{ d: 1 }[]", hasQuestionToken: true, docs },
    ],
    indexSignatures: [
      { keyName: "key", keyType: "`x-${string}`", returnType: "1", isReadonly: true },
      { keyName: "key", keyType: "string", returnType: "unknown" },
    ],
    methods: [
      {
        name: "on",
        typeParameters: ["T"],
        parameters: [{ name: "a", type: "T" }],
        returnType: "this",
        docs: longDocs,
      },
      { name: "off", docs },
    ],
  },
  "a function": { kind: MorphKind.Function, name: "a" },
  "a function with all": {
    kind: MorphKind.Function,
    name: "a",
    isExported: true,
    isAsync: true,
    docs,
    typeParameters,
    parameters: [
      { name: "a", type: "T" },
      { name: "b", hasQuestionToken: true },
      { name: "c", type: "U", initializer: "d" },
      { name: "rest", type: "V[]", isRestParameter: true },
    ],
    returnType: "Promise<void>",
    statements: ["const e = 1;", "return;"],
    overloads: [
      { docs, returnType: "1" },
      { typeParameters: ["T"], parameters: [{ name: "a", type: "T" }] },
    ],
  },
  "a constant": {
    kind: MorphKind.VariableStatement,
    isExported: true,
    declarationKind: "const" as never,
    declarations: [{ name: "a", type: "A", initializer: "[]" }],
    docs,
  },
  "an enum": {
    kind: MorphKind.Enum,
    name: "A",
    hasDeclareKeyword: true,
    members: [
      { name: "any", value: "" },
      { name: "one", value: 1 },
    ],
    docs,
  },
};

it.each(Object.entries(structures))("prints %s as ts-morph does", (_, structure) => {
  expect(printStructure(structure)).toBe(printByMorph(structure));
});

describe("what is no form of ours", () => {
  it("is refused", () => {
    const module: StatementStructures = { kind: MorphKind.Module, name: "A" };
    expect(() => printStructure(module)).toThrow("no declaration of ours");
    const written: StatementStructures = { kind: MorphKind.TypeAlias, name: "A", type: () => undefined };
    expect(() => printStructure(written)).toThrow("no text of ours");
    const nested: StatementStructures = { kind: MorphKind.Function, name: "a", statements: [written] };
    expect(() => printStructure(nested)).toThrow("a statement of ours");
  });
});

it("has the kinds of ts-morph", () => {
  for (const [name, kind] of Object.entries(StructureKind)) expect(MorphKind[kind]).toBe(name);
});
