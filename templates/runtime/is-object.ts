/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the properties that it reads next */

/** Whether a value is a JSON object: neither null nor an array. `Key` names the properties that are read next. */
export function isObject<Key extends PropertyKey = string>(
  value: unknown,
): value is { readonly [K in Key]?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
