import { isObject } from "./is-object.js";

/** A value in short, whatever it is: the JSON text of a scalar, cut to 60 characters; of an array or object its size. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return `array of length ${value.length}`;
  if (isObject(value)) return `object of size ${Object.keys(value).length}`;
  if (typeof value === "function") return "function";
  return cutText(
    typeof value === "string"
      ? JSON.stringify(value.slice(0, longestText))
      : String(value),
  );
}

const longestText = 60;

function cutText(text: string): string {
  if (text.length <= longestText) return text;
  // The cut must not leave the first half of a character behind.
  return `${text.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
