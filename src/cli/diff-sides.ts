import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Input } from "../config/config.js";
import { loadConfig, type LoadedConfig } from "../config/load-config.js";
import { resolveReference } from "../config/resolve-config.js";
import { diagnose, hasErrors, type Outcome } from "../diagnostic.js";
import type { DiffSide } from "../diff.js";
import type { DiffFlags } from "./diff-flags.js";
import { applyInputFlags } from "./input-flags.js";

/** Where the config file says which version a package has. */
export interface VersionPlace {
  readonly file: string;
  readonly input: number;
  readonly version: string;
}

/** Two versions to compare. */
export interface Sides {
  readonly old: DiffSide;
  readonly new: DiffSide;
  /** The folder that places in diagnostics start from. */
  readonly root: string;
  readonly place: VersionPlace | undefined;
}

/** What the command line asks to compare; nothing beside errors. */
export async function findSides(
  [first, second]: readonly (string | undefined)[],
  flags: DiffFlags,
  cwd: string,
): Promise<Outcome<readonly Sides[]>> {
  const { value: loaded, diagnostics } = await loadConfig({
    ...(flags.config !== undefined && { file: flags.config }),
    from: cwd,
  });
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const entries = loaded ? listEntries(loaded) : [];
  if (first !== undefined && second !== undefined)
    return { value: [await pairSides(first, second, entries, flags, cwd)], diagnostics };
  const reference = first === undefined ? undefined : resolveReference(first, cwd);
  const chosen = entries.filter(
    ({ input, root, place }) => place && (reference === undefined || referenceOf(input, root) === reference),
  );
  if (chosen.length === 0) return { value: [], diagnostics: [...diagnostics, refuseNothing(first)] };
  const value = chosen.map(({ input, root, place }) => {
    const read = applyFlags(input, flags, cwd);
    return { old: { package: resolve(root, input.output) }, new: { input: read, root }, root, place };
  });
  return { value, diagnostics };
}

/** An input of the config file; it has a place for its version where it is a package. */
interface Entry {
  readonly input: Input;
  readonly root: string;
  readonly place: VersionPlace | undefined;
}

function listEntries({ config, file }: LoadedConfig): readonly Entry[] {
  const root = resolve(dirname(file), config.root ?? "");
  return config.inputs.map((input, index) => ({
    input,
    root,
    place: input.package && { file, input: index, version: input.package.version },
  }));
}

function referenceOf({ schema }: Input, root: string): string | undefined {
  return typeof schema === "string" ? resolveReference(schema, root) : undefined;
}

function refuseNothing(schema: string | undefined): ReturnType<typeof diagnose> {
  const message =
    schema === undefined
      ? "No input of a config file is a package, so there is nothing to compare."
      : `"${schema}" is the schema of no package in a config file, so there is nothing to compare it with.`;
  return diagnose("config-invalid", message, "Name OLD and NEW: folders of packages, or schemas.");
}

async function pairSides(
  first: string,
  second: string,
  entries: readonly Entry[],
  flags: DiffFlags,
  cwd: string,
): Promise<Sides> {
  const find = (text: string): Entry | undefined => {
    const reference = resolveReference(text, cwd);
    return (
      entries.find(({ input, root }) => referenceOf(input, root) === reference) ??
      entries.find(({ input, root }) => resolve(root, input.output) === reference)
    );
  };
  const [one, other] = [find(first), find(second)];
  const known = other ?? one;
  const readSide = async (text: string, own: Entry | undefined): Promise<DiffSide> => {
    const reference = resolveReference(text, cwd);
    if (await isFolder(reference)) return { package: reference };
    const input = own?.input ?? { ...shareSettings(known), schema: reference };
    return { input: applyFlags(input, flags, cwd), root: own?.root ?? known?.root ?? cwd };
  };
  return {
    old: await readSide(first, one),
    new: await readSide(second, other),
    root: cwd,
    place: known?.place,
  };
}

/** The settings of an input that say how any schema is read, without what is its own. */
function shareSettings(entry: Entry | undefined): Partial<Input> {
  if (!entry) return {};
  const {
    schema: _schema,
    documents: _documents,
    overlays: _overlays,
    package: _package,
    ...shared
  } = entry.input;
  return shared;
}

function applyFlags<T extends Partial<Input>>(input: T, flags: DiffFlags, cwd: string): T {
  // Its `--format` is none of an input's.
  const { format: _format, ...others } = flags;
  return applyInputFlags(input, others, cwd);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // No file of that name: a URL, or a schema that is not there, which is said when it is read.
    return false;
  }
}
