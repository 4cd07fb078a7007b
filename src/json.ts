/** Any value that `JSON.parse` can make. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys are read with `Object.hasOwn` or `Object.entries`: `__proto__` is a name like any other. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member `key` of `object`; never what the prototype has. */
export function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What `Object.prototype` has: a plain object has something under such a name even where it has no property of its own. */
const inheritedKeys: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInheritedKey(key: string): boolean {
  return inheritedKeys.has(key);
}

/** The text that `JSON.stringify(value)` gives, which overflows the stack some thousand levels deep; this does not. */
export function stringifyJson(value: JsonValue): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return stringifyDeep(value);
    throw error;
  }
}

function stringifyDeep(value: JsonValue): string {
  const parts: string[] = [];
  const pending: { readonly before: string; readonly value?: JsonValue }[] = [{ before: "", value }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    parts.push(next.before);
    if (next.value === undefined) continue;
    if (typeof next.value !== "object" || next.value === null) {
      parts.push(JSON.stringify(next.value));
      continue;
    }
    const isObject = isJsonObject(next.value);
    parts.push(isObject ? "{" : "[");
    pending.push({ before: isObject ? "}" : "]" });
    const members = Object.entries(next.value).map(([key, member]: [string, JsonValue], index) => ({
      before: `${index > 0 ? "," : ""}${isObject ? `${JSON.stringify(key)}:` : ""}`,
      value: member,
    }));
    for (const member of members.reverse()) pending.push(member);
  }
  return parts.join("");
}

/** Whether arrays and objects stand in each other more than so many levels deep. */
export function isNestedBeyond(levels: number, value: JsonValue): boolean {
  let current: readonly JsonValue[] = [value];
  for (let level = 0; level <= levels && current.length > 0; level++) {
    current = current.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each as JsonObject) : [],
    );
  }
  return current.length > 0;
}
