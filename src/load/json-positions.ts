import type { Offsets, Wanted } from "./wanted.js";

/** An object or array that is being walked; `index` is that of the array's next item. */
interface Container {
  readonly wanted: Wanted | undefined;
  readonly isArray: boolean;
  index: number;
}

/**
 * Where the wanted places stand in a text that is JSON: a member of an object at its key, an item of an array at the
 * item. Iterative, so that it goes as deep as `JSON.parse`; of equal keys the last counts, as it does there. Of what holds no
 * wanted place only the brackets are read.
 */
export function findJsonOffsets(text: string, wanted: Wanted): Offsets {
  const offsets = new Map<Wanted, number>();
  const open: Container[] = [];
  let expected: Wanted | undefined = wanted;
  let atKey = false;
  const mark = (place: Wanted | undefined, offset: number) => {
    if (place && offsets.has(place)) forget(place, offsets);
    if (place) offsets.set(place, offset);
    expected = place;
  };

  let offset = skipBlanks(text, 0);
  while (offset < text.length) {
    const sign = text.charAt(offset);
    const inside = open.at(-1);
    let end = endOfToken(text, offset);
    if (sign === ",") {
      atKey = inside?.isArray === false;
    } else if (sign === "}" || sign === "]") {
      open.pop();
      atKey = false;
    } else if (atKey) {
      mark(inside?.wanted?.children.get(JSON.parse(text.slice(offset, end)) as string), offset);
      atKey = false;
    } else if (sign !== ":") {
      if (!inside) mark(wanted, offset);
      else if (inside.isArray) mark(inside.wanted?.children.get(String(inside.index++)), offset);
      const isOpening = sign === "{" || sign === "[";
      if (isOpening && expected?.children.size) {
        open.push({ wanted: expected, isArray: sign === "[", index: 0 });
        atKey = sign === "{";
      } else if (isOpening) end = endOfContainer(text, offset);
    }
    offset = skipBlanks(text, end);
  }
  return offsets;
}

function skipBlanks(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) <= 0x20) end++;
  return end;
}

function endOfToken(text: string, start: number): number {
  if (text.charAt(start) === '"') return endOfString(text, start);
  const scalar = /[-+.\w]+|[^]/y;
  scalar.lastIndex = start;
  return scalar.test(text) ? scalar.lastIndex : text.length;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (; end !== -1; end = text.indexOf('"', end + 1)) {
    let backslash = end - 1;
    while (text.charAt(backslash) === "\\") backslash--;
    if ((end - backslash) % 2 === 1) return end + 1;
  }
  return text.length;
}

function endOfContainer(text: string, start: number): number {
  const sign = /["[\]{}]/g;
  sign.lastIndex = start;
  let depth = 0;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = endOfString(text, found.index);
    else depth += found[0] === "{" || found[0] === "[" ? 1 : -1;
    if (depth === 0) return sign.lastIndex;
  }
  return text.length;
}

/** What stood below the earlier of two equal keys is no part of the value. */
function forget(place: Wanted, offsets: Map<Wanted, number>): void {
  const open = [place];
  for (let next = open.pop(); next; next = open.pop()) {
    offsets.delete(next);
    open.push(...next.children.values());
  }
}
