import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { keywordsOf } from "../facts/conjuncts.js";
import { nearest } from "../nearest.js";
import { appendPointer } from "../pointer.js";
import type { SchemaGraph } from "../schema/schema-graph.js";
import type { FormatName } from "./check-plan.js";
import { formatNames, numberFormatNames } from "./check-plan.js";

export function isKnownFormat(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** Formats that tell what a value is kept in or shown as, and refuse none. */
const telling: readonly string[] = ["float", "double", "binary", "password"];

const known: ReadonlySet<string> = new Set([...formatNames, ...numberFormatNames, ...telling]);

/**
 * A warning for each format that is to be checked and that no check is known for, at the first place that has it. Any string
 * passes it, as the specification wants of formats that are not known.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.2.2
 */
export function reportUnknownFormats(graph: SchemaGraph): Diagnostic[] {
  const told = new Set<string>();
  const warnings: Diagnostic[] = [];
  for (const { id, place } of graph.nodes.values()) {
    const { format } = keywordsOf(graph, id);
    if (!format?.asserted || format.export !== undefined) continue;
    if (known.has(format.name) || told.has(format.name)) continue;
    told.add(format.name);
    const { uri, pointer } = place;
    const [near] = nearest(format.name, known);
    warnings.push(
      diagnose(
        "format-unknown",
        `The format ${JSON.stringify(format.name)} is not known, so it is not checked.`,
        near === undefined
          ? "Say what it means with `pattern`, or leave the keyword as a hint to readers."
          : `Did you mean ${JSON.stringify(near)}?`,
        { uri, pointer: appendPointer(pointer, "format") },
      ),
    );
  }
  return warnings;
}
