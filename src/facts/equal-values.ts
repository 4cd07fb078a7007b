import { isDeepStrictEqual } from "node:util";
import type { JsonValue } from "../json.js";

/** Equality of JSON values: key order does not matter, 1.0 is 1, and -0 is 0. */
export function areEqual(left: JsonValue, right: JsonValue): boolean {
  if (typeof left === "number" || typeof right === "number") return left === right;
  if (typeof left !== "object" || left === null) return left === right;
  return isDeepStrictEqual(left, right);
}

export function includesValue(values: readonly JsonValue[], value: JsonValue): boolean {
  return values.some((each) => areEqual(each, value));
}
