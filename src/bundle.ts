import { bundleSchema } from "./bundle/bundle-schema.js";
import type { Input, JsonSchema } from "./config/config.js";
import { resolveConfig } from "./config/resolve-config.js";
import { type Diagnostic, hasErrors } from "./diagnostic.js";
import { Linker } from "./link/link.js";
import { listSources } from "./load/list-sources.js";
import { load } from "./load/load.js";
import { locate } from "./load/locate.js";

/** What `bundle` reads: the part of an input that says what its schema is. */
export type BundleInput = Pick<Input, "schema" | "documents" | "overlays" | "dialect" | "remote">;

/** The bundle, and what there is to say of what it is made of. */
export interface BundleResult {
  /** Undefined where there is an error. */
  readonly schema: JsonSchema | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What it was made from: absolute paths of files, and URLs; also those that could not be read. */
  readonly sources: readonly string[];
}

/** Makes one self-contained schema of a schema and all that it refers to. Relative paths start from `root`. */
export async function bundle(given: BundleInput, root = "."): Promise<BundleResult> {
  const [input] = resolveConfig({ inputs: [{ ...given, output: "." }] }, root);
  if (!input) return { schema: undefined, diagnostics: [], sources: [] };
  const linker = new Linker(input);
  const loaded = await load(input, (known) => linker.findMissing(known));
  const diagnostics = [...loaded.diagnostics];
  const finish = (schema?: JsonSchema): BundleResult => ({
    schema,
    diagnostics: locate(loaded.value, diagnostics),
    sources: listSources(loaded.value, input),
  });
  if (hasErrors(diagnostics)) return finish();
  const linked = linker.link(loaded.value);
  diagnostics.push(...linked.diagnostics);
  if (hasErrors(diagnostics)) return finish();
  const bundled = bundleSchema(loaded.value, linked.value);
  diagnostics.push(...bundled.diagnostics);
  return finish(bundled.value);
}
