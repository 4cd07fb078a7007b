import type { Coercer } from "./coercer.js";
import { hasOwn } from "./has-own.js";
import { isObject } from "./is-object.js";

/** Coerces the members of an object: those that are named by a coercer each, and the others by the last. */
export function asMembers(
  named: { readonly [key: string]: Coercer },
  others?: Coercer,
): Coercer {
  return (value) => {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const coerce = hasOwn(named, key) ? named[key] : others;
        return [key, coerce ? coerce(member) : member];
      }),
    );
  };
}
