import { includesValue } from "../facts/equal-values.js";
import type { JsonValue } from "../json.js";

/** The values, each once: a comparison with what was compared before says nothing. */
export function distinctValues(values: readonly JsonValue[]): readonly JsonValue[] {
  // Enumerations may be long, and mostly list scalars, which a set finds at once.
  const scalars = new Set<JsonValue>();
  const structures: JsonValue[] = [];
  return values.filter((value) => {
    const isStructure = typeof value === "object" && value !== null;
    if (isStructure ? includesValue(structures, value) : scalars.has(value)) return false;
    if (isStructure) structures.push(value);
    else scalars.add(value);
    return true;
  });
}
