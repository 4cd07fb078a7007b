import type { Input } from "../config/config.js";
import { type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { generate } from "../generate.js";
import type { Change } from "../write/change.js";
import { write } from "../write/write.js";
import { isOriginSame, observeOrigin, type Origin } from "./origin.js";

/** What came of one thing that was to be made. */
export interface Made {
  readonly sources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly Change[];
}

/** An input as it was last generated. */
export interface MadeInput extends Made {
  /** Undefined where it is to be made again in any case. */
  readonly origin: Origin | undefined;
}

/** Generates one input and writes it. */
export async function makeInput(input: Input, root: string): Promise<MadeInput> {
  const readAt = Date.now();
  const { files, diagnostics, sources } = await generate({ inputs: [input], root });
  const origin = await observeOrigin(input, root, sources, readAt);
  if (hasErrors(diagnostics)) return { sources, origin, diagnostics, changes: [] };
  const { changes, refused } = await catchRefusal(() => write({ files, diagnostics }));
  if (refused.length === 0) return { sources, origin, diagnostics, changes };
  // No source need change for the next look to try again.
  return { sources, origin: undefined, diagnostics: [...diagnostics, ...refused], changes };
}

/** Whether nothing has changed that the input was made from. */
export async function isFresh({ origin }: MadeInput, input: Input, root: string): Promise<boolean> {
  return origin !== undefined && (await isOriginSame(origin, input, root));
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
