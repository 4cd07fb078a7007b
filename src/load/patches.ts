import type { Pointer } from "../pointer.js";
import { appendPointer, formatPointer, parsePointer } from "../pointer.js";
import type { Patch, Source } from "./documents.js";

/** A place in a text: what stands at `pointer` in what `source` holds. */
export interface Origin {
  readonly source: Source | undefined;
  readonly pointer: Pointer;
}

/** Patches by the place that they wrote, the last one where there are several. */
export type PatchIndex = ReadonlyMap<Pointer, Patch>;

/** Later patches are later writes to a place, and count. */
export function indexPatches(patches: readonly Patch[]): PatchIndex {
  return new Map(patches.map((patch) => [patch.pointer, patch]));
}

/**
 * Where what stands at `pointer` of a patched document was written: in the source of the nearest patch at or above it,
 * or, where there is none, at the same place in the document's own source.
 */
export function traceOrigin(source: Source | undefined, patches: PatchIndex, pointer: Pointer): Origin {
  if (patches.size === 0) return { source, pointer };
  const tokens = parsePointer(pointer);
  for (let length = tokens.length; length >= 0; length--) {
    const patch = patches.get(formatPointer(tokens.slice(0, length)));
    if (!patch) continue;
    return { source: patch.source, pointer: appendPointer(patch.sourcePointer, ...tokens.slice(length)) };
  }
  return { source, pointer };
}
