import type { Code } from "./code.js";
import { accessOf, code, joinCode, stringLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest } from "./condition.js";
import type { Printing } from "./printing.js";

/** The expression that reads a tag. */
export function tagAccess(subject: Code, path: readonly string[]): Code {
  return path.reduce<Code>(accessOf, subject);
}

/** Whether the value is an object, and so is each value on the way to any of the tags. */
export function isObjectAlong(
  { scope }: Printing,
  subject: Code,
  paths: readonly (readonly string[])[],
): Condition {
  const isObject = scope.use("runtime", "isObject");
  const keys = new Map<Code, Set<Code>>();
  for (const path of paths) {
    path.forEach((key, index) => {
      const holder = tagAccess(subject, path.slice(0, index));
      keys.set(holder, (keys.get(holder) ?? new Set<Code>()).add(stringLiteral(key)));
    });
  }
  return all(
    [...keys].map(([holder, read]) => callTest(code`${isObject}<${joinCode([...read], " | ")}>(${holder})`)),
  );
}
