import ts from "typescript-5.9";
import type { JsonValue } from "../../../src/json.js";
import { writeExpression, writeType } from "./instance-code.js";

/** A module that exports a type `Root`, and what is assigned to it. */
export interface Trial {
  readonly code: string;
  readonly instances: readonly { readonly data: JsonValue; readonly valid: boolean }[];
}

export interface TrialResult {
  /** Why the type cannot be used: then it admits nothing. */
  readonly error: string | undefined;
  readonly instances: readonly InstanceResult[];
}

export interface InstanceResult {
  /** Whether a value of the instance's own type is assignable. */
  readonly admitsValue: boolean;
  /** Whether the instance is assignable as it stands in code, where names that a type does not list are errors. */
  readonly admitsLiteral: boolean;
  /** Whether the value is refused only since it has no name in common with a type whose names are all optional. */
  readonly isWeaklyRefused: boolean;
}

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  skipLibCheck: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** Errors at a type's use that say that the type itself is broken: it is not exported, or has no end. */
const broken: ReadonlySet<number> = new Set([2305, 2306, 2307, 2459, 2589, 2590, 2614, 2724]);

/** The compiler of the types, which keeps what it has read of the library. */
export class TypeTrials {
  readonly #libraries = new Map<string, ts.SourceFile | undefined>();

  /** Tries all types in one program, and once more those that refuse what is valid, with every name in common. */
  try(trials: readonly Trial[]): TrialResult[] {
    const results = this.#tryOnce(trials, () => []);
    const isRefused = (trial: number, instance: number): boolean =>
      trials[trial]?.instances[instance]?.valid === true &&
      results[trial]?.instances[instance]?.admitsValue === false;
    const doubtful = trials.flatMap(({ instances }, index) =>
      instances.some((_, each) => isRefused(index, each)) ? [index] : [],
    );
    const others = this.#tryOnce(
      doubtful.flatMap((index) => trials[index] ?? []),
      ({ code }) => listNames(code),
    );
    return results.map(({ error, instances }, index) => ({
      error,
      instances: instances.map((instance, each) => ({
        ...instance,
        isWeaklyRefused:
          isRefused(index, each) && others[doubtful.indexOf(index)]?.instances[each]?.admitsValue === true,
      })),
    }));
  }

  #tryOnce(trials: readonly Trial[], absentNames: (trial: Trial) => readonly string[]): TrialResult[] {
    const files = new Map(
      trials.flatMap((trial, index) => [
        [`/types/${index}.ts`, trial.code] as const,
        [`/uses/${index}.ts`, writeUses(trial, index, absentNames(trial))] as const,
      ]),
    );
    const program = this.#createProgram(files);
    return trials.map(({ instances }, index) => {
      const [own] = diagnosticsOf(program, `/types/${index}.ts`);
      const uses = diagnosticsOf(program, `/uses/${index}.ts`);
      const failure = own ?? uses.find(({ line, code }) => line === 0 || broken.has(code));
      const isAdmitted = (line: number): boolean => !failure && !uses.some((use) => use.line === line);
      return {
        error: failure && `TS${failure.code} ${failure.text}`,
        instances: instances.map((_, each) => ({
          admitsValue: isAdmitted(1 + 2 * each),
          admitsLiteral: isAdmitted(2 + 2 * each),
          isWeaklyRefused: false,
        })),
      };
    });
  }

  #createProgram(files: ReadonlyMap<string, string>): ts.Program {
    const host = ts.createCompilerHost(options);
    const readLibrary = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) => {
      const text = files.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, target, true);
      if (!this.#libraries.has(name)) this.#libraries.set(name, readLibrary(name, target));
      return this.#libraries.get(name);
    };
    const { fileExists } = host;
    host.fileExists = (name) => files.has(name) || fileExists(name);
    host.directoryExists = (name) => name === "/types" || name === "/uses";
    return ts.createProgram({ rootNames: [...files.keys()], options, host });
  }
}

/** Line 0 imports; each instance has a line for its value and one for its literal. */
function writeUses({ instances }: Trial, index: number, absent: readonly string[]): string {
  const uses = instances.flatMap(({ data }, each) => [
    `declare const v${each}: ${writeType(data, absent)}; export const a${each}: Root = v${each};`,
    `export const b${each}: Root = ${writeExpression(data)};`,
  ]);
  return [`import type { Root } from "../types/${index}";`, ...uses].join("\n");
}

interface Finding {
  readonly line: number;
  readonly code: number;
  readonly text: string;
}

function diagnosticsOf(program: ts.Program, name: string): Finding[] {
  const file = program.getSourceFile(name);
  if (!file) return [{ line: 0, code: 0, text: `${name} is not in the program` }];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ start, code, messageText }) => ({
      line: file.getLineAndCharacterOfPosition(start ?? 0).line,
      code,
      text: ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 300),
    }),
  );
}

/** Every property name that stands in a module. */
function listNames(code: string): readonly string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name)))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("types.ts", code, ts.ScriptTarget.ES2022, false));
  return [...names];
}
