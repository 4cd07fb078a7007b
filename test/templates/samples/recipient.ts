import { assertValid } from "../../../templates/runtime/assert-valid.js";
import { isObject } from "../../../templates/runtime/is-object.js";
import type { IssueCollector } from "../../../templates/runtime/issue-collector.js";
import { readJson, readJsonOrThrow } from "../../../templates/runtime/read-json.js";
import { runValidation } from "../../../templates/runtime/run-validation.js";
import type { ValidationOptions } from "../../../templates/runtime/validation-options.js";
import type { ValidationPath } from "../../../templates/runtime/validation-path.js";
import type { ValidationResult } from "../../../templates/runtime/validation-result.js";

// What the generator writes for a recursive type: a guard and a collector over the same schema.

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
  return readJson(text, isRecipient, collectRecipient);
}

export function parseRecipientOrThrow(text: string): Recipient {
  return readJsonOrThrow(text, isRecipient, collectRecipient);
}

export function collectRecipient(
  value: unknown,
  path: ValidationPath | undefined,
  issues: IssueCollector,
): void {
  if (!isObject<keyof Recipient>(value)) {
    return issues.add(path, "type", "/$defs/Recipient/type", value, "object");
  }
  if (value.id === undefined) {
    issues.addRequired(path, "id", "/$defs/Recipient/required");
  } else if (typeof value.id !== "string") {
    const idPath: ValidationPath = { parent: path, key: "id" };
    issues.add(idPath, "type", "/$defs/Recipient/properties/id/type", value.id, "string");
  }
  if (value.personId !== undefined && typeof value.personId !== "string") {
    const personIdPath: ValidationPath = { parent: path, key: "personId" };
    issues.add(personIdPath, "type", "/$defs/Recipient/properties/personId/type", value.personId, "string");
  }
  if (value.delegates !== undefined) {
    collectDelegates(value.delegates, { parent: path, key: "delegates" }, issues);
  }
}

function collectDelegates(value: unknown, path: ValidationPath, issues: IssueCollector): void {
  if (!Array.isArray(value)) {
    return issues.add(path, "type", "/$defs/Recipient/properties/delegates/type", value, "array");
  }
  for (let index = 0; index < value.length && !issues.isFull; index++) {
    issues.visit(collectRecipient, value[index], { parent: path, key: index });
  }
}
