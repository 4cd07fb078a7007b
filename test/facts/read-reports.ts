import type { DiagnosticCode } from "../../src/diagnostic.js";
import type { JsonValue } from "../../src/json.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";

/** What proving reports of `schema` under one of the codes: pointer and message of each. */
export function readReports(
  schema: JsonValue,
  codes: readonly DiagnosticCode[],
  options: LowerOptions = {},
): string[] {
  return proveDocuments(schema, options)
    .diagnostics.filter(({ code }) => codes.includes(code))
    .map(({ place, message }) => `${place?.pointer}: ${message}`);
}
