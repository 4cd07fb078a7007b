/** A value that a property may have to tell the variants of a union apart. */
export type TagLiteral = string | number | boolean | null;
