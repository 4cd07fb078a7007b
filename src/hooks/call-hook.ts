import type { Definition } from "../config/hooks.js";
import { diagnose, type Diagnostic } from "../diagnostic.js";
import type { SchemaPosition } from "../link/linked.js";

/** Calls a hook for a definition; what it throws, and what it must not return, is an error there. */
export function callHook<T>(
  name: string,
  hook: (definition: Definition) => T,
  definition: Definition,
  wanted: { readonly words: string; readonly isWanted: (value: unknown) => boolean },
  place: SchemaPosition,
): { readonly value: T } | { readonly diagnostic: Diagnostic } {
  try {
    const value = hook(definition);
    if (wanted.isWanted(value)) return { value };
    return {
      diagnostic: refuse(`The hook \`${name}\` must return ${wanted.words}, and returned ${describe(value)}`),
    };
  } catch (error) {
    return {
      diagnostic: refuse(
        `The hook \`${name}\` threw: ${error instanceof Error ? error.message : String(error)}`,
      ),
    };
  }

  function refuse(what: string): Diagnostic {
    const { document, pointer } = definition;
    const message = `${what.replace(/\.$/, "")}, for the definition ${document}#${pointer}.`;
    return diagnose("hook-failed", message, "Correct the hook in the config.", place);
  }
}

function describe(value: unknown): string {
  if (value instanceof Promise) return "a promise";
  if (typeof value === "string") return JSON.stringify(value);
  return value === null || typeof value !== "object"
    ? String(value)
    : Array.isArray(value)
      ? "an array"
      : "an object";
}
