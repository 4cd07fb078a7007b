import { hasOwn } from "./has-own.js";
import { isObject } from "./is-object.js";

/**
 * Whether a value equals a constant of the schema, as JSON: objects in any order of keys, arrays in order. A property
 * whose value is undefined counts as absent.
 */
export function equals(constant: unknown, value: unknown): boolean {
  // A list of what is still to compare, instead of recursion: no nesting overflows the stack, and a cyclic value ends
  // where the constant does.
  const pending: unknown[] = [constant, value];
  while (pending.length > 0) {
    const right = pending.pop();
    const left = pending.pop();
    if (left === right) continue;
    if (
      !(Array.isArray(left)
        ? pairItems(left, right, pending)
        : pairProperties(left, right, pending))
    ) {
      return false;
    }
  }
  return true;
}

function pairItems(
  left: readonly unknown[],
  right: unknown,
  pending: unknown[],
): boolean {
  if (!Array.isArray(right) || left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++)
    pending.push(left[index], right[index]);
  return true;
}

function pairProperties(
  left: unknown,
  right: unknown,
  pending: unknown[],
): boolean {
  if (!isObject(left) || !isObject(right)) return false;
  const keys = definedKeys(left);
  if (keys.length !== definedKeys(right).length) return false;
  for (const key of keys) {
    if (!hasOwn(right, key)) return false;
    pending.push(left[key], right[key]);
  }
  return true;
}

function definedKeys(object: { readonly [key: string]: unknown }): string[] {
  return Object.keys(object).filter((key) => object[key] !== undefined);
}
