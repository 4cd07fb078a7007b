import type { JsonObject, JsonValue } from "../json.js";

/** An object under construction. It has no prototype, so that `__proto__` is a key like any other. */
export type ObjectDraft = { [key: string]: JsonValue };

export function createObject(members: Iterable<readonly [string, JsonValue]> = []): ObjectDraft {
  return addMembers(Object.create(null) as ObjectDraft, members);
}

/** Adds the members to the object, and returns it. */
export function addMembers(
  object: ObjectDraft,
  members: Iterable<readonly [string, JsonValue]>,
): ObjectDraft & JsonObject {
  for (const [key, value] of members) object[key] = value;
  return object;
}
