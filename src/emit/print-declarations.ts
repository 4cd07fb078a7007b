import type { StatementStructures } from "ts-morph";
import { printStructure } from "./print-structure.js";

/** A declaration to print, or one that another printer has made. */
export type Printed = StatementStructures | string;

/** The declarations as text, each with its documentation, and a function with its overloads. */
export function printDeclarations(printed: readonly Printed[]): string[] {
  return printed.map((each) => (typeof each === "string" ? each : printStructure(each)));
}
