import { dirname, resolve } from "node:path";
import { noCache, type RunCache } from "../cache/run-cache.js";
import type { Input } from "../config/config.js";
import { type ConfigSearch, loadConfig, type LoadedConfig } from "../config/load-config.js";
import { resolveReference } from "../config/resolve-config.js";
import { validateConfig } from "../config/validate-config.js";
import { diagnose, type Diagnostic, hasErrors, type Outcome } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { applyInputFlags } from "./input-flags.js";
import { placeOutputs } from "./place-outputs.js";
import type { Candidate, Chosen, Selection } from "./selection.js";

/**
 * The inputs that the command line asks for, flags applied, outputs absolute: all of the config file, or those of
 * `schemas`. Beside errors there are none. `isReload`: the config file may have been loaded before.
 */
export async function selectInputs(
  schemas: readonly string[],
  flags: CommandFlags,
  cwd: string,
  cache: RunCache = noCache,
  isReload = false,
): Promise<Outcome<Chosen>> {
  const { value: loaded, diagnostics } = await loadConfig({ ...searchOf(flags, cwd), isReload });
  if (hasErrors(diagnostics)) return { value: nothing, diagnostics };
  const configured = loaded ? listConfigured(loaded) : [];
  if (!loaded && schemas.length === 0) return { value: nothing, diagnostics: [refuseNothing()] };
  const chosen = schemas.length === 0 ? configured : chooseInputs(schemas, configured, cwd);
  const { value, diagnostics: problems } = placeOutputs(chosen, flags.out, cwd);
  const all = [...diagnostics, ...refuseShared(chosen, flags), ...problems];
  if (hasErrors(all)) return { value: nothing, diagnostics: all };
  const finished = finishSelections(value, flags, cwd);
  if (finished.diagnostics.length === 0) {
    await cache.keepSelection(finished.value, loaded, { cwd, isNamed: flags.config !== undefined });
  }
  return {
    value: { selections: finished.value, loaded, ...(schemas.length === 0 && loaded && importsOf(loaded)) },
    diagnostics: finished.diagnostics,
  };
}

const nothing: Chosen = { selections: [] };

function importsOf({ config, file }: LoadedConfig): Pick<Chosen, "imports"> {
  return config.imports ? { imports: { config, root: rootOf({ config, file }) } } : {};
}

function rootOf({ config, file }: LoadedConfig): string {
  return resolve(dirname(file), config.root ?? "");
}

/** The config file that the command line means. */
export function searchOf({ config }: CommandFlags, cwd: string): ConfigSearch {
  return { ...(config !== undefined && { file: config }), from: cwd };
}

/** The inputs of a config file. */
export function listConfigured(loaded: LoadedConfig): readonly Selection[] {
  const root = rootOf(loaded);
  return loaded.config.inputs.map((input) => ({ input, root }));
}

/** The inputs that are asked for: those of the config file with just that schema, or one of its own. */
export function chooseInputs(
  schemas: readonly string[],
  configured: readonly Selection[],
  cwd: string,
): readonly Candidate[] {
  const chosen = new Map<string | Selection, Candidate>();
  for (const schema of schemas) {
    const reference = resolveReference(schema, cwd);
    const same = configured.filter(({ input, root }) => referenceOf(input, root) === reference);
    for (const selection of same) chosen.set(selection, selection);
    if (same.length === 0) chosen.set(reference, { input: { schema }, root: cwd });
  }
  return [...chosen.values()];
}

function referenceOf(input: Input, root: string): string | undefined {
  return typeof input.schema === "string" ? resolveReference(input.schema, root) : undefined;
}

function refuseNothing(): Diagnostic {
  const message = "There is no config file in this folder or above it, and no schema was named.";
  return diagnose("config-not-found", message, "Write schemist.config.ts, or name a schema and --out.");
}

/** What can belong to one input only is refused for several. */
function refuseShared(chosen: readonly Candidate[], flags: CommandFlags): readonly Diagnostic[] {
  if (chosen.length < 2) return [];
  const single = (["name", "package"] as const).filter((flag) => flags[flag] !== undefined);
  return single.map((flag) => {
    const message = `--${flag} cannot be that of ${chosen.length} inputs.`;
    return diagnose("config-invalid", message, "Name the one schema that it is for.");
  });
}

/** Flags may break an input that was right before them, so it is checked again. */
function finishSelections(
  selections: readonly Selection[],
  flags: CommandFlags,
  cwd: string,
): Outcome<readonly Selection[]> {
  const value = selections.map(({ input, root }) => ({ input: applyInputFlags(input, flags, cwd), root }));
  const diagnostics = value.flatMap(({ input }) =>
    validateConfig({ inputs: [input] }, undefined).map(({ code, message, help }) =>
      diagnose(code, message, help),
    ),
  );
  return diagnostics.length > 0 ? { value: [], diagnostics } : { value, diagnostics };
}
