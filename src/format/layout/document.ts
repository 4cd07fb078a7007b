/**
 * A text that may be laid out in several ways: what stands within a group stays in a line where it fits, and else each `line` of the group
 * is a line break. The algorithm is Wadler's as Prettier has it; see https://github.com/prettier/prettier/blob/main/commands.md
 */
export type Document = string | readonly Document[] | Part | Deferred;

export type Part = Group | Indented | Line | IfBroken | IndentedIfBroken | Fill | Suffix;

export interface Group {
  readonly kind: "group";
  readonly contents: Document;
  /** Whether it holds what is a line break in any case. */
  readonly isBroken: boolean;
  /** From the tersest to the most expanded; the first is `contents`. */
  readonly states: readonly Document[] | undefined;
  /** What others ask by whether it was broken. */
  readonly name: symbol | undefined;
}

export interface Indented {
  readonly kind: "indent";
  readonly contents: Document;
  /** This many spaces; undefined: one level. */
  readonly width: number | undefined;
}

export interface Line {
  readonly kind: "line";
  readonly isHard: boolean;
  readonly isSoft: boolean;
}

export interface IfBroken {
  readonly kind: "ifBroken";
  readonly broken: Document;
  readonly flat: Document;
  /** The group that is asked; undefined: the one that this stands in. */
  readonly group: symbol | undefined;
}

export interface IndentedIfBroken {
  readonly kind: "indentIfBroken";
  readonly contents: Document;
  readonly group: symbol;
}

/** Contents and lines in turn, each line broken only where the next contents do not fit. */
export interface Fill {
  readonly kind: "fill";
  readonly parts: readonly Document[];
  readonly from: number;
}

/** What stands at the end of the line. */
export interface Suffix {
  readonly kind: "suffix";
  readonly text: string;
}

/** A document that is made only where it does not fit in the line. All of its lines stand within groups. */
export interface Deferred {
  readonly kind: "deferred";
  /** The width in one line; infinite where it cannot stand in one. */
  readonly width: number;
  /** The text in one line. */
  print(): string;
  /** The same document each time. */
  expand(): Document;
}

export const line: Line = { kind: "line", isHard: false, isSoft: false };
export const softLine: Line = { kind: "line", isHard: false, isSoft: true };
/** The groups that it stands in must say that they are broken. */
export const hardLine: Line = { kind: "line", isHard: true, isSoft: false };

export function group(contents: Document, isBroken = false, name?: symbol): Group {
  return { kind: "group", contents, isBroken, states: undefined, name };
}

/** The first of the states that fits, and else the last. */
export function choose(states: readonly Document[]): Group {
  return { kind: "group", contents: states[0] ?? "", isBroken: false, states, name: undefined };
}

export function indent(contents: Document): Indented {
  return { kind: "indent", contents, width: undefined };
}

export function align(width: number, contents: Document): Indented {
  return { kind: "indent", contents, width };
}

export function ifBroken(broken: Document, flat: Document = "", asked?: symbol): IfBroken {
  return { kind: "ifBroken", broken, flat, group: asked };
}

export function indentIfBroken(contents: Document, asked: symbol): IndentedIfBroken {
  return { kind: "indentIfBroken", contents, group: asked };
}

export function fill(parts: readonly Document[]): Fill {
  return { kind: "fill", parts, from: 0 };
}

export function join(separator: Document, documents: readonly Document[]): Document[] {
  return documents.flatMap((each, index) => (index === 0 ? [each] : [separator, each]));
}
