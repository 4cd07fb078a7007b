import type { Diagnostic } from "../diagnostic.js";
import type { SchemaId } from "./linked.js";
import { describeInvalidReference, describeInvalidSchema } from "./describe-invalid.js";
import type { ReferenceFailure } from "./resolve-reference.js";
import { resolveReference } from "./resolve-reference.js";
import type { SchemaPlace } from "./schema-place.js";
import { isSchema } from "./schema-place.js";
import { findKeywords } from "./subschemas.js";
import type { Survey } from "./survey.js";

/** A reference that leads nowhere. */
export interface FailedReference {
  readonly place: SchemaPlace;
  readonly keyword: string;
  readonly reference: string;
  readonly failure: ReferenceFailure;
}

/** What the roots reach. */
export interface Visits {
  readonly reached: ReadonlySet<SchemaPlace>;
  /** Places that stand as subschemas, not as definitions, below one that is reached. */
  readonly held: ReadonlySet<SchemaPlace>;
  readonly references: ReadonlyMap<SchemaPlace, ReadonlyMap<string, SchemaId>>;
  readonly failures: readonly FailedReference[];
  readonly diagnostics: ReadonlyMap<SchemaPlace, readonly Diagnostic[]>;
}

interface Walk {
  readonly survey: Survey;
  readonly reached: Set<SchemaPlace>;
  readonly held: Set<SchemaPlace>;
  readonly references: Map<SchemaPlace, Map<string, SchemaId>>;
  readonly diagnostics: Map<SchemaPlace, Diagnostic[]>;
  failures: FailedReference[];
}

/** Follows subschemas and references from the roots until nothing new is reached. */
export function visitSchemas(survey: Survey, roots: readonly SchemaPlace[]): Visits {
  const walk: Walk = {
    survey,
    reached: new Set(),
    held: new Set(),
    references: new Map(),
    diagnostics: new Map(),
    failures: [],
  };
  visitFrom(walk, roots);
  retryFailures(walk);
  return walk;
}

function visitFrom(walk: Walk, starts: readonly SchemaPlace[]): void {
  // A set yields what is added while it is walked, each once: it is the worklist.
  const worklist = new Set(starts);
  for (const place of worklist) for (const next of visitSchema(walk, place)) worklist.add(next);
}

function visitSchema(walk: Walk, place: SchemaPlace): SchemaPlace[] {
  if (walk.reached.has(place)) return [];
  walk.reached.add(place);
  walk.diagnostics.set(place, [...place.diagnostics]);
  if (!isSchema(place.value)) {
    walk.diagnostics.get(place)?.push(describeInvalidSchema(place));
    return [];
  }
  for (const subschema of place.subschemas) if (!subschema.definition) walk.held.add(subschema);
  return [...place.subschemas, ...followReferences(walk, place)];
}

function followReferences(walk: Walk, place: SchemaPlace): SchemaPlace[] {
  const targets: SchemaPlace[] = [];
  for (const { name, value } of findKeywords(place.value, place.dialect, "reference")) {
    if (typeof value !== "string") {
      walk.diagnostics.get(place)?.push(describeInvalidReference(place, name, value));
      continue;
    }
    const target = follow(walk, place, name, value);
    if (target) targets.push(target);
  }
  return targets;
}

function follow(walk: Walk, place: SchemaPlace, keyword: string, reference: string): SchemaPlace | undefined {
  const resolution = resolveReference(walk.survey, place, reference);
  if (resolution.kind !== "found") {
    walk.failures.push({ place, keyword, reference, failure: resolution });
    return undefined;
  }
  const references = walk.references.get(place) ?? new Map<string, SchemaId>();
  walk.references.set(place, references.set(keyword, resolution.place.id));
  return resolution.place;
}

/** What a reference made known, an identifier or an anchor, may be what an earlier one looked for. */
function retryFailures(walk: Walk): void {
  let known = 0;
  while (walk.failures.length > 0 && walk.survey.places.size > known) {
    known = walk.survey.places.size;
    const failed = walk.failures;
    walk.failures = [];
    const targets = failed.map(({ place, keyword, reference }) => follow(walk, place, keyword, reference));
    visitFrom(
      walk,
      targets.filter((target) => target !== undefined),
    );
  }
}
