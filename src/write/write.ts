import { diagnose, DiagnosticError, hasErrors } from "../diagnostic.js";
import type { Change, WritableResult } from "./change.js";
import type { Claim } from "./claim-output.js";
import { claimOutput, releaseOutput } from "./claim-output.js";
import { discardStage, finishRun } from "./finish-run.js";
import type { Operation } from "./journal.js";
import { readJournal } from "./journal.js";
import { mapInBatches } from "./map-in-batches.js";
import type { OutputFiles, OutputPlan } from "./plan-outputs.js";
import { groupByOutput, planOutputs } from "./plan-outputs.js";
import { stageRun } from "./stage-run.js";
import { isSystemError } from "./system-error.js";

/**
 * Makes each output folder hold the files of `result`, and returns what was done to each: per output in the order
 * given, an `unfinished` where a killed run was finished first, the files, then the deletions. With `check` nothing is
 * written, and the changes are those that it would take. A process that is killed leaves each file old or new, and the
 * next call finishes its work. Throws DiagnosticError, with nothing of `result` written, where it has errors, where a
 * file that is not ours is in the way, or where another run is at work.
 */
export async function write(result: WritableResult, options: { check?: boolean } = {}): Promise<Change[]> {
  const diagnostics = result.diagnostics ?? [];
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  const outputs = groupByOutput(result.files);
  return reportRefusal(async () => {
    const plans = await planUnclaimed(outputs);
    // An output that is as it should be is not even claimed, so that watchers see nothing.
    const updated = options.check ? new Map() : await updateOutputs(plans.filter(isPending));
    return plans.flatMap((plan) => listChanges(updated.get(plan.output) ?? plan));
  });
}

/**
 * Plans without a claim, which would leave its traces where nothing is to be done. Another run may have changed an
 * output between two looks at it, so that an error counts only when it is found twice.
 */
async function planUnclaimed(outputs: readonly OutputFiles[]): Promise<OutputPlan[]> {
  try {
    return await planOutputs(outputs);
  } catch {
    // What is wrong is still wrong when it is read again.
    return planOutputs(outputs);
  }
}

/** Every output is claimed, and planned again under the claim, before the first is changed. */
async function updateOutputs(outputs: readonly OutputFiles[]): Promise<Map<string, OutputPlan>> {
  const claims: Claim[] = [];
  try {
    for (const { output } of outputs) claims.push(await claimOutput(output));
    const recovered = new Set<string>();
    for (const { output } of outputs) if (await recoverRun(output)) recovered.add(output);
    const plans = await planOutputs(outputs);
    for (const plan of plans) await applyChanges(plan);
    return new Map(plans.map((plan) => [plan.output, { ...plan, unfinished: recovered.has(plan.output) }]));
  } finally {
    await mapInBatches(claims, releaseOutput);
  }
}

/** Finishes the run that was killed in `output`, or throws away what it staged. True where there was one to finish. */
async function recoverRun(output: string): Promise<boolean> {
  const { value: operations, diagnostics } = await readJournal(output);
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  if (operations) await finishRun(output, operations);
  else await discardStage(output);
  return operations !== undefined;
}

async function applyChanges({ output, changes }: OutputPlan): Promise<void> {
  if (!changes.some(isEffective)) return;
  let operations: readonly Operation[];
  try {
    operations = await stageRun(output, changes);
  } catch (error) {
    await discardStage(output);
    throw error;
  }
  await finishRun(output, operations);
}

function isPending({ unfinished, changes }: OutputPlan): boolean {
  return unfinished || changes.some(isEffective);
}

function isEffective({ kind }: Change): boolean {
  return kind !== "same";
}

function listChanges({ output, unfinished, changes }: OutputPlan): Change[] {
  const first = { kind: "unfinished", output, path: "", before: undefined, after: undefined } as const;
  return unfinished ? [first, ...changes] : [...changes];
}

/** What the operating system refuses is for the user to mend, and so a diagnostic. */
async function reportRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiagnosticError([
      diagnose(
        "output-unwritable",
        `The output cannot be written: ${error.message}.`,
        "See that the folder can be read and written and that the disk has room, then run again.",
      ),
    ]);
  }
}
