import { resolveConfig } from "../config/resolve-config.js";
import { diagnose, type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { evaluate } from "./evaluate.js";
import { invariant } from "../invariant.js";
import { findSamples, locateInSample, readSample, type Sample } from "./read-samples.js";
import type { Reporter } from "./reporter.js";
import type { Selection } from "./selection.js";
import { countOf } from "./show-number.js";
import { placeOfFile, showPath } from "./show-path.js";

type Evaluated = Awaited<ReturnType<typeof evaluate>>;

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
    const sample = await readSample(file, cwd);
    const faults = findFaults(sample, evaluated, cwd);
    if ("doubts" in sample) reporter.add(sample.doubts);
    if (faults.length === 0) continue;
    invalid += 1;
    reportFaults(faults, showPath(file, cwd), reporter);
  }
  reporter.say(`${countOf(files.length, "sample")}: ${files.length - invalid} valid, ${invalid} invalid`);
  return invalid > 0;
}

function findFaults(sample: Sample, evaluated: Evaluated, cwd: string): readonly Diagnostic[] {
  if ("problems" in sample) return sample.problems;
  const result = evaluated.validate(sample.value);
  if (result.ok) return [];
  const place = placeOfFile(sample.file, cwd);
  const faults = result.issues.map(({ pointer, message, schema }) =>
    diagnose("sample-invalid", message, `Correct the sample, or the schema at ${schema}.`, {
      ...place,
      pointer,
    }),
  );
  return locateInSample(sample, faults);
}

function reportFaults(faults: readonly Diagnostic[], file: string, reporter: Reporter): void {
  for (const [index, fault] of faults.entries()) {
    const line = `  ${describePlace(fault)}: ${fault.message}`;
    reporter.find(index === 0 ? `${file} is invalid:\n${line}` : line, fault);
  }
}

/** `/a/b at 3:5`. */
function describePlace({ place }: Diagnostic): string {
  const name = place && place.pointer !== "" ? place.pointer : "the whole value";
  return place?.line === undefined ? name : `${name} at ${place.line}:${place.column}`;
}
