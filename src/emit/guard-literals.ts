import type { LiteralCheck } from "../checks/check-plan.js";
import type { TypeSet } from "../schema/type-set.js";
import { typeSetOfValue } from "../schema/type-set.js";
import type { JsonValue } from "../json.js";
import type { Code } from "./code.js";
import { code, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { any, callTest, compare } from "./condition.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";

/** Literals of types that cannot be are left out: comparing them would not compile. */
export function literalCondition(
  { scope }: Printing,
  { values }: LiteralCheck,
  subject: Code,
  types: TypeSet,
): Condition {
  return any(
    values
      .filter((value) => (typeSetOfValue(value) & types) !== 0)
      .map((value) => equalTo(scope, value, subject)),
  );
}

function equalTo(scope: Scope, value: JsonValue, subject: Code): Condition {
  if (typeof value !== "object" || value === null) return compare(subject, "===", valueLiteral(value));
  return callTest(code`${scope.use("runtime", "equals")}(${valueLiteral(value)}, ${subject})`);
}
