/** A value that a property may have to tell the variants of a union apart; undefined where it is absent. */
export type TagLiteral = string | number | boolean | null | undefined;
