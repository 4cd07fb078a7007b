import type { JsonValue } from "../json.js";
import { includesValue } from "./equal-values.js";

/** JSON values, each once and in order, that answer quickly whether a value is among them. */
export class ValueSet {
  readonly #values: JsonValue[] = [];
  /** Only where there are many. */
  #scalars: Set<JsonValue> | undefined;

  /** Of values that are equal, the first stays. */
  constructor(values: Iterable<JsonValue>) {
    for (const value of values) this.#add(value);
  }

  get values(): readonly JsonValue[] {
    return this.#values;
  }

  has(value: JsonValue): boolean {
    if (!isScalar(value)) return includesValue(this.#values, value);
    return this.#scalars ? this.#scalars.has(value) : this.#values.includes(value);
  }

  /** The values that `keeps` holds for; this set itself where it holds for all. */
  filter(keeps: (value: JsonValue) => boolean): ValueSet {
    const kept = this.#values.filter(keeps);
    return kept.length === this.#values.length ? this : new ValueSet(kept);
  }

  #add(value: JsonValue): void {
    if (this.has(value)) return;
    this.#values.push(value);
    if (this.#scalars) this.#scalars.add(value);
    else if (this.#values.length === many) this.#scalars = new Set(this.#values);
  }
}

/** So many values are no longer compared one by one. */
const many = 16;

/** Whether a comparison tells whether two such values are equal. */
export function isScalar(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}
