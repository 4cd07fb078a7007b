import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";

/** A JSON value that may be changed: a copy of our own. */
export type Draft = null | boolean | number | string | Draft[] | DraftObject;

/** An object of a draft; its members are set with `setMember`. */
export interface DraftObject {
  [key: string]: Draft;
}

/** A copy that shares nothing with `value`, to any depth. */
export function copyJson(value: JsonValue): Draft {
  const root = copyContainer(value);
  const open = [root];
  for (let copy = open.pop(); copy !== undefined; copy = open.pop()) {
    if (typeof copy !== "object" || copy === null) continue;
    for (const [key, child] of Object.entries(copy)) {
      if (typeof child !== "object" || child === null) continue;
      const childCopy = copyContainer(child);
      setMember(copy as DraftObject, key, childCopy);
      open.push(childCopy);
    }
  }
  return root;
}

/** Gives `object` an own member of any name; an assignment to `__proto__` would give it a prototype instead. */
export function setMember(object: DraftObject, key: string, value: Draft): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Its members are still those of the original. */
function copyContainer(value: JsonValue): Draft {
  if (Array.isArray(value)) return [...(value as Draft[])];
  return isJsonObject(value) ? { ...(value as DraftObject) } : (value as Draft);
}
