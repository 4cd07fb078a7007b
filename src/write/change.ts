import type { Diagnostic } from "../diagnostic.js";
import type { GeneratedFile } from "../file.js";

/** What writing does, or would do, to one file. `unfinished`: a run before this one was killed; nothing else is wrong with it. */
export type ChangeKind = "create" | "update" | "delete" | "same" | "unfinished";

export interface Change {
  readonly kind: ChangeKind;
  /** The absolute path of the output folder, and the path in it (`""` for `unfinished`). */
  readonly output: string;
  readonly path: string;
  /** Texts before and after; undefined where there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What `generate` returns and `write` takes. */
export interface WritableResult {
  readonly files: readonly GeneratedFile[];
  /** What the stages before had to say; an error among it keeps the output as it is. */
  readonly diagnostics?: readonly Diagnostic[];
}
