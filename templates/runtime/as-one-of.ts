import type { Coercer } from "./coercer.js";

/**
 * Leaves an object or array that one of some schemas accepts; coerces any other as the first of them that accepts it then. What is
 * neither is not theirs to change.
 */
export function asOneOf(
  ...branches: readonly (readonly [
    accepts: (value: unknown) => boolean,
    coerce: Coercer,
  ])[]
): Coercer {
  return (value) => {
    if (
      typeof value !== "object" ||
      branches.some(([accepts]) => accepts(value))
    )
      return value;
    for (const [accepts, coerce] of branches) {
      const coerced = coerce(value);
      if (accepts(coerced)) return coerced;
    }
    return value;
  };
}
