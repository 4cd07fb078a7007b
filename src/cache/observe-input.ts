import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDynamicPattern } from "../libraries.js";
import type { ResolvedInput } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { Diagnostic } from "../diagnostic.js";
import type { GeneratedFile } from "../file.js";
import { findEntries } from "../load/find-entries.js";
import { isAbsoluteUri } from "../uri.js";
import { digestOf } from "../digest.js";
import { observe, type Observation } from "./observe.js";
import type { InputRecord, Selected } from "./record.js";
import { traceFormatting } from "./trace-formatting.js";

/** What generating one input has given, and what it was made from. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly string[];
}

/**
 * What to keep of an input whose output is on the disk. Undefined for one that is made from what cannot be looked at again in a
 * moment: an address, a function, Prettier's configuration where it is a program that looks around.
 */
export async function observeInput(
  { input, root }: Selected,
  { files, diagnostics, sources }: Generated,
  observation: Observation,
): Promise<InputRecord | undefined> {
  const [resolved] = resolveConfig({ inputs: [input] }, root);
  if (!resolved || isRemote(resolved, sources)) return undefined;
  const patterns = listPatterns(resolved);
  const overlays = await Promise.all(resolved.overlays.filter(isText).map(findFiles));
  const formatted = join(resolved.output, "src");
  const formatting =
    resolved.format === false ? { files: [], others: [], isWhole: true } : traceFormatting(formatted);
  if (!formatting.isWhole) return undefined;
  const facts = await observe(
    {
      files: [...sources.filter((source) => isAbsolute(source)), ...overlays.flat(), ...formatting.files],
      places: patterns,
      others: formatting.others,
      globs: patterns.map(withoutPointer).filter((path) => isDynamicPattern(path) && !existsSync(path)),
      formatting: resolved.format === false ? [] : [formatted],
    },
    observation,
  );
  if (!facts) return undefined;
  const digests = files.map(({ path, text }) => [path, digestOf(text)]);
  return { facts, output: resolved.output, files: Object.fromEntries(digests), diagnostics };
}

/** What an address gives is not known before it is asked again. */
function isRemote({ remote }: ResolvedInput, sources: readonly string[]): boolean {
  return remote !== false && sources.some((source) => !isAbsolute(source));
}

/** The paths and globs that the input names, with the pointers behind them. */
function listPatterns({ schema, documents, overlays }: ResolvedInput): readonly string[] {
  const named = [schema, ...(Array.isArray(documents) ? documents : []), ...overlays];
  return named.filter(isText).filter((pattern) => isAbsolute(pattern) || !isAbsoluteUri(pattern));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** As the loader splits it: a folder may have a `#` in its name. */
function withoutPointer(pattern: string): string {
  return existsSync(pattern) ? pattern : (/^(.*)#(?:\/.*)?$/s.exec(pattern)?.[1] ?? pattern);
}

async function findFiles(pattern: string): Promise<readonly string[]> {
  const { value } = await findEntries(pattern);
  return value.flatMap(({ uri }) => (uri.startsWith("file:") ? [fileURLToPath(uri)] : []));
}
