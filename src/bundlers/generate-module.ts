import { ts } from "ts-morph";
import type { Config, Input } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { type Diagnostic, hasErrors } from "../diagnostic.js";
import { generate } from "../generate.js";
import { invariant } from "../invariant.js";
import { extensionsSpecifier } from "../package/extensions-specifier.js";
import { chooseSettings } from "./import-settings.js";
import type { SchemaImport } from "./schema-import.js";

/** What one import of a schema gives. Beside errors `source` is undefined. */
export interface GeneratedModule {
  /** TypeScript. */
  readonly source: string | undefined;
  readonly sources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates what the schema gives, as one module in memory. */
export async function generateModule(
  imported: SchemaImport,
  config: Config,
  root: string,
): Promise<GeneratedModule> {
  const { value: input, diagnostics: refused } = chooseSettings(imported, config, root);
  if (hasErrors(refused)) return { source: undefined, sources: [imported.file], diagnostics: refused };
  const { files, diagnostics, sources } = await generate({ inputs: [input], root });
  if (hasErrors(diagnostics)) return { source: undefined, sources, diagnostics };
  const file = files.find(({ path }) => path === "index.ts");
  invariant(file, "an import gives one module");
  return { source: nameExtensions(file.text, input, root), sources, diagnostics };
}

/** The module as JavaScript, for the bundler to carry on with. */
export function compileToScript(source: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions: options }).outputText;
}

/** The user's functions are imported by their absolute path, since the module is in no folder. */
function nameExtensions(text: string, input: Input, root: string): string {
  const [resolved] = resolveConfig({ inputs: [input] }, root);
  const specifier = resolved && extensionsSpecifier(resolved);
  const module = resolved?.extensions?.module;
  if (specifier === undefined || module === undefined) return text;
  return text.replace(`from ${JSON.stringify(specifier)};`, () => `from ${JSON.stringify(module)};`);
}
