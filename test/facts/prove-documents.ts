import type { Diagnostic } from "../../src/diagnostic.js";
import type { Facts } from "../../src/facts/facts.js";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import type { SchemaGraph, TypeName } from "../../src/schema/schema-graph.js";
import { typeNamesOf } from "../../src/schema/type-set.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { lowerDocuments, root } from "../schema/lower-documents.js";

export interface Proved {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
  /** The names of the types that are proved of the schema at a pointer into the first document. */
  readonly types: (pointer?: string) => readonly TypeName[];
  readonly literals: (pointer?: string) => readonly JsonValue[] | undefined;
}

/** Links, lowers and proves `schema`, with more documents by URI. Errors of linking and lowering are mistakes of the test. */
export function proveDocuments(
  schema: JsonValue,
  options: LowerOptions = {},
  others: Readonly<Record<string, JsonValue>> = {},
): Proved {
  const { graph, diagnostics: earlier } = lowerDocuments(schema, options, others);
  const errors = earlier.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const { value: facts, diagnostics } = proveFacts(graph);
  return {
    graph,
    facts,
    diagnostics,
    types: (pointer = "") => typeNamesOf(facts.types(at(pointer))),
    literals: (pointer = "") => facts.literals(at(pointer)),
  };
}

/** The plain node of a pointer into the first document. */
export function at(pointer: string): string {
  return `${root}#${pointer}`;
}
