import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Source } from "./documents.js";
import type { Problem } from "./parsed.js";
import { positionsIn } from "./position.js";

/** The problems as diagnostics that stand where the text has them; without an offset, at the file as a whole. */
export function diagnoseProblems(problems: readonly Problem[], uri: string, source: Source): Diagnostic[] {
  const positionOf = positionsIn(source);
  return problems.map(({ code, message, help, offset }) => {
    const position = offset === undefined ? { file: source.file } : positionOf(offset);
    return diagnose(code, message, help, { uri, pointer: "", ...position });
  });
}
