import { digestOf } from "../digest.js";
import type { Selected } from "./record.js";

/** Equal for equal inputs; undefined for one with a function in it, of which nobody knows what it depends on. */
export function keyOf({ input, root }: Selected): string | undefined {
  try {
    return digestOf(JSON.stringify([root, input], refuseFunctions));
  } catch {
    // Not JSON, or nested so deep that it cannot be written.
    return undefined;
  }
}

/** A date or a map in a schema is an error long before anything is kept. */
function refuseFunctions(_key: string, value: unknown): unknown {
  if (typeof value === "function") throw new TypeError("A function is no JSON.");
  return value;
}
