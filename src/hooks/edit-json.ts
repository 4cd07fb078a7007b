import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";

/** The value with another at the end of the path, which exists. What lies beside the path is shared. */
export function replaceAt(value: JsonValue, path: readonly string[], replacement: JsonValue): JsonValue {
  return editAt(value, path, () => replacement);
}

/** The value without the member that the path leads to. */
export function removeAt(value: JsonValue, path: readonly string[]): JsonValue {
  const key = path.at(-1);
  return editAt(value, path.slice(0, -1), (holder) =>
    isJsonObject(holder)
      ? Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key))
      : holder,
  );
}

function editAt(value: JsonValue, path: readonly string[], edit: (value: JsonValue) => JsonValue): JsonValue {
  const holders = [value];
  for (const token of path) holders.push(childOf(holders.at(-1) ?? null, token));
  let edited = edit(holders.pop() ?? null);
  for (const token of path.toReversed()) edited = withChild(holders.pop() ?? null, token, edited);
  return edited;
}

function childOf(holder: JsonValue, token: string): JsonValue {
  if (isJsonObject(holder)) return memberOf(holder, token) ?? null;
  return Array.isArray(holder) ? ((holder[Number(token)] as JsonValue | undefined) ?? null) : null;
}

function withChild(holder: JsonValue, token: string, child: JsonValue): JsonValue {
  if (Array.isArray(holder))
    return holder.map((item: JsonValue, index) => (index === Number(token) ? child : item));
  return { ...(holder as JsonObject), [token]: child };
}
