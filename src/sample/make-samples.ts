import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import type { Fullness } from "./drawing.js";
import { findInvalid } from "./find-invalid.js";
import { findValid, type SampleIssue, type SampleSource } from "./find-valid.js";
import { Random } from "./random.js";

/** How many samples to make, and which. */
export interface SampleOptions {
  readonly count: number;
  /** The same seed gives the same samples, on every machine. */
  readonly seed: string;
  /** Whether each has one thing wrong. */
  readonly invalid: boolean;
}

/** A payload, and, where it is to be refused, why. */
export interface Sample {
  readonly value: JsonValue;
  readonly issue?: SampleIssue;
}

/** As many values are changed for one that is refused. */
const tries = 5;

/** Makes samples: the first has all that may be there, the second only what must, the others some of it. */
export function makeSamples(source: SampleSource, options: SampleOptions): Outcome<readonly Sample[]> {
  const samples: Sample[] = [];
  const told = new Set<string>();
  for (let index = 0; index < options.count; index++) {
    const found = options.invalid
      ? makeInvalid(source, options, index, told)
      : makeValid(source, options, index);
    if ("code" in found) return { value: samples, diagnostics: [found] };
    samples.push(found);
  }
  return { value: samples, diagnostics: [] };
}

function makeValid(source: SampleSource, { seed }: SampleOptions, index: number): Sample | Diagnostic {
  const found = findValid(source, `${seed} ${index}`, fullnessOf(index));
  return "value" in found ? found : reportNone(source, found.failure);
}

function fullnessOf(index: number): Fullness {
  return index === 0 ? "full" : index === 1 ? "minimal" : "some";
}

function makeInvalid(
  source: SampleSource,
  options: SampleOptions,
  index: number,
  told: Set<string>,
): Sample | Diagnostic {
  for (let count = 0; count < tries; count++) {
    const valid = makeValid(source, options, index + count);
    if ("code" in valid) return valid;
    const random = new Random(`${options.seed} ${index} ${count} invalid`);
    const invalid = findInvalid(valid.value, source.judge, told, listNames(source), random);
    if (invalid) return invalid;
  }
  return diagnose(
    "sample-not-refused",
    `Nothing that was changed in valid values makes them invalid, so there are only ${index} samples.`,
    "See whether the schema refuses what it should.",
  );
}

/** The names of properties that the schema speaks of. */
function listNames({ graph }: SampleSource): readonly string[] {
  const schemas = [...graph.nodes.values()].map(({ schema }) => schema);
  const names = schemas.flatMap((schema) =>
    typeof schema === "boolean"
      ? []
      : [schema.properties, schema.dependentRequired, schema.dependentSchemas].flatMap((map) => [
          ...(map?.keys() ?? []),
        ]),
  );
  return [...new Set(names)];
}

function reportNone(
  { graph, root }: SampleSource,
  { pointer, message }: Pick<SampleIssue, "pointer" | "message">,
): Diagnostic {
  const part = pointer === "" ? "the whole value" : `the part ${pointer.replaceAll(/~(?:name)?\d+$/g, "")}`;
  const place = graph.nodes.get(root)?.place;
  return diagnose(
    "sample-not-found",
    `No valid value was found: of ${part}, ${message}`.replace(/\.?$/, "."),
    "Correct what no value can meet, or show a value of that part by `examples`.",
    place && { uri: place.uri, pointer: place.pointer },
  );
}
