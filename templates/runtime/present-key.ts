import { hasOwn } from "./has-own.js";

/** Which of the properties an object has, that has one of them. A value of undefined counts as absence. */
export function presentKey<Key extends string>(
  value: object,
  keys: readonly Key[],
): Key {
  return keys.find(
    (key) => hasOwn(value, key) && Reflect.get(value, key) !== undefined,
  ) as Key;
}
