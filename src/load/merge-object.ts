import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Pointer } from "../pointer.js";
import { appendPointer } from "../pointer.js";
import type { Draft, DraftObject } from "./draft.js";
import { copyJson, setMember } from "./draft.js";

/** A place of the patched document, and the place of the overlay that was, or should have been, written to it. */
export interface Write {
  readonly pointer: Pointer;
  readonly sourcePointer: Pointer;
}

/** What a merge wrote and what it could not. */
export interface Merged {
  /** One for each value that came whole from the overlay. */
  readonly writes: readonly Write[];
  /** Members whose two values are of different kinds; they stay as they were. */
  readonly conflicts: readonly Write[];
}

interface Pair extends Write {
  readonly target: DraftObject;
  readonly update: JsonObject;
}

/**
 * Merges `update` into `target`, in place: a new member is added; of members that both have, objects merge, the items
 * of an array are appended, and a primitive value replaces a primitive value. Any other pair is a conflict. The
 * Overlay Specification asks for a recursive merge of compatible members, and its version 1.1 says which are.
 * @see https://spec.openapis.org/overlay/v1.1.0.html#action-object
 */
export function mergeObject(target: DraftObject, update: JsonObject, at: Write): Merged {
  const writes: Write[] = [];
  const conflicts: Write[] = [];
  const pairs: Pair[] = [{ target, update, ...at }];
  for (const pair of pairs) {
    for (const [key, value] of Object.entries(pair.update)) {
      const write = descend(pair, key);
      const existing = memberOf(pair.target, key) as Draft | undefined;
      if (existing === undefined || (isPrimitive(existing) && isPrimitive(value))) {
        setMember(pair.target, key, copyJson(value));
        writes.push(write);
      } else if (isDraftObject(existing) && isJsonObject(value)) {
        pairs.push({ target: existing, update: value, ...write });
      } else if (Array.isArray(existing) && Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
          writes.push(appendItem(existing, item, write.pointer, appendPointer(write.sourcePointer, index)));
        }
      } else {
        conflicts.push(write);
      }
    }
  }
  return { writes, conflicts };
}

/** Appends a copy of `item` to the array that stands at `pointer`. */
export function appendItem(array: Draft[], item: JsonValue, pointer: Pointer, sourcePointer: Pointer): Write {
  array.push(copyJson(item));
  return { pointer: appendPointer(pointer, array.length - 1), sourcePointer };
}

/** Whether a draft is an object, and not an array. */
export function isDraftObject(value: Draft): value is DraftObject {
  return isJsonObject(value);
}

function descend({ pointer, sourcePointer }: Write, token: string | number): Write {
  return { pointer: appendPointer(pointer, token), sourcePointer: appendPointer(sourcePointer, token) };
}

function isPrimitive(value: JsonValue | Draft): boolean {
  return typeof value !== "object" || value === null;
}
