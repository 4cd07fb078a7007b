import { assertValid } from "../../../templates/runtime/assert-valid.js";
import { isObject } from "../../../templates/runtime/is-object.js";
import type { SchemaChecks } from "../../../templates/runtime/issue-collector.js";
import { readJson, valueOrThrow } from "../../../templates/runtime/read-json.js";
import { runValidation } from "../../../templates/runtime/run-validation.js";
import type { ValidationOptions } from "../../../templates/runtime/validation-options.js";
import type { ValidationResult } from "../../../templates/runtime/validation-result.js";

// What the generator writes for a recursive type: a guard and the checks over the same schema.

export interface Recipient {
  readonly id: string;
  readonly personId?: string;
  readonly delegates?: readonly Recipient[];
}

export function isRecipient(value: unknown): value is Recipient {
  return (
    isObject<keyof Recipient>(value) &&
    typeof value.id === "string" &&
    isOptionalString(value.personId) &&
    (value.delegates === undefined || (Array.isArray(value.delegates) && everyRecipient(value.delegates)))
  );
}

const isOptionalString = (value: unknown): boolean => value === undefined || typeof value === "string";

const everyRecipient = (items: readonly unknown[]): boolean => {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!isRecipient(item)) return false;
  }
  return true;
};

export function assertRecipient(value: unknown): asserts value is Recipient {
  assertValid(value, isRecipient, collectRecipient);
}

export function validateRecipient(value: unknown, options?: ValidationOptions): ValidationResult<Recipient> {
  return runValidation(value, isRecipient, collectRecipient, options);
}

export function parseRecipient(text: string): ValidationResult<Recipient> {
  return readJson(text, validateRecipient);
}

export function parseRecipientOrThrow(text: string): Recipient {
  return valueOrThrow(parseRecipient(text));
}

export function collectRecipient(): SchemaChecks {
  return {
    at: "/$defs/Recipient",
    type: "object",
    required: ["id"],
    properties: {
      id: "string",
      personId: "string",
      delegates: { type: "array", items: { visit: collectRecipient } },
    },
  };
}
