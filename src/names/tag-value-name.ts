import { spellOut, toPascalCase } from "../identifier.js";
import type { TagValue } from "../unions/unions.js";

/** `messages` → `Messages`; a value without letters is spelled after its tag (`Kind1`), and an absent one is `WithoutKind`. */
export function nameTagValue(value: TagValue, tag: string): string {
  if (value === undefined) return `Without${toPascalCase(tag)}`;
  if (value === "") return "Empty";
  const pascal = toPascalCase(String(value));
  if (typeof value === "string" && /^\p{L}/u.test(pascal)) return pascal;
  return (
    toPascalCase(tag) + (typeof value === "string" ? pascal || spellOut(value) : spellOut(String(value)))
  );
}
