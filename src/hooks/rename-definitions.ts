import type { Hooks } from "../config/hooks.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import type { Linked } from "../link/linked.js";
import type { Documents } from "../load/documents.js";
import { callHook } from "./call-hook.js";
import { describeDefinition, listDefinitions } from "./definitions.js";

const name = {
  words: "a name or undefined",
  isWanted: (value: unknown): boolean => value === undefined || typeof value === "string",
};

/** The names that the hook gives, by SchemaId. */
export function renameDefinitions(
  documents: Documents,
  linked: Linked,
  rename: NonNullable<Hooks["rename"]>,
): Outcome<Readonly<Record<string, string>>> {
  const diagnostics: Diagnostic[] = [];
  const names: [string, string][] = [];
  for (const schema of listDefinitions(linked, documents)) {
    const definition = describeDefinition(schema, linked, documents);
    const result = callHook("rename", rename, definition, name, schema.place);
    if ("diagnostic" in result) diagnostics.push(result.diagnostic);
    else if (result.value !== undefined) names.push([schema.id, result.value]);
  }
  return { value: Object.fromEntries(names), diagnostics };
}
