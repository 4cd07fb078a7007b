/** Gives a value, or another in its place; it changes none. */
export type Coercer = (value: unknown) => unknown;
