import { ts } from "ts-morph";
import type { Input, JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";

export type ModuleOptions = Partial<Omit<Input, "schema" | "output">>;

export interface Validation {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly issues?: readonly Issue[];
}

export interface Issue {
  readonly pointer: string;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  readonly schema: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
}

/** Everything in one file, as it is printed, read to the letter. */
export const plainOptions = {
  layout: "single-file",
  format: false,
  untyped: "exact",
  name: "Root",
  runtime: ["guards", "validators", "unions"],
} as const;

/** The files that each schema gives, by path: all of one run. An error among the diagnostics is a failed test. */
export async function generateAll(
  schemas: readonly JsonSchema[],
  options: ModuleOptions = {},
): Promise<ReadonlyMap<string, string>[]> {
  const { files, diagnostics } = await generate({
    inputs: schemas.map((schema, index) => ({
      ...plainOptions,
      ...options,
      schema: { schema },
      output: `output-${index}`,
    })),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const all = schemas.map(() => new Map<string, string>());
  for (const { output, path, text } of files) all[Number(/\d+$/.exec(output))]?.set(path, text);
  return all;
}

export async function generateFiles(
  schema: JsonSchema,
  options: ModuleOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const [files = new Map<string, string>()] = await generateAll([schema], options);
  return files;
}

export async function generateText(schema: JsonSchema, options: ModuleOptions = {}): Promise<string> {
  return (await generateFiles(schema, options)).get("index.ts") ?? "";
}

/** Runs TypeScript as it is after its types are taken away. */
export async function importText(text: string): Promise<Readonly<Record<string, unknown>>> {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  const url = `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`;
  return (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
}

export interface RootModule {
  readonly text: string;
  readonly isRoot: (value: unknown) => boolean;
  readonly validateRoot: (value: unknown, options?: object) => Validation;
  /** Any other export; calls of it are not typed. */
  readonly get: (name: string) => (...values: readonly unknown[]) => unknown;
}

/** The modules of schemas whose root is called `Root`. */
export async function generateRoots(
  schemas: readonly JsonSchema[],
  options: ModuleOptions = {},
): Promise<RootModule[]> {
  const all = await generateAll(schemas, options);
  return Promise.all(all.map((files) => importRoot(files.get("index.ts") ?? "")));
}

export async function generateRoot(schema: JsonSchema, options: ModuleOptions = {}): Promise<RootModule> {
  return importRoot(await generateText(schema, options));
}

export async function importRoot(text: string): Promise<RootModule> {
  const exports = await importText(text);
  return {
    text,
    isRoot: exports["isRoot"] as RootModule["isRoot"],
    validateRoot: exports["validateRoot"] as RootModule["validateRoot"],
    get: (name) => exports[name] as ReturnType<RootModule["get"]>,
  };
}

/** What stands between the braces of a function, on one line. */
export function bodyOf(text: string, name: string): string {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ESNext, true);
  const functions = file.statements.filter(ts.isFunctionDeclaration);
  const found = functions.find((each) => each.name?.text === name && each.body !== undefined);
  const body = found?.body?.statements.map((statement) => statement.getText()).join(" ") ?? "";
  return body.replaceAll(/\s+/g, " ");
}
