import type { StatementStructures } from "ts-morph";
import type { Declaration } from "./declaration.js";
import { declare, readDeclaration } from "./declaration.js";
import { printStructure } from "./print-structure.js";

/** A declaration to print, or one that another printer has made. */
export type Printed = StatementStructures | string;

/** The declarations, each with its documentation, and a function with its overloads. */
export function printDeclarations(printed: readonly Printed[]): Declaration[] {
  return printed.map((each) =>
    typeof each === "string" ? readDeclaration(each) : declare(printStructure(each)),
  );
}
