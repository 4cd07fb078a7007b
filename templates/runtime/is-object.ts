/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the properties that it reads next */

/**
 * Whether a value is a JSON object: neither null nor an array. `Key` names the properties that are read next: of type unknown, which
 * undefined is too. As `object`, a string is none, though it has a `toString`; with optional properties, every object would be one
 * already, and a second look would name nothing.
 */
export function isObject<Key extends PropertyKey = string>(
  value: unknown,
): value is object & { readonly [K in Key]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
