import type { Applied } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import type { Models } from "./context.js";
import type { Left } from "./left.js";
import type { Printing } from "./printing.js";
import type { Statement } from "./statement.js";

/** Where a validator stands: the value, its path, how deep in loops of one function, and what the value may still be there. */
export interface Position {
  readonly subject: Code;
  readonly path: Code;
  readonly depth: number;
  readonly left: Left;
}

/** What a validator's statements are printed from, and into. */
export interface Reporting {
  readonly models: Models;
  readonly printing: Printing;
}

/** Reports a value that must meet another node. */
export type ReportNode = (reporting: Reporting, applied: Applied, at: Position) => Statement[];
