import { resolveConfig } from "../config/resolve-config.js";
import { diagnose, type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { evaluate } from "./evaluate.js";
import { invariant } from "../invariant.js";
import { findSamples, readSample, type Sample } from "./read-samples.js";
import type { Reporter } from "./reporter.js";
import type { Selection } from "./selection.js";
import { countOf } from "./show-number.js";
import { placeOfFile } from "./show-path.js";

type Evaluated = Awaited<ReturnType<typeof evaluate>>;

/** What is wrong with a sample, at one place of it. */
interface Fault {
  readonly pointer: string;
  readonly message: string;
  readonly help: string;
}

/**
 * Runs the samples through the root guard of the selected input, and reports those that are invalid. True where there
 * is one. Throws DiagnosticError where a glob names no file.
 */
export async function reportSamples(
  globs: readonly string[],
  { input, root }: Selection,
  reporter: Reporter,
  cwd: string,
): Promise<boolean> {
  const { value: files, diagnostics } = await findSamples(globs, cwd);
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  const [resolved] = resolveConfig({ inputs: [input] }, root);
  invariant(resolved, "one input resolves to one");
  const evaluated = await evaluate(resolved);
  let invalid = 0;
  for (const file of files) {
    const faults = findFaults(await readSample(file), evaluated);
    if (faults.length === 0) continue;
    invalid += 1;
    reportFaults(faults, file, reporter, cwd);
  }
  reporter.say(`${countOf(files.length, "sample")}: ${files.length - invalid} valid, ${invalid} invalid`);
  return invalid > 0;
}

function findFaults(sample: Sample, evaluated: Evaluated): readonly Fault[] {
  if ("problem" in sample) {
    const message = `It cannot be read: ${sample.problem}`;
    return [{ pointer: "", message, help: "Write valid JSON or YAML." }];
  }
  const result = evaluated.validate(sample.value);
  if (result.ok) return [];
  return result.issues.map(({ pointer, message, schema }) => ({
    pointer,
    message,
    help: `Correct the sample, or the schema at ${schema}.`,
  }));
}

function reportFaults(faults: readonly Fault[], file: string, reporter: Reporter, cwd: string): void {
  const place = placeOfFile(file, cwd);
  for (const [index, { pointer, message, help }] of faults.entries()) {
    const line = `  ${pointer === "" ? "the whole value" : pointer}: ${message}`;
    const diagnostic: Diagnostic = diagnose("sample-invalid", message, help, { ...place, pointer });
    reporter.find(index === 0 ? `${place.file} is invalid:\n${line}` : line, diagnostic);
  }
}
