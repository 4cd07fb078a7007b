import { hasOwn } from "./has-own.js";

/** Which of the properties an object has; a value of undefined counts as absence. Of several the first, and undefined for none. */
export function presentKey<Key extends string>(value: object, keys: readonly Key[]): Key | undefined {
  return keys.find((key) => hasOwn(value, key) && Reflect.get(value, key) !== undefined);
}
