import type { Config } from "../config/config.js";
import { type Diagnostic, DiagnosticError } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import type { Change } from "../write/change.js";
import { declareImports, writeDeclarations } from "./declare-imports.js";
import { generateModule } from "./generate-module.js";

/**
 * Writes the declarations of all schemas that code imports, without a bundler; with `check` it says what would be written. Throws a
 * DiagnosticError where there are errors.
 */
export async function declareAll(
  config: Config,
  root: string,
  options: { readonly check: boolean },
): Promise<{ readonly change: Change; readonly diagnostics: readonly Diagnostic[] }> {
  invariant(config.imports, "there are imports to declare");
  const declarations = await declareImports(config.imports, root, (imported) =>
    generateModule(imported, config, root),
  );
  const { text, diagnostics } = declarations;
  if (text === undefined) throw new DiagnosticError(diagnostics);
  return { change: await writeDeclarations(declarations, options), diagnostics };
}
