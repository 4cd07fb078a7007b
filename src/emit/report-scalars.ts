import type { NumberCheck, StringCheck } from "../checks/check-plan.js";
import { not } from "./condition.js";
import { numberCondition, stringCondition } from "./guard-scalars.js";
import { addIssue, when } from "./report-issue.js";
import type { Position, Reporting } from "./reporting.js";
import type { Statement } from "./statement.js";

export function reportNumber({ models, printing }: Reporting, check: NumberCheck, at: Position): Statement[] {
  const fails = not(numberCondition(printing, check, at.subject));
  return when(fails, [
    addIssue(models, at, check.site, check.kind === "format" ? check.format : String(check.limit)),
  ]);
}

export function reportString({ models, printing }: Reporting, check: StringCheck, at: Position): Statement[] {
  const fails = not(stringCondition(printing, check, at.subject));
  return when(fails, [addIssue(models, at, check.site, expectedOf(check))]);
}

function expectedOf(check: StringCheck): string {
  switch (check.kind) {
    case "pattern":
      return check.pattern.source;
    case "format":
    case "ownFormat":
      return check.format;
    case "minLength":
    case "maxLength":
      return String(check.limit);
  }
}
