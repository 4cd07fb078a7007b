import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";

/** A change of one place in a value. */
type Change =
  | { readonly kind: "delete"; readonly at: number }
  /** Another value from the pool: where `alike`, one that stands under the same key elsewhere, as the tag of another variant does. */
  | { readonly kind: "replace"; readonly at: number; readonly by: number; readonly alike: boolean }
  | { readonly kind: "add"; readonly at: number; readonly key: number; readonly by: number }
  | { readonly kind: "nest"; readonly at: number; readonly key: number }
  | { readonly kind: "rename"; readonly at: number; readonly key: number };

/** What payloads and schemas of a case have: values to begin with, and keys and values to change them by. */
interface Pool {
  readonly payloads: readonly JsonValue[];
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];
  readonly byKey: ReadonlyMap<string, readonly JsonValue[]>;
}

/** One place in a value; the root is held by an object of its own. */
interface Place {
  readonly holder: Record<string, JsonValue>;
  readonly key: string;
}

const index = fc.oneof({ weight: 2, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(10_000) });
const any = fc.nat(10_000);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("delete"), at: index }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("replace"), at: index, by: any, alike: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("add"), at: index, key: any, by: any }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("nest"), at: index, key: any }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename"), at: index, key: any }) },
);

/** Values near the payloads: up to three changes away, mostly one, near the root; and one in ten of no likeness at all. */
export function nearValues(
  payloads: readonly JsonValue[],
  schemas: readonly JsonValue[],
): fc.Arbitrary<JsonValue> {
  const pool = fillPool(payloads, schemas);
  const near = fc
    .tuple(any, fc.array(change, { minLength: 1, maxLength: 3, size: "max" }))
    .map(([start, changes]) => applyChanges(pool, take(pool.payloads, start), changes));
  const strange = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>;
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: strange });
}

/** What is put in is changed later, and stays as it is in the pool. */
function take(values: readonly JsonValue[], at: number): JsonValue {
  return structuredClone(pick(values, at));
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

function applyChanges(pool: Pool, start: JsonValue, changes: readonly Change[]): JsonValue {
  let value = start;
  for (const each of changes) {
    const root = { value };
    const place = pick(listPlaces(root), each.at);
    if (place.holder !== root || canReplaceRoot(each)) applyChange(pool, place, each);
    value = root.value;
  }
  return value;
}

/** A value has no key, and is there. */
function canReplaceRoot({ kind }: Change): boolean {
  return kind !== "delete" && kind !== "rename";
}

function applyChange(pool: Pool, { holder, key }: Place, each: Change): void {
  const value = holder[key] ?? null;
  switch (each.kind) {
    case "delete":
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case "replace":
      holder[key] = take((each.alike ? pool.byKey.get(key) : undefined) ?? pool.values, each.by);
      return;
    case "add":
      if (isJsonObject(value)) {
        const added = pick(pool.keys, each.key);
        holder[key] = { ...value, [added]: take(pool.byKey.get(added) ?? pool.values, each.by) };
      } else if (Array.isArray(value)) holder[key] = [...value, take(pool.values, each.by)];
      return;
    case "nest":
      holder[key] = each.key % 2 === 0 ? [value] : { [pick(pool.keys, each.key)]: value };
      return;
    case "rename":
      if (Array.isArray(holder)) return;
      delete holder[key];
      holder[pick(pool.keys, each.key)] = value;
  }
}

/** Every place of a value, level by level. */
function listPlaces(root: JsonObject): Place[] {
  const places: Place[] = [];
  const holders: JsonValue[] = [root];
  for (const holder of holders) {
    if (typeof holder !== "object" || holder === null) continue;
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder: holder as Record<string, JsonValue>, key });
      holders.push(value);
    }
  }
  return places;
}

/** A value, and all that it holds. */
export function listValues(value: JsonValue): JsonValue[] {
  return listPlaces({ value }).map(({ holder, key }) => holder[key] ?? null);
}

function fillPool(payloads: readonly JsonValue[], schemas: readonly JsonValue[]): Pool {
  const byKey = new Map<string, JsonValue[]>();
  for (const payload of [...payloads, ...schemas.flatMap(listExamples)]) {
    const [, ...places] = listPlaces({ payload });
    for (const { holder, key } of places) {
      const value = holder[key] ?? null;
      const known = byKey.get(key) ?? [];
      known.push(value, ...twistValue(value));
      byKey.set(key, known);
    }
  }
  const keys = [...byKey.keys()].filter((key) => !/^\d+$/.test(key));
  const odd: JsonValue[] = [null, true, false, 0, 1, -1, 0.5, "", "constructor", [], {}, { type: "a" }];
  const values = [...odd, ...payloads, ...keys, ...[...byKey.values()].flat()];
  return { payloads, keys: [...keys, "constructor", "toString", "unknown"], values, byKey };
}

/** What differs from a scalar in its type alone, or little from its text. */
function twistValue(value: JsonValue): JsonValue[] {
  if (typeof value === "object") return value === null ? ["null", false] : [];
  if (typeof value === "string") return [`${value}s`, value.toUpperCase(), [value]];
  return typeof value === "boolean"
    ? [String(value), Number(value)]
    : [String(value), value + 0.5, value === 1];
}

/** The values that a schema lists for a property, each in an object with that property alone. */
function listExamples(schema: JsonValue): JsonObject[] {
  return listPlaces({ schema }).flatMap(({ holder, key }) => {
    const described = holder[key];
    if (!isJsonObject(described)) return [];
    const listed = Array.isArray(described["enum"]) ? described["enum"] : [];
    const values = described["const"] === undefined ? listed : [described["const"], ...listed];
    return values.map((value: JsonValue) => ({ [key]: value }));
  });
}
