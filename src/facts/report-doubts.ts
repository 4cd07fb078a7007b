import type { Diagnostic } from "../diagnostic.js";
import { distinct } from "./doubts.js";
import type { Proved } from "./doubts.js";
import { reportBranches } from "./report-branches.js";
import { reportBounds } from "./report-bounds.js";
import { reportPatterns } from "./report-patterns.js";
import { reportRequired } from "./report-required.js";
import { reportFormats, reportRefusedMembers } from "./report-types.js";

/** Warnings of what is legal and surely not meant. None of them changes what is proved. */
export function reportDoubts(proved: Proved): Diagnostic[] {
  return distinct([
    ...reportBounds(proved),
    ...reportRequired(proved),
    ...reportBranches(proved),
    ...reportRefusedMembers(proved),
    ...reportFormats(proved),
    ...reportPatterns(proved),
  ]);
}
