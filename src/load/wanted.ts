import { parsePointer } from "../pointer.js";
import type { Pointer } from "../pointer.js";

/** Pointers whose positions are wanted, as a tree by token: one walk over a text serves them all. */
export interface Wanted {
  readonly children: ReadonlyMap<string, Wanted>;
}

/** Where in a text the wanted places stand; those that it does not have are missing. */
export type Offsets = ReadonlyMap<Wanted, number>;

interface Growing extends Wanted {
  readonly children: Map<string, Growing>;
}

/** The pointers and all of their ancestors. */
export function wantPointers(pointers: Iterable<Pointer>): Wanted {
  const root: Growing = { children: new Map() };
  for (const pointer of pointers) {
    let place = root;
    for (const token of parsePointer(pointer)) {
      const child = place.children.get(token) ?? { children: new Map() };
      place.children.set(token, child);
      place = child;
    }
  }
  return root;
}

/** Where the pointer's value stands, or its nearest ancestor that the text has; undefined where it has not even a root. */
export function nearestOffset(wanted: Wanted, offsets: Offsets, pointer: Pointer): number | undefined {
  let place: Wanted | undefined = wanted;
  let nearest = offsets.get(wanted);
  for (const token of parsePointer(pointer)) {
    place = place?.children.get(token);
    const offset = place && offsets.get(place);
    if (offset === undefined) break;
    nearest = offset;
  }
  return nearest;
}
