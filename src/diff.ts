import type { Config, Input } from "./config/config.js";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.js";
import type { Comparison } from "./diff/change.js";
import type { CompareOptions } from "./diff/compare-versions.js";
import type { Version } from "./diff/version.js";
import { generateToCompare } from "./generate.js";
import { type PackageFiles, readPackage } from "./load/read-package.js";
import { readVersion } from "./read-version.js";

/** One side of a comparison: a generated package, by its folder, or what would be generated of an input. */
export type DiffSide =
  | { readonly package: string }
  | {
      readonly input: Omit<Input, "output"> & { readonly output?: string };
      /** The folder that its paths start from. */
      readonly root?: string;
    };

export interface DiffResult {
  /** Undefined beside errors. */
  readonly comparison: Comparison | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares two versions of a schema, or of the package that is generated from it. Reads, and never writes. */
export async function diff(
  old: DiffSide,
  updated: DiffSide,
  options: CompareOptions = {},
): Promise<DiffResult> {
  // What is checked is read from JavaScript where a package has nothing else, and then from that of both.
  const isCompiled = "package" in old || "package" in updated;
  const one = await readSide(old, "old", isCompiled);
  const other = await readSide(updated, "new", isCompiled);
  const diagnostics = [...one.diagnostics, ...other.diagnostics];
  if (!one.value || !other.value || hasErrors(diagnostics)) return { comparison: undefined, diagnostics };
  // It takes a compiler, which whoever only generates does without.
  const { compareVersions } = await import("./diff/compare-versions.js");
  return { comparison: compareVersions(one.value, other.value, options), diagnostics };
}

async function readSide(
  side: DiffSide,
  name: "old" | "new",
  isCompiled: boolean,
): Promise<Outcome<Version | undefined>> {
  if ("package" in side) {
    const { value, diagnostics } = await readPackage(side.package);
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
    return readVersion(value, { label: side.package, name });
  }
  const { value, diagnostics } = await generateFiles(side.input, side.root, isCompiled);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const { schema, package: own } = side.input;
  const label = typeof schema === "string" ? schema : (schema.uri ?? `the ${name} schema`);
  const version = await readVersion(value, { label, name, number: own?.version });
  return { ...version, diagnostics: [...diagnostics, ...version.diagnostics] };
}

/** What would be published of the input; names are kept where its output folder has some. */
async function generateFiles(
  input: Omit<Input, "output"> & { readonly output?: string },
  root: string | undefined,
  isCompiled: boolean,
): Promise<Outcome<PackageFiles>> {
  const standIn = { name: "package", version: "0.0.0" };
  const output = input.output ?? "schemist-diff";
  const whole: Input = { ...input, output, package: input.package ?? standIn, format: false };
  const config: Config = { inputs: [whole], ...(root === undefined ? {} : { root }) };
  const { files, diagnostics } = await generateToCompare(config, isCompiled ? ["esm"] : []);
  return { value: new Map(files.map(({ path, text }) => [path, text])), diagnostics };
}
