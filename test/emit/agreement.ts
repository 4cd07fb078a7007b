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
  const groups = new Map<string, Acceptance[]>();
  for (const each of acceptances) {
    const group = groups.get(each.text);
    if (group) group.push(each);
    else groups.set(each.text, [each]);
  }
  const files = new Map<string, string>();
  for (const [index, [text, group]] of [...groups].entries()) {
    files.set(`/module-${index}.ts`, text);
    files.set(`/values-${index}.ts`, assignValues(`./module-${index}.js`, group, keysOf(text)));
  }
  const program = ts.createProgram([...files.keys()], options, createHost(files));
  return [...groups.values()].flatMap((group, index) => {
    const file = program.getSourceFile(`/values-${index}.ts`);
    const starts = program.getSemanticDiagnostics(file).map(({ start = 0 }) => start);
    const lines = new Set(starts.map((start) => file?.text.slice(0, start).split("\n").length));
    return group.filter((_, each) => lines.has(each + 2));
  });
}

/** A module with an import in its first line, and each value in one of its own, since JSON has no end of a line in its text. */
function assignValues(path: string, group: readonly Acceptance[], keys: readonly string[]): string {
  const lines = group.map(
    // A declared value is not fresh: what it has beyond its type is no mistake.
    ({ type, value }, index) =>
      `declare const value${index}: ${typeOf(value, keys)}; export const admitted${index}: Module.${type} = value${index};`,
  );
  return [`import type * as Module from "${path}";`, ...lines].join("\n");
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
    getSourceFile(path, version) {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version);
      const known = libraries.get(path) ?? host.getSourceFile(path, version);
      libraries.set(path, known);
      return known;
    },
  };
}

/** The compiler's own declarations, which take longer to read than most values to judge. */
const libraries = new Map<string, ts.SourceFile | undefined>();
