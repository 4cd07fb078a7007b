import type { DiagnosticCode } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import type { Failure } from "./failure.js";

/** What came of parsing a text. The value is undefined where the text is none. */
export interface Parsed {
  readonly text: string;
  readonly syntax: "json" | "yaml";
  readonly value: JsonValue | undefined;
  readonly problems: readonly Problem[];
}

/** A document that was read, whatever it holds, or why it was not. */
export type Retrieved = { readonly parsed: Parsed } | { readonly failure: Failure };

/** Something wrong in a text, found while it is parsed: `offset` counts UTF-16 units from its start. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  readonly offset: number | undefined;
}
