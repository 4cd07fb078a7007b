import type { Diagnostic, DiagnosticCode } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { stringifyJson } from "../json.js";
import { appendPointer } from "../pointer.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { KeywordIndex } from "./keyword-index.js";
import type { Speakers } from "./member-facts.js";
import type { ProofOf } from "./proof.js";

/** What the reports of legal but surely mistaken schemas read. */
export interface Proved {
  readonly graph: SchemaGraph;
  readonly keywords: KeywordIndex;
  /** See Facts.order. */
  readonly order: readonly NodeId[];
  readonly proofOf: ProofOf;
  readonly speakers: Speakers;
  /** See Facts.resolve. */
  readonly resolve: (node: NodeId) => NodeId;
}

/** A diagnostic at a keyword of a node, or at what `tokens` lead to in it. */
export function doubt(
  code: DiagnosticCode,
  { place }: SchemaNode,
  tokens: readonly (string | number)[],
  [message, help]: readonly [message: string, help: string],
): Diagnostic {
  const { uri, pointer } = place;
  return diagnose(code, message, help, { uri, pointer: appendPointer(pointer, ...tokens) });
}

/** Each once: a schema may have several meanings, and stand in several others. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, place } = diagnostic;
    const key = JSON.stringify([code, place?.uri, place?.pointer, message]);
    if (!told.has(key)) told.set(key, diagnostic);
  }
  return [...told.values()];
}

/** A place for a message: the pointer alone where it is in the document of `from`. */
export function showPlace({ place }: SchemaNode, tokens: readonly string[], from: SchemaNode): string {
  return `${place.uri === from.place.uri ? "" : place.uri}#${appendPointer(place.pointer, ...tokens)}`;
}

/** A value for a message: whole where it is short. */
export function showValue(value: JsonValue): string {
  const text = stringifyJson(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
