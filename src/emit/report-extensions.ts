import type { ExtensionCheck } from "../checks/check-plan.js";
import { not } from "./condition.js";
import { extensionCondition } from "./guard-extensions.js";
import { addIssue, when } from "./report-issue.js";
import type { Position, Reporting } from "./reporting.js";
import type { Statement } from "./statement.js";

/** An issue of the user's keyword where their function refuses the value. */
export function reportExtension(
  { models, printing }: Reporting,
  check: ExtensionCheck,
  at: Position,
): Statement[] {
  return when(not(extensionCondition(printing, check, at.subject)), [addIssue(models, at, check.site)]);
}
