import type { Coercer } from "./coercer.js";

/** Coerces a value by one after the other; each leaves what is not its own. */
export function inTurn(...coercers: readonly Coercer[]): Coercer {
  return (value) =>
    coercers.reduce<unknown>((coerced, coerce) => coerce(coerced), value);
}
