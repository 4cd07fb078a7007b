import type { Applied } from "../checks/check-plan.js";
import type { Models } from "./context.js";
import type { Printing } from "./printing.js";
import type { Position } from "./report-issue.js";
import type { Statement } from "./statement.js";

/** What a validator's statements are printed from, and into. */
export interface Reporting {
  readonly models: Models;
  readonly printing: Printing;
}

/** Reports a value that must meet another node. */
export type ReportNode = (reporting: Reporting, applied: Applied, at: Position) => Statement[];
