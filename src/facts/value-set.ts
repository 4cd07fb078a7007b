import type { JsonValue } from "../json.js";
import { includesValue } from "./equal-values.js";

/** JSON values, each once and in order, that answer quickly whether a value is among them. */
export class ValueSet {
  readonly #values: JsonValue[] = [];
  readonly #scalars = new Set<JsonValue>();
  readonly #structures: JsonValue[] = [];

  /** Of values that are equal, the first stays. */
  constructor(values: Iterable<JsonValue>) {
    for (const value of values) this.#add(value);
  }

  get values(): readonly JsonValue[] {
    return this.#values;
  }

  has(value: JsonValue): boolean {
    return isScalar(value) ? this.#scalars.has(value) : includesValue(this.#structures, value);
  }

  /** The values that `keeps` holds for; this set itself where it holds for all. */
  filter(keeps: (value: JsonValue) => boolean): ValueSet {
    const kept = this.#values.filter(keeps);
    return kept.length === this.#values.length ? this : new ValueSet(kept);
  }

  #add(value: JsonValue): void {
    if (this.has(value)) return;
    this.#values.push(value);
    if (isScalar(value)) this.#scalars.add(value);
    else this.#structures.push(value);
  }
}

/** Whether a comparison tells whether two such values are equal. */
export function isScalar(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}
