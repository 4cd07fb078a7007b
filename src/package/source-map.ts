/** From 0, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A position in the generated file, and what it comes from; undefined: from nothing. */
export interface Mapping {
  readonly at: Position;
  readonly from: Position | undefined;
}

/**
 * A source map with one source. Mappings stand in the order of their positions.
 * @see https://tc39.es/ecma426/#sec-source-map-format
 */
export function printSourceMap(file: string, source: string, mappings: readonly Mapping[]): string {
  const map = { version: 3, file, sourceRoot: "", sources: [source], names: [], mappings: encode(mappings) };
  return JSON.stringify(map);
}

/** Each number is the difference to that of the segment before; that of a column begins anew on each line. */
function encode(mappings: readonly Mapping[]): string {
  let text = "";
  let line = 0;
  let column = 0;
  let source: Position = { line: 0, column: 0 };
  for (const { at, from } of mappings) {
    const isFirst = line < at.line || text === "";
    text += ";".repeat(at.line - line) + (isFirst ? "" : ",");
    text += encodeNumber(at.column - (line < at.line ? 0 : column));
    ({ line, column } = at);
    if (!from) continue;
    text +=
      encodeNumber(0) + encodeNumber(from.line - source.line) + encodeNumber(from.column - source.column);
    source = from;
  }
  return text;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 VLQ: five bits a digit, the lowest first, and the sign in the lowest of all. */
function encodeNumber(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2;
  let text = "";
  do {
    const bits = rest % 32;
    rest = Math.floor(rest / 32);
    text += digits.charAt(rest > 0 ? bits + 32 : bits);
  } while (rest > 0);
  return text;
}
