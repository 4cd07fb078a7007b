import type { JsonObject, JsonValue } from "../../json.js";
import { isJsonObject } from "../../json.js";
import type { SchemaId } from "../../link/linked.js";
import type { KeywordUse } from "./keyword.js";
import { subschemaOf } from "./keyword.js";

/** Reports that a value is not what its keyword takes: `expected` with its article, and what else to do than to write that. */
export function rejectValue(use: KeywordUse, expected: string, help?: string): undefined {
  use.report(
    "keyword-invalid",
    `The value of ${use.name} must be ${expected}, but here stands ${showValue(use.value)}.`,
    help ?? `Write ${expected}, or leave ${use.name} out.`,
  );
  return undefined;
}

export function readNumber(use: KeywordUse): number | undefined {
  return typeof use.value === "number" ? use.value : rejectValue(use, "a number");
}

/** A length, or another count: an integer from 0 on. */
export function readCount(use: KeywordUse): number | undefined {
  const { value } = use;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return rejectValue(use, "a non-negative integer");
}

export function readFlag(use: KeywordUse): boolean | undefined {
  return typeof use.value === "boolean" ? use.value : rejectValue(use, "true or false");
}

export function readString(use: KeywordUse): string | undefined {
  return typeof use.value === "string" ? use.value : rejectValue(use, "a string");
}

export function readObject(use: KeywordUse, expected = "an object"): JsonObject | undefined {
  return isJsonObject(use.value) ? use.value : rejectValue(use, expected);
}

export function readArray(use: KeywordUse, expected = "an array"): readonly JsonValue[] | undefined {
  return Array.isArray(use.value) ? (use.value as readonly JsonValue[]) : rejectValue(use, expected);
}

/** The subschema that the value is. */
export function readSchema(use: KeywordUse): SchemaId | undefined {
  return subschemaOf(use);
}

/** The subschemas that an array holds. An empty one, which the specification forbids, is let be where it plainly does nothing. */
export function readSchemas(use: KeywordUse, whenEmpty: "tolerate" | "reject"): SchemaId[] | undefined {
  const items = readArray(use, "an array of schemas");
  if (!items) return undefined;
  if (items.length === 0) {
    if (whenEmpty === "reject") return rejectValue(use, "an array with at least one schema");
    const message = `${use.name} has no schema in it, and so does nothing.`;
    use.report("keyword-tolerated", message, `Leave ${use.name} out.`);
    return undefined;
  }
  return items.map((_, index) => subschemaOf(use, index)).filter((id) => id !== undefined);
}

/** The subschemas that an object holds, by key. */
export function readSchemaMap(use: KeywordUse): Map<string, SchemaId> | undefined {
  const members = readObject(use, "an object of schemas");
  if (!members) return undefined;
  const ids = new Map<string, SchemaId>();
  for (const key of Object.keys(members)) {
    const id = subschemaOf(use, key);
    if (id !== undefined) ids.set(key, id);
  }
  return ids;
}

/** A value for a message: whole where it is short. */
export function showValue(value: JsonValue): string {
  if (Array.isArray(value)) return "an array";
  if (isJsonObject(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
