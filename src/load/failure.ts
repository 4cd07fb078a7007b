import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";

/** Why a document cannot be had: a sentence, and one that says what to do. */
export interface Failure {
  readonly code: "document-unreadable" | "remote-not-allowed";
  readonly reason: string;
  readonly help: string;
}

/** A failure for any other reason than that reading is not allowed. */
export function unreadable(reason: string, help: string): Failure {
  return { code: "document-unreadable", reason, help };
}

/** The failure to read what the user asked for by name. */
export function diagnoseFailure({ code, reason, help }: Failure, uri: string, file: string): Diagnostic {
  return diagnose(code, `${file} cannot be read: ${reason}`, help, { uri, pointer: "", file });
}
