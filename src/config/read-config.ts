import type { Jiti } from "jiti";
import type { ParseError } from "jsonc-parser";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type Diagnostic, diagnose, DiagnosticError } from "../diagnostic.js";
import { loadJiti, loadJsonc, loadYaml } from "../libraries.js";
import { defineConfig } from "./config.js";
import { placeInConfig, type Position } from "./locate-config.js";

/** What the config file holds; undefined where it holds nothing. Throws a DiagnosticError that says why it cannot be read. */
export type ReadConfig = (file: string, text: string) => Promise<unknown>;

/** How a config file is read, by the ending of its name. */
export const configReaders: Readonly<Record<string, ReadConfig>> = {
  ".ts": readWith(importTypeScript),
  ".mts": readWith(importTypeScript),
  ".js": readWith(importJavaScript),
  ".mjs": readWith(importJavaScript),
  ".json": readJson,
  ".yaml": readYaml,
};

/**
 * How it is read once more in the same process: what Node keeps of the modules that it has loaded does not count. Only JavaScript
 * that a config with `await` at its top imports stays as it was.
 */
export const configReloaders: Readonly<Record<string, ReadConfig>> = {
  ...configReaders,
  ".ts": readWith(reload),
  ".mts": readWith(reload),
  ".js": readWith(reload),
  ".mjs": readWith(reload),
};

/** One diagnostic, `config-unreadable`, with line, column and frame where the position is known. */
export function refuseConfig(file: string, text: string, reason: string, position?: Position): Diagnostic {
  const message = `The config cannot be read: ${reason}`;
  return diagnose("config-unreadable", message, "Correct the file.", placeInConfig(file, text, position));
}

type ImportConfig = (file: string) => Promise<{ readonly default?: unknown }>;

function readWith(importConfig: ImportConfig): ReadConfig {
  return async (file, text) => {
    try {
      const module = await importConfig(file);
      // jiti lets `default` be read where there is none.
      return "default" in module ? module.default : undefined;
    } catch (error) {
      throw new DiagnosticError([refuseException(file, text, error)]);
    }
  };
}

function importTypeScript(file: string): Promise<{ readonly default?: unknown }> {
  return createEvaluator().import(file);
}

/** TypeScript is not cached, on disk or in memory: what changed is read anew. */
function createEvaluator(): Jiti {
  return loadJiti().createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    // A config works where Schemist is not installed beside it, and in the repository of Schemist itself.
    virtualModules: { schemist: { defineConfig } },
  });
}

/** Evaluated as CommonJS, modules go round what Node has loaded; but nothing can be awaited there. */
async function reload(file: string): Promise<{ readonly default?: unknown }> {
  forgetModules();
  const evaluator = createEvaluator();
  try {
    return evaluator(file) as { readonly default?: unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError && error.message.startsWith("await is only valid"))) throw error;
    const options = { filename: file, async: true, forceTranspile: true };
    return evaluator.evalModule(await readFile(file, "utf8"), options) as { readonly default?: unknown };
  }
}

/** CommonJS and JSON are kept for the whole process; packages may be. */
function forgetModules(): void {
  const { cache } = createRequire(import.meta.url);
  for (const path of Object.keys(cache)) {
    if (!path.includes(`${sep}node_modules${sep}`)) delete cache[path];
  }
}

async function importJavaScript(file: string): Promise<{ readonly default?: unknown }> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    // Node does not tell where in a module the syntax is wrong; jiti does.
    if (error instanceof SyntaxError) await importTypeScript(file);
    throw error;
  }
}

function refuseException(file: string, text: string, error: unknown): Diagnostic {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const isSyntax = message.startsWith(syntaxMark);
  // jiti counts the columns of a syntax error from 0, and Node those of a stack from 1.
  const position = findPosition(file, message + stack, isSyntax ? 1 : 0);
  const lines = message.slice(isSyntax ? syntaxMark.length : 0).split("\n");
  // Without a position in the config, the lines that follow may name the module that it imports.
  const reason = (position ? lines.slice(0, 1) : lines).map((line) => line.trim()).join(" ");
  return refuseConfig(file, text, endSentence(reason), position);
}

/** What the message of a syntax error starts with that jiti throws. */
const syntaxMark = "ParseError: ";

/** The first `file:line:column` of the config in what an exception says. */
function findPosition(file: string, trace: string, columnOffset: number): Position | undefined {
  const [, rest = ""] = trace.split(`${file}:`);
  const [, line, column] = /^(\d+):(\d+)/.exec(rest) ?? [];
  return line && column ? { line: Number(line), column: Number(column) + columnOffset } : undefined;
}

async function readJson(file: string, text: string): Promise<unknown> {
  const json = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(json);
  } catch {
    // `JSON.parse` does not tell the line; the parser below does.
    throw new DiagnosticError([refuseJson(file, json)]);
  }
}

function refuseJson(file: string, json: string): Diagnostic {
  const { parse, printParseErrorCode } = loadJsonc();
  const errors: ParseError[] = [];
  parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return refuseConfig(file, json, "it is not JSON.");
  const before = json.slice(0, first.offset).split("\n");
  const position = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return refuseConfig(file, json, `it is not JSON (${printParseErrorCode(first.error)}).`, position);
}

async function readYaml(file: string, text: string): Promise<unknown> {
  try {
    const { LineCounter, parseDocument } = loadYaml();
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const problems = document.errors.map((error) => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return refuseConfig(file, text, endSentence(error.message), { line, column: col });
    });
    if (problems.length > 0) throw new DiagnosticError(problems);
    return document.toJS() ?? undefined;
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    // Nested too deep, or aliases with far too many copies.
    throw new DiagnosticError([refuseException(file, text, error)]);
  }
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(".") ? trimmed : `${trimmed}.`;
}
