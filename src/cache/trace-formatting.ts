import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { listFormattingFiles, readFormattingFile } from "../load/formatting-files.js";
import { findPackage, type Trace, traceModules } from "./trace-modules.js";

/** What Prettier's configuration for a folder is made from. */
export interface FormattingTrace extends Trace {
  /** The files of the configuration, of which a digest is kept by folder. */
  readonly others: readonly string[];
}

/** Follows the configuration to what it names: modules that it imports, plugins, and configurations to share. */
export function traceFormatting(folder: string): FormattingTrace {
  const others = listUpward(folder);
  const traces = others.flatMap((path) => [
    ...(isModule.test(path) ? [traceModules(path)] : []),
    traceNames(path),
  ]);
  return {
    files: traces.flatMap(({ files }) => files),
    isWhole: traces.every(({ isWhole }) => isWhole),
    others,
  };
}

const isModule = /\.[cm]?[jt]s$/;

function listUpward(folder: string): readonly string[] {
  const above = dirname(folder);
  return [...listFormattingFiles(folder), ...(above === folder ? [] : listUpward(above))];
}

/** Any word of a configuration may be the name of a plugin, or its path. */
function traceNames(path: string): Trace {
  const words = new Set(readFormattingFile(path).match(/[@.]?[\w-][\w./-]*|\.{1,2}\/[\w./-]+/g));
  const traces = [...words].map((word): Trace => {
    if (/^\.{1,2}\//.test(word)) return traceFile(resolve(dirname(path), word));
    const isName = /^(@[\w.-]+\/)?[\w][\w.-]*(\/[\w./-]+)?$/.test(word);
    const found = isName && hasPackage(word, path) ? findPackage(word, path) : { files: [] };
    return { files: found?.files ?? [], isWhole: found !== undefined };
  });
  return { files: traces.flatMap(({ files }) => files), isWhole: traces.every(({ isWhole }) => isWhole) };
}

function traceFile(path: string): Trace {
  return existsSync(path) ? traceModules(path) : { files: [], isWhole: true };
}

/** Whether a package of that name is installed or linked: most words are no packages. */
function hasPackage(word: string, from: string): boolean {
  const name = word.split("/", word.startsWith("@") ? 2 : 1).join("/");
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, "node_modules", name, "package.json"))) return true;
    if (folder === dirname(folder)) return false;
  }
}
