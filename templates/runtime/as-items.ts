import type { Coercer } from "./coercer.js";

/** Coerces the items of an array: the first by one coercer each, those after them by the last. */
export function asItems(first: readonly Coercer[], others?: Coercer): Coercer {
  return (value) => {
    if (!Array.isArray(value)) return value;
    return value.map((item: unknown, index) => {
      const coerce = index < first.length ? first[index] : others;
      return coerce ? coerce(item) : item;
    });
  };
}
