import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** What says, behind a path, that code imports what a schema generates. */
export const importMark = /\?schemist(?:&|$)/;

/** An import of a schema: the absolute path of its file, and the settings behind the mark as they stand there. */
export interface SchemaImport {
  readonly file: string;
  readonly query: string;
}

/**
 * What `specifier` imports, as code in the file `importer` says it: a path from there, an absolute one, or a file of a package.
 * Undefined where it names none.
 */
export function resolveSchemaImport(specifier: string, importer: string): SchemaImport | undefined {
  const [path, query] = splitSpecifier(specifier);
  if (path.startsWith(".")) return { file: resolve(dirname(withoutQuery(importer)), path), query };
  if (isAbsolute(path)) return { file: path, query };
  const file = findInPackage(path, importer);
  return file === undefined ? undefined : { file, query };
}

/** The id that a bundler knows the import by, and back. */
export function formatImportId({ file, query }: SchemaImport): string {
  return `${file}?schemist${query === "" ? "" : `&${query}`}`;
}

export function parseImportId(id: string): SchemaImport {
  const [file, query] = splitSpecifier(id);
  return { file, query };
}

function splitSpecifier(specifier: string): [path: string, query: string] {
  const at = specifier.search(importMark);
  return [specifier.slice(0, at), specifier.slice(at + "?schemist&".length)];
}

function withoutQuery(importer: string): string {
  return importer.split("?")[0] ?? importer;
}

function findInPackage(path: string, importer: string): string | undefined {
  try {
    return createRequire(join(dirname(withoutQuery(importer)), "importer.js")).resolve(path);
  } catch {
    // No package of that name, or none that lets the file be seen: the bundler may know it, or says that nobody does.
    return undefined;
  }
}
