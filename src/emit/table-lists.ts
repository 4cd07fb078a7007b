import type { Code } from "./code.js";
import { code, joinCode } from "./code.js";

/** Several checks as one: a list, unless one says all. Undefined where one of them is. */
export function addTexts(checks: readonly (Code | undefined)[]): Code | undefined {
  const told: Code[] = [];
  for (const check of checks) {
    if (check === undefined) return undefined;
    if (check !== code`true`) told.push(check);
  }
  const [only, ...others] = told;
  if (only === undefined) return code`true`;
  return others.length === 0 ? only : code`[${joinCode(told, ", ")}]`;
}
