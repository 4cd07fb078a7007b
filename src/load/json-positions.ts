import { loadJsonc } from "../libraries.js";
import type { Offsets, Wanted } from "./wanted.js";

/** An object or array that is being walked; `index` is that of the array's next item. */
interface Container {
  readonly wanted: Wanted | undefined;
  readonly isArray: boolean;
  index: number;
}

/**
 * Where the wanted places stand in a text that is JSON: a member of an object at its key, an item of an array at the
 * item. Iterative, so that it goes as deep as `JSON.parse`; of equal keys the last counts, as it does there.
 */
export function findJsonOffsets(text: string, wanted: Wanted): Offsets {
  const offsets = new Map<Wanted, number>();
  const scanner = loadJsonc().createScanner(text, true);
  const open: Container[] = [];
  let expected: Wanted | undefined = wanted;
  let atKey = false;
  const mark = (place: Wanted | undefined, offset: number) => {
    if (place && offsets.has(place)) forget(place, offsets);
    if (place) offsets.set(place, offset);
    expected = place;
  };

  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const sign = text.charAt(offset);
    const inside = open.at(-1);
    if (sign === ":") continue;
    if (sign === ",") {
      atKey = inside?.isArray === false;
    } else if (sign === "}" || sign === "]") {
      open.pop();
      atKey = false;
    } else if (atKey) {
      mark(inside?.wanted?.children.get(scanner.getTokenValue()), offset);
      atKey = false;
    } else {
      if (!inside) mark(wanted, offset);
      else if (inside.isArray) mark(inside.wanted?.children.get(String(inside.index++)), offset);
      if (sign === "{" || sign === "[") open.push({ wanted: expected, isArray: sign === "[", index: 0 });
      atKey = sign === "{";
    }
  }
  return offsets;
}

/** What stood below the earlier of two equal keys is no part of the value. */
function forget(place: Wanted, offsets: Map<Wanted, number>): void {
  const open = [place];
  for (let next = open.pop(); next; next = open.pop()) {
    offsets.delete(next);
    open.push(...next.children.values());
  }
}
