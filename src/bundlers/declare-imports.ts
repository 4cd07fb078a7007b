import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { ImportOptions } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { diagnose, type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { formatFiles } from "../format/format.js";
import { readSurroundings } from "../load/surroundings.js";
import type { Change } from "../write/change.js";
import { findImports } from "./find-imports.js";
import type { GeneratedModule } from "./generate-module.js";
import { namePatterns } from "./name-patterns.js";
import { declarationsBanner, printDeclarations } from "./print-declarations.js";
import type { SchemaImport } from "./schema-import.js";

/** The declarations of all schemas that code imports. */
export interface Declarations {
  /** The absolute path of their file. */
  readonly file: string;
  /** Undefined beside errors. */
  readonly text: string | undefined;
  readonly sources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

type GenerateImport = (imported: SchemaImport) => Promise<GeneratedModule>;

/** Looks for imports in code, and prints what each gives, as TypeScript must be told it. */
export async function declareImports(
  { from, declarations = "schemist-env.d.ts" }: ImportOptions,
  root: string,
  generateImport: GenerateImport,
): Promise<Declarations> {
  const file = resolve(root, declarations);
  const found = await findImports(from, root);
  const named = namePatterns(found.value);
  const diagnostics: Diagnostic[] = [...found.diagnostics, ...named.diagnostics];
  const sources = new Set<string>();
  const pieces = [`${declarationsBanner}\n/* eslint-disable */`];
  for (const { pattern, imported } of named.value) {
    const module = await generateImport(imported);
    for (const source of module.sources) sources.add(source);
    diagnostics.push(...module.diagnostics);
    if (module.source === undefined) continue;
    const printed = printDeclarations(pattern, module.source);
    diagnostics.push(...printed.diagnostics);
    pieces.push(printed.value);
  }
  const formatted = hasErrors(diagnostics) ? undefined : await formatDeclarations(pieces, file, root);
  diagnostics.push(...(formatted?.diagnostics ?? []));
  return { file, text: formatted?.text, sources: [...sources], diagnostics };
}

async function formatDeclarations(
  pieces: readonly string[],
  file: string,
  root: string,
): Promise<{ text: string | undefined; diagnostics: readonly Diagnostic[] }> {
  // Prettier's options for where the file stands.
  const [place] = resolveConfig({ inputs: [{ schema: "", output: dirname(file) }] }, root);
  const { value, diagnostics } = place
    ? await readSurroundings(place)
    : { value: { formatting: {} }, diagnostics: [] };
  const printed = { path: basename(file), pieces, language: "typescript" } as const;
  const options = { format: "prettier", formatting: value.formatting } as const;
  const [formatted] = await formatFiles([printed], dirname(file), options);
  return { text: formatted?.text, diagnostics };
}

/**
 * Writes the file where it differs, or with `check` says what would be done. Throws a DiagnosticError where a file stands there that is
 * not ours.
 */
export async function writeDeclarations(
  { file, text = "" }: Declarations,
  options: { readonly check?: boolean } = {},
): Promise<Change> {
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const change = { output: dirname(file), path: basename(file), before, after: text };
  if (before === text) return { ...change, kind: "same" };
  if (before !== undefined && !before.startsWith(declarationsBanner)) {
    const message = `${file} is to be generated, but a file of that name is there that Schemist did not make.`;
    const help = "Move or delete the file, or name another one as `imports.declarations`.";
    throw new DiagnosticError([diagnose("file-foreign", message, help)]);
  }
  if (!options.check) await writeFile(file, text);
  return { ...change, kind: before === undefined ? "create" : "update" };
}
