import { findNonJson } from "./non-json.js";
import type { Problem } from "./parsed.js";
import type { Offsets, Wanted } from "./wanted.js";
import { nearestOffset, wantPointers } from "./wanted.js";

/** What JSON cannot hold of a parsed value, each where `findOffsets` finds it in the text. */
export function describeNonJson(value: unknown, findOffsets: (wanted: Wanted) => Offsets): Problem[] {
  const found = findNonJson(value);
  if (found.length === 0) return [];
  const wanted = wantPointers(found.map(({ pointer }) => pointer));
  const offsets = findOffsets(wanted);
  return found.map(({ pointer, reason }) => ({
    code: "document-not-json",
    message: `${reason}, which JSON cannot hold.`,
    help: "Write a JSON value here.",
    offset: nearestOffset(wanted, offsets, pointer),
  }));
}
