import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, stringifyJson } from "../json.js";
import { appendPointer, type Pointer } from "../pointer.js";
import type { Judge, SampleIssue } from "./find-valid.js";
import type { Random } from "./random.js";

/** A value that is refused, and why. */
export interface InvalidSample {
  readonly value: JsonValue;
  readonly issue: SampleIssue;
}

/** So many changes of one value are tried. */
const tries = 200;

/** One thing that may be wrong with a value: a part of it becomes another, or goes. */
interface Change {
  readonly pointer: Pointer;
  readonly replacement: JsonValue | undefined;
}

/**
 * The value with one thing changed, so that it is refused: for a keyword that is not among `told`, and for it alone, if such a change
 * is found. `names` are those that the schema speaks of. What it finds is among `told` from then on. Undefined where every change leaves it valid.
 */
export function findInvalid(
  value: JsonValue,
  judge: Judge,
  told: Set<string>,
  names: readonly string[],
  random: Random,
): InvalidSample | undefined {
  const changes = [...listChanges(value), ...listAdditions(value, random.shuffle(names).slice(0, 10))];
  let best: { readonly sample: InvalidSample; readonly rank: number } | undefined;
  for (const change of random.shuffle(changes).slice(0, tries)) {
    const changed = applyChange(value, change);
    const [issue, ...others] = judge(changed);
    if (!issue) continue;
    const isNear = change.pointer.startsWith(issue.pointer) || issue.pointer.startsWith(change.pointer);
    const rank = (told.has(keyOf(issue)) ? 4 : 0) + (others.length > 0 ? 2 : 0) + (isNear ? 0 : 1);
    if (!best || rank < best.rank) best = { sample: { value: changed, issue }, rank };
    if (rank === 0) break;
  }
  if (best) told.add(keyOf(best.sample.issue));
  return best?.sample;
}

/** Of one keyword, each place counts once: items of one array are the same place. */
function keyOf({ keyword, pointer }: SampleIssue): string {
  return `${keyword} ${pointer.replaceAll(/\/\d+(?=\/|$)/g, "/0")}`;
}

function listChanges(value: JsonValue): Change[] {
  const changes: Change[] = [];
  const pending: { value: JsonValue; pointer: Pointer }[] = [{ value, pointer: "" }];
  for (const { value: part, pointer } of pending) {
    for (const replacement of listReplacements(part)) changes.push({ pointer, replacement });
    if (typeof part !== "object" || part === null) continue;
    for (const [key, member] of Object.entries<JsonValue>(part)) {
      const below = appendPointer(pointer, key);
      pending.push({ value: member, pointer: below });
      if (!Array.isArray(part)) changes.push({ pointer: below, replacement: undefined });
    }
  }
  return changes;
}

/** Names that the schema speaks of, where they are not there: they may be forbidden, or ask for others. */
function listAdditions(value: JsonValue, names: readonly string[]): Change[] {
  if (!isJsonObject(value)) return [];
  const absent = names.filter((name) => !Object.hasOwn(value, name));
  return absent.map((name) => ({ pointer: appendPointer("", name), replacement: true }));
}

/** What is near a value, or of another type. */
function listReplacements(value: JsonValue): JsonValue[] {
  if (typeof value === "string")
    return [value.length, null, "", `${value}~`, value.slice(1), value.repeat(40)];
  if (typeof value === "number") {
    return [String(value), value + 0.5, value - 1_000_000, value + 1_000_000, value - 1, value + 1, null];
  }
  if (typeof value === "boolean") return [String(value), !value];
  if (value === null) return ["", false];
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const again = items.slice(-1);
    return [
      [],
      [...items, ...again],
      items.slice(1),
      [...items, null],
      {},
      Array.from({ length: 101 }, () => again[0] ?? 0),
    ];
  }
  return [{ ...(value as JsonObject), unexpected: true }, [], null];
}

function applyChange(value: JsonValue, { pointer, replacement }: Change): JsonValue {
  if (pointer === "") return replacement ?? null;
  const copy = JSON.parse(stringifyJson({ value })) as JsonObject;
  let holder = copy as Record<string, JsonValue>;
  const keys = [
    "value",
    ...pointer
      .slice(1)
      .split("/")
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")),
  ];
  for (const key of keys.slice(0, -1)) {
    const next = holder[key];
    if (!isJsonObject(next) && !Array.isArray(next)) return value;
    holder = next as Record<string, JsonValue>;
  }
  const last = keys.at(-1) ?? "";
  if (replacement === undefined) delete holder[last];
  else
    Object.defineProperty(holder, last, {
      value: replacement,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return copy["value"] ?? null;
}
