import type { Pattern } from "../schema-graph.js";
import type { KeywordUse } from "./keyword.js";

/**
 * A regular expression with the flags that it parses with: `u`, as the specification advises, else none, with a warning. Undefined,
 * with an error, where it does not parse at all.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
export function compilePattern(
  use: KeywordUse,
  source: string,
  tokens: readonly string[] = [],
): Pattern | undefined {
  const problem = findProblem(source, "u");
  if (problem === undefined) return { source, flags: "u" };
  const stillProblem = findProblem(source, "");
  if (stillProblem !== undefined) {
    const help = "Write a regular expression as ECMAScript has it.";
    use.report("pattern-invalid", `The pattern "${source}" does not parse: ${stillProblem}.`, help, tokens);
    return undefined;
  }
  use.report(
    "pattern-not-unicode",
    `The pattern "${source}" does not parse with Unicode rules (${problem}), so it is used without them.`,
    "Leave out escapes that mean nothing, and escape braces and brackets that stand for themselves.",
    tokens,
  );
  return { source, flags: "" };
}

function findProblem(source: string, flags: Pattern["flags"]): string | undefined {
  try {
    RegExp(source, flags);
    return undefined;
  } catch (error) {
    // The failure is the answer. Its text ends in what is wrong, after the pattern itself.
    return error instanceof Error ? (error.message.split(": ").at(-1) ?? error.message) : String(error);
  }
}
