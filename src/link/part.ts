import type { JsonValue } from "../json.js";
import type { Document } from "../load/documents.js";
import { formatPointer, resolvePointer } from "../pointer.js";

/** A place in an API description, or in a file that it is split into, with whatever stands there. */
export interface Part {
  readonly document: Document;
  /** What references in it resolve against. */
  readonly baseUri: string;
  /** The way to it from the document's root. */
  readonly tokens: readonly string[];
  readonly value: JsonValue;
}

/** What the tokens lead to from a part; undefined where nothing stands there. */
export function partAt(part: Part, ...tokens: readonly string[]): Part | undefined {
  let current: Part | undefined = part;
  for (const token of tokens) current = current && memberPart(current, token);
  return current;
}

function memberPart({ value, tokens, ...rest }: Part, token: string): Part | undefined {
  const member = resolvePointer(value, formatPointer([token]));
  return member === undefined ? undefined : { ...rest, tokens: [...tokens, token], value: member };
}

/** The members of an object, or the items of an array, by key; nothing of anything else. */
export function listParts(part: Part | undefined): [key: string, part: Part][] {
  if (!part || typeof part.value !== "object" || part.value === null) return [];
  const { value, tokens, ...rest } = part;
  return Object.entries(value).map(([key, member]: [string, JsonValue]) => [
    key,
    { ...rest, tokens: [...tokens, key], value: member },
  ]);
}

/** The member of that key, where it is a string. */
export function textAt(part: Part, key: string): string | undefined {
  const member = partAt(part, key)?.value;
  return typeof member === "string" ? member : undefined;
}
