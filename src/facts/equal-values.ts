import type { JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";

/** Equality of JSON values, to any depth: key order does not matter, 1.0 is 1, and -0 is 0. */
export function areEqual(left: JsonValue, right: JsonValue): boolean {
  const pairs = [{ left, right }];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    if (pair.left === pair.right) continue;
    const parts = pairParts(pair.left, pair.right);
    if (parts === undefined) return false;
    for (const part of parts) pairs.push(part);
  }
  return true;
}

/** Whether one of `values` equals `value`. */
export function includesValue(values: readonly JsonValue[], value: JsonValue): boolean {
  return values.some((each) => areEqual(each, value));
}

/** The parts that must be equal for two arrays or two objects to be; undefined where they cannot be. */
function pairParts(left: JsonValue, right: JsonValue): { left: JsonValue; right: JsonValue }[] | undefined {
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return undefined;
    return left.map((item: JsonValue, index) => ({ left: item, right: right[index] as JsonValue }));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return undefined;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return undefined;
  const parts = [];
  for (const key of keys) {
    const [own, other] = [memberOf(left, key), memberOf(right, key)];
    if (own === undefined || other === undefined) return undefined;
    parts.push({ left: own, right: other });
  }
  return parts;
}
