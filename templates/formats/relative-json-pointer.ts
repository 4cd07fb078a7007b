import { isJsonPointerFormat } from "./json-pointer.js";

/**
 * Whether `text` is a Relative JSON Pointer: levels to go up, then items to move along, then a JSON Pointer or `#`,
 * as in `1/name`, `0-1` or `0#`.
 * @see https://datatracker.ietf.org/doc/html/draft-bhutton-relative-json-pointer-00#section-3
 */
export function isRelativeJsonPointerFormat(text: string): boolean {
  const start = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text);
  if (start === null) return false;
  const rest = text.slice(start[0].length);
  return rest === "#" || isJsonPointerFormat(rest);
}
