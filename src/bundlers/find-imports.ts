import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { glob } from "tinyglobby";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import { resolveSchemaImport, type SchemaImport } from "./schema-import.js";

/** An import of a schema, as code says it. */
export interface FoundImport {
  readonly specifier: string;
  readonly imported: SchemaImport;
}

/** A string that ends in the mark, or in settings behind it: code of any language that bundlers read. */
const specifiers = /(["'`])([^"'`\s]+\?schemist(?:&[^"'`\s]*)?)\1/g;

/** All imports of schemas in the files that the globs match, each specifier of one schema once, sorted. */
export async function findImports(
  patterns: readonly string[],
  root: string,
): Promise<Outcome<readonly FoundImport[]>> {
  const options = { cwd: root, absolute: true, expandDirectories: false, ignore: ["**/node_modules/**"] };
  const files = (await glob([...patterns], options)).sort();
  const found = new Map<string, FoundImport>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    for (const [, , specifier = ""] of (await readFile(file, "utf8")).matchAll(specifiers)) {
      const imported = resolveSchemaImport(specifier, file);
      if (imported) found.set(`${specifier} ${imported.file}`, { specifier, imported });
      else diagnostics.push(reportUnresolved(specifier, relative(root, file).split(sep).join("/")));
    }
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return { value: sorted.map(([, each]) => each), diagnostics };
}

function reportUnresolved(specifier: string, file: string): Diagnostic {
  const message = `Nothing is declared for the import of "${specifier}" in ${file}: it is no path, and no file of a package.`;
  const help =
    "Import it by a path, or by a name under `imports` of package.json, as in `#schemas/event.json`.";
  return diagnose("import-unresolved", message, help);
}
