import type { Input } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { generate } from "../generate.js";
import type { Change } from "../write/change.js";
import { write } from "../write/write.js";
import { takeFingerprint } from "./fingerprint.js";

/** What came of one thing that was to be made. */
export interface Made {
  readonly sources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly Change[];
}

/** An input as it was last generated, and the fingerprint of what it was made from. */
export interface MadeInput extends Made {
  readonly fingerprint: string;
}

/** Generates one input and writes it. */
export async function makeInput(input: Input, root: string): Promise<MadeInput> {
  const readAt = Date.now();
  const { files, diagnostics, sources } = await generate({ inputs: [input], root });
  const fingerprint = await fingerprintOf(input, root, sources, readAt);
  if (hasErrors(diagnostics)) return { sources, fingerprint, diagnostics, changes: [] };
  const { changes, refused } = await catchRefusal(() => write({ files, diagnostics }));
  if (refused.length === 0) return { sources, fingerprint, diagnostics, changes };
  // No source need change for the next look to try again.
  return { sources, fingerprint: "", diagnostics: [...diagnostics, ...refused], changes };
}

/** Whether nothing has changed that the input was made from. */
export async function isFresh(made: MadeInput, input: Input, root: string): Promise<boolean> {
  return made.fingerprint === (await fingerprintOf(input, root, made.sources));
}

/** What was written, or why not. */
export async function catchRefusal(
  work: () => Promise<readonly Change[]>,
): Promise<{ readonly changes: readonly Change[]; readonly refused: readonly Diagnostic[] }> {
  try {
    return { changes: (await work()).filter(({ kind }) => kind !== "same"), refused: [] };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { changes: [], refused: error.diagnostics };
  }
}

async function fingerprintOf(
  input: Input,
  root: string,
  sources: readonly string[],
  readAt?: number,
): Promise<string> {
  const prints = resolveConfig({ inputs: [input] }, root).map((each) =>
    takeFingerprint(sources, each, readAt),
  );
  return (await Promise.all(prints)).join("\n");
}
