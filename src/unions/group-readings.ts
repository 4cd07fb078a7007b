import { allTypes, typeSetOfValue } from "../schema/type-set.js";
import type { TagReading } from "./tags.js";
import { mayHave } from "./tags.js";
import type { TagValue } from "./unions.js";

/** Values that the same readings may have, and which these are, by their place in a list. */
export interface ReadingGroup {
  readonly values: TagValue[];
  readonly indexes: readonly number[];
}

/** Whether a reading says nothing of any value. */
export function isFree(reading: TagReading): boolean {
  if (reading.kind === "others") return reading.types === allTypes && reading.excluded.length === 0;
  return reading.kind === "gap";
}

/**
 * The values that some reading lists, and absence, by which readings may have them. Undefined where nothing but absence is listed, since
 * what is there in some and not in others is no tag by its value; and where the groups have more than `most` members together.
 */
export function groupReadings(
  readings: readonly TagReading[],
  most: number,
): readonly ReadingGroup[] | undefined {
  const listed = indexListed(readings);
  if ([...listed.keys()].every((value) => value === undefined)) return undefined;
  const unlisted = new Unlisted(readings);
  const groups = new Map<string, ReadingGroup>();
  /** By what a group is made of, which is less than the group. */
  const made = new Map<string, ReadingGroup>();
  let total = 0;
  for (const value of new Set([...listed.keys(), undefined])) {
    const own = listed.get(value) ?? [];
    const others = unlisted.listHaving(value);
    const parts = `${own.join()} ${others.key}`;
    const known = made.get(parts);
    if (known) {
      known.values.push(value);
      continue;
    }
    const indexes = [...own, ...others.indexes].toSorted((one, other) => one - other);
    if (indexes.length === 0) continue;
    const key = indexes.join();
    const group = groups.get(key) ?? { values: [], indexes };
    if (group.values.length === 0) total += indexes.length;
    if (total > most) return undefined;
    group.values.push(value);
    made.set(parts, group);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function indexListed(readings: readonly TagReading[]): ReadonlyMap<TagValue, readonly number[]> {
  const listed = new Map<TagValue, number[]>();
  for (const [index, reading] of readings.entries()) {
    for (const value of reading.kind === "values" ? reading.values : []) {
      const indexes = listed.get(value);
      if (indexes) indexes.push(index);
      else listed.set(value, [index]);
    }
  }
  return listed;
}

interface Having {
  /** Tells different lists apart. */
  readonly key: string;
  readonly indexes: readonly number[];
}

/** The readings that list nothing: those that may have a value are the same for all values of a type, but for excluded ones. */
class Unlisted {
  readonly #readings: readonly TagReading[];
  readonly #indexes: readonly number[];
  readonly #excluded: ReadonlySet<TagValue>;
  readonly #byKey = new Map<string, Having>();

  constructor(readings: readonly TagReading[]) {
    this.#readings = readings;
    this.#indexes = [...readings.keys()].filter((index) => readings[index]?.kind !== "values");
    this.#excluded = new Set(
      readings.flatMap((reading) => (reading.kind === "others" ? reading.excluded : [])),
    );
  }

  listHaving(value: TagValue): Having {
    const key = this.#keyOf(value);
    const known = this.#byKey.get(key);
    if (known) return known;
    const indexes = this.#indexes.filter((index) => {
      const reading = this.#readings[index];
      return reading !== undefined && mayHave(reading, value);
    });
    const having = { key, indexes };
    this.#byKey.set(key, having);
    return having;
  }

  #keyOf(value: TagValue): string {
    if (value === undefined) return "absent";
    const type = `type ${typeSetOfValue(value)}`;
    return this.#excluded.has(value) ? `${type}, ${JSON.stringify(value)}` : type;
  }
}
