import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import { loadJsonPath } from "../libraries.js";
import type { Pointer } from "../pointer.js";
import { appendPointer } from "../pointer.js";
import type { Document } from "./documents.js";
import type { Action, Overlay } from "./overlay.js";

type Report = (pointer: Pointer, message: string, help: string) => void;

/** json-p3 visits descendants recursively, and overflows at some 2,000 levels. */
const deepestDescendant = 1_000;

/**
 * The overlay that a document holds. The value is undefined where it breaks the specification; each breach is reported.
 * @see https://spec.openapis.org/overlay/v1.0.0.html#schema
 */
export function checkOverlay(document: Document): Outcome<Overlay | undefined> {
  const { uri, source, value } = document;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (pointer, message, help) => {
    diagnostics.push(diagnose("overlay-invalid", message, help, { uri, pointer }));
  };
  const fields = checkFields(value, "", overlayFields, report);
  const actions = fields && Array.isArray(fields["actions"]) ? checkActions(fields["actions"], report) : [];
  if (fields && isJsonObject(fields["info"])) checkFields(fields["info"], "/info", infoFields, report);
  if (!fields || diagnostics.length > 0) return { value: undefined, diagnostics };
  const reference = fields["extends"] as string | undefined;
  return { value: { uri, source, extends: reference, actions }, diagnostics };
}

/** What a field must be, and the end of a sentence that says so. */
interface Field {
  readonly required: boolean;
  readonly expected: string;
  readonly accepts: (value: JsonValue) => boolean;
}

const isString = (value: JsonValue) => typeof value === "string";
const text = { expected: "a string", accepts: isString };

const overlayFields: Readonly<Record<string, Field>> = {
  overlay: {
    required: true,
    expected: 'the version "1.0.0"',
    accepts: (value) => typeof value === "string" && /^1\.0\.\d+/.test(value),
  },
  info: { required: true, expected: "an object", accepts: isJsonObject },
  extends: { required: false, ...text },
  actions: {
    required: true,
    expected: "an array with at least one action",
    accepts: (value) => Array.isArray(value) && value.length > 0,
  },
};

const infoFields: Readonly<Record<string, Field>> = {
  title: { required: true, ...text },
  version: { required: true, ...text },
};

const actionFields: Readonly<Record<string, Field>> = {
  target: { required: true, ...text },
  description: { required: false, ...text },
  update: { required: false, expected: "any value", accepts: () => true },
  remove: { required: false, expected: "true or false", accepts: (value) => typeof value === "boolean" },
};

/** The value as an object with these fields, undefined where it is none. */
function checkFields(
  value: JsonValue,
  pointer: Pointer,
  fields: Readonly<Record<string, Field>>,
  report: Report,
): JsonObject | undefined {
  if (!isJsonObject(value)) {
    report(pointer, "An object is expected here.", "Write an overlay as the specification has it.");
    return undefined;
  }
  for (const [name, { required, expected, accepts }] of Object.entries(fields)) {
    const field = memberOf(value, name);
    if (field === undefined && required)
      report(pointer, `\`${name}\` is missing.`, `Add \`${name}\`, ${expected}.`);
    if (field === undefined || accepts(field)) continue;
    report(
      appendPointer(pointer, name),
      `\`${name}\` must be ${expected}.`,
      `Give \`${name}\` such a value.`,
    );
  }
  for (const name of Object.keys(value)) {
    if (name.startsWith("x-") || Object.hasOwn(fields, name)) continue;
    const known = Object.keys(fields).join("`, `");
    report(
      appendPointer(pointer, name),
      `\`${name}\` means nothing here.`,
      `Use \`${known}\`, or a name with \`x-\`.`,
    );
  }
  return value;
}

function checkActions(actions: readonly JsonValue[], report: Report): Action[] {
  return actions.flatMap((value, index) => {
    const pointer = appendPointer("/actions", index);
    const fields = checkFields(value, pointer, actionFields, report);
    const target = fields && memberOf(fields, "target");
    const query = typeof target === "string" ? compileTarget(target, pointer, report) : undefined;
    if (!fields || !query || typeof target !== "string") return [];
    return [
      {
        pointer,
        target,
        query,
        update: memberOf(fields, "update"),
        remove: memberOf(fields, "remove") === true,
      },
    ];
  });
}

function compileTarget(target: string, pointer: Pointer, report: Report): Action["query"] | undefined {
  const { JSONPathEnvironment } = loadJsonPath();
  try {
    return new JSONPathEnvironment({ maxRecursionDepth: deepestDescendant }).compile(target);
  } catch (error) {
    const message = `\`${target}\` is not a JSONPath query: ${(error as Error).message}.`;
    report(
      appendPointer(pointer, "target"),
      message,
      "Write the target as RFC 9535 has it, starting with `$`.",
    );
    return undefined;
  }
}
