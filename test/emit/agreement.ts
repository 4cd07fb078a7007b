import ts from "typescript-5.9";
import type { JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";

/** A value that a guard accepts, and the type that is to admit it. */
export interface Acceptance {
  /** What a failure is called. */
  readonly name: string;
  /** The module, and the type's name in it. */
  readonly text: string;
  readonly type: string;
  readonly value: JsonValue;
}

/**
 * The acceptances that the compiler refuses, by name. Apart stand those that only the rule of weak types does (TS2559, or another code
 * in a union): it refuses a value that has no property of a type whose properties are all optional. As a type of the value that
 * says which of them are absent, they pass.
 */
export interface Disagreements {
  readonly refused: readonly string[];
  readonly weak: readonly string[];
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2020,
  lib: ["lib.es2020.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  types: [],
  noEmit: true,
};

/** Holds all values against their types, in one program, and those that are refused once more. */
export function findDisagreements(acceptances: readonly Acceptance[]): Disagreements {
  const suspects = listRefused(acceptances, () => []);
  const refused = new Set(listRefused(suspects, listKeys));
  return {
    refused: [...refused].map(({ name }) => name),
    weak: suspects.filter((each) => !refused.has(each)).map(({ name }) => name),
  };
}

/** Those whose value is not assignable, as a type that says which of the keys that a module speaks of the value lacks. */
function listRefused(
  acceptances: readonly Acceptance[],
  keysOf: (text: string) => readonly string[],
): readonly Acceptance[] {
  const modules = new Map(
    [...new Set(acceptances.map(({ text }) => text))].map((text, index) => [text, index]),
  );
  const files = new Map([...modules].map(([text, index]) => [`/module-${index}.ts`, text]));
  for (const [index, { text, type, value }] of acceptances.entries()) {
    // A declared value is not fresh: what it has beyond its type is no mistake.
    const lines = [
      `import type { ${type} } from "./module-${modules.get(text)}.js";`,
      `declare const value: ${typeOf(value, keysOf(text))};`,
      `export const admitted: ${type} = value;`,
    ];
    files.set(`/value-${index}.ts`, lines.join("\n"));
  }
  const program = ts.createProgram([...files.keys()], options, createHost(files));
  return acceptances.filter(
    (_, index) => program.getSemanticDiagnostics(program.getSourceFile(`/value-${index}.ts`)).length > 0,
  );
}

/** The keys that types of the module have. */
function listKeys(text: string): string[] {
  const keys = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && !ts.isComputedPropertyName(node.name)) keys.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2020));
  return [...keys];
}

/** The type that has this value alone; of `others` each object in it says that it lacks them, or has what every object has. */
function typeOf(value: JsonValue, others: readonly string[]): string {
  if (Array.isArray(value)) return `[${value.map((item) => typeOf(item, others)).join(", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const own = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${typeOf(member, others)}`,
  );
  const left = others.filter((key) => !Object.hasOwn(value, key)).map((key) => JSON.stringify(key));
  const known = left.map((key) => (inherited.has(key) ? `${key}: Object[${key}]` : `${key}?: never`));
  return `{ ${[...own, ...known].join("; ")} }`;
}

/** What the compiler knows of every object. */
const inherited: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype)
    .filter((key) => !key.startsWith("__"))
    .map((key) => JSON.stringify(key)),
);

function createHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, version)
        : ts.createSourceFile(path, text, version);
    },
  };
}
