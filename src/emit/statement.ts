import type { Code } from "./code.js";
import { code, joinCode } from "./code.js";
import type { Condition } from "./condition.js";
import { printCondition } from "./condition.js";

/** A statement of a validator as data, so that an `if` within an `if` can become one before it is printed. */
export type Statement =
  | { readonly kind: "run"; readonly text: Code }
  | {
      readonly kind: "if";
      readonly condition: Condition;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: "for"; readonly head: Code; readonly body: readonly Statement[] }
  /** With variables of its own. */
  | { readonly kind: "block"; readonly body: readonly Statement[] };

export function run(text: Code): Statement {
  return { kind: "run", text };
}

export function printStatements(statements: readonly Statement[]): Code {
  return joinCode(statements.map(printStatement), "\n");
}

function printStatement(statement: Statement): Code {
  switch (statement.kind) {
    case "run":
      return statement.text;
    case "block":
      return code`{\n${printStatements(statement.body)}\n}`;
    case "for":
      return code`for (${statement.head}) {\n${printStatements(statement.body)}\n}`;
    case "if": {
      const { condition, body, otherwise } = statement;
      const main = code`if (${printCondition(condition)}) {\n${printStatements(body)}\n}`;
      const [only, ...others] = otherwise;
      if (only === undefined) return main;
      if (others.length === 0 && only.kind === "if") return code`${main} else ${printStatement(only)}`;
      return code`${main} else {\n${printStatements(otherwise)}\n}`;
    }
  }
}
