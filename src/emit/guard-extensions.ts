import type { ExtensionCheck } from "../checks/check-plan.js";
import { invariant } from "../invariant.js";
import type { JsonValue } from "../json.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { callTest } from "./condition.js";
import type { Printing } from "./printing.js";

/** Whether a function of the user's takes the subject. */
export function extensionCondition(printing: Printing, check: ExtensionCheck, subject: Code): Condition {
  return callExtension(printing, check.export, [subject, argumentCode(printing, check.argument)]);
}

export function callExtension({ models }: Printing, exported: string, values: readonly Code[]): Condition {
  const local = models.names.extensions.get(exported);
  invariant(local !== undefined, `no name for the export ${exported}`);
  return callTest(code`${nameCode(local)}(${joinCode(values, ", ")})`);
}

/** What stands under the keyword; a structure is made once. */
function argumentCode({ scope, owner }: Printing, argument: JsonValue): Code {
  const literal = valueLiteral(argument);
  const isStructure = typeof argument === "object" && argument !== null;
  return isStructure ? scope.hoist(`${owner}Argument`, literal) : literal;
}
