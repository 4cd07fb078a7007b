import type { JsonValue } from "./json.js";
import { isJsonObject, memberOf } from "./json.js";

/**
 * A JSON Pointer in its string form, `""` for the whole document.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export type Pointer = string;

/** `/a~1b/0` → `["a/b", "0"]`. */
export function parsePointer(pointer: Pointer): string[] {
  if (pointer === "") return [];
  const tokens = pointer.slice(1).split("/");
  // Few have escapes, and there are pointers to every schema.
  return pointer.includes("~") ? tokens.map(unescapeToken) : tokens;
}

/** `["a/b", 0]` → `/a~1b/0`. */
export function formatPointer(tokens: readonly (string | number)[]): Pointer {
  let pointer = "";
  for (const token of tokens) pointer += `/${typeof token === "number" ? token : escapeToken(token)}`;
  return pointer;
}

/** The pointer to a member or item of what `pointer` names. */
export function appendPointer(pointer: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  return pointer + formatPointer(tokens);
}

/** What the pointer names in `value`, or undefined where there is nothing. */
export function resolvePointer(value: JsonValue, pointer: Pointer): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const token of parsePointer(pointer)) {
    if (Array.isArray(current)) current = /^(0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined;
    else current = isJsonObject(current) ? memberOf(current, token) : undefined;
    if (current === undefined) return undefined;
  }
  return current;
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function escapeToken(token: string): string {
  if (!token.includes("/") && !token.includes("~")) return token;
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
