import { asIdentifier, toCamelCase } from "../identifier.js";
import { keywords, predefinedTypes } from "./reserved-words.js";

/** A word of a name in PascalCase, with the digits behind it: `HTTP` and `Event2` of `HTTPEvent2`. */
const word = /\p{Lu}+(?!\p{Ll})\p{N}*|\p{Lu}?[^\p{Lu}\p{Pc}$]+/gu;

/**
 * What a function calls a value of a type: the last word of its name, as in `event` for `WebhookEvent`. Where that is no name, or one
 * of `taken`, the whole name, and at last that with `Value`.
 */
export function nameParameter(type: string, taken: ReadonlySet<string>): string {
  const last = type.match(word)?.at(-1) ?? type;
  const whole = asIdentifier(toCamelCase(type));
  const isFree = (name: string): boolean =>
    !keywords.has(name) && !predefinedTypes.has(name) && !taken.has(name);
  const candidates = [asIdentifier(toCamelCase(last)), whole];
  return candidates.find(isFree) ?? `${whole}Value`;
}
