import type { Diagnostic } from "../diagnostic.js";
import type { Reference } from "./linked.js";
import { describeInvalidReference, describeInvalidSchema } from "./describe-invalid.js";
import type { ReferenceFailure } from "./resolve-reference.js";
import { resolveReference } from "./resolve-reference.js";
import type { Resource, SchemaPlace } from "./schema-place.js";
import { isSchema } from "./schema-place.js";
import type { ReferenceShape } from "./subschemas.js";
import { findReferences } from "./subschemas.js";
import type { Survey } from "./survey.js";

/** A reference that leads nowhere. */
export interface FailedReference extends WrittenReference {
  readonly failure: ReferenceFailure;
}

/** A reference as it stands in a schema. */
interface WrittenReference {
  readonly place: SchemaPlace;
  readonly keyword: string;
  readonly shape: ReferenceShape;
  readonly reference: string;
}

/** What the roots reach. */
export interface Visits {
  readonly reached: ReadonlySet<SchemaPlace>;
  /** Places that stand as subschemas, not as definitions, below one that is reached. */
  readonly held: ReadonlySet<SchemaPlace>;
  readonly references: ReadonlyMap<SchemaPlace, ReadonlyMap<string, Reference>>;
  readonly failures: readonly FailedReference[];
  readonly diagnostics: ReadonlyMap<SchemaPlace, readonly Diagnostic[]>;
}

interface Walk {
  readonly survey: Survey;
  readonly reached: Set<SchemaPlace>;
  readonly held: Set<SchemaPlace>;
  readonly references: Map<SchemaPlace, Map<string, Reference>>;
  /** The resources that a place of was reached. */
  readonly entered: Set<Resource>;
  /** The names of dynamic anchors that references look up. */
  readonly sought: Set<string>;
  readonly diagnostics: Map<SchemaPlace, readonly Diagnostic[]>;
  failures: FailedReference[];
}

/** Follows subschemas and references from the roots until nothing new is reached. */
export function visitSchemas(survey: Survey, roots: readonly SchemaPlace[]): Visits {
  const walk: Walk = {
    survey,
    reached: new Set(),
    held: new Set(),
    references: new Map(),
    entered: new Set(),
    sought: new Set(),
    diagnostics: new Map(),
    failures: [],
  };
  visitFrom(walk, roots);
  retryFailures(walk);
  return walk;
}

function visitFrom(walk: Walk, starts: readonly SchemaPlace[]): void {
  const worklist = [...starts];
  // An array yields what is added while it is walked.
  for (const place of worklist) {
    if (walk.reached.has(place)) continue;
    walk.reached.add(place);
    visitSchema(walk, place, worklist);
  }
}

/** Adds to the worklist what the place leads to. */
function visitSchema(walk: Walk, place: SchemaPlace, worklist: SchemaPlace[]): void {
  report(walk, place, place.diagnostics);
  if (!isSchema(place.value)) {
    report(walk, place, [describeInvalidSchema(place)]);
    return;
  }
  for (const subschema of place.subschemas) {
    if (!subschema.definition) walk.held.add(subschema);
    worklist.push(subschema);
  }
  for (const target of followReferences(walk, place)) worklist.push(target);
  if (!walk.entered.has(place.resource)) worklist.push(...enterResource(walk, place.resource));
}

function report({ diagnostics }: Walk, place: SchemaPlace, found: readonly Diagnostic[]): void {
  if (found.length > 0) diagnostics.set(place, [...(diagnostics.get(place) ?? []), ...found]);
}

/** A dynamic anchor may be what a reference anywhere leads to, once its resource may be in the dynamic scope. */
function enterResource(walk: Walk, resource: Resource): readonly SchemaPlace[] {
  walk.entered.add(resource);
  return [...walk.sought].flatMap((name) => resource.dynamicAnchors.get(name) ?? []);
}

function seekAnchor(walk: Walk, name: string): SchemaPlace[] {
  if (walk.sought.has(name)) return [];
  walk.sought.add(name);
  return [...walk.entered].flatMap((resource) => resource.dynamicAnchors.get(name) ?? []);
}

const none: readonly SchemaPlace[] = [];

function followReferences(walk: Walk, place: SchemaPlace): readonly SchemaPlace[] {
  const references = findReferences(place.value, place.dialect);
  if (references.length === 0) return none;
  const targets: SchemaPlace[] = [];
  for (const { name, value, shape } of references) {
    if (typeof value !== "string") {
      report(walk, place, [describeInvalidReference(place, name, value)]);
      continue;
    }
    targets.push(...follow(walk, { place, keyword: name, shape, reference: value }));
  }
  return targets;
}

/** All that a reference may lead to. */
function follow(walk: Walk, written: WrittenReference): SchemaPlace[] {
  const { place, keyword, shape, reference } = written;
  const resolution = resolveReference(walk.survey, place, reference, shape);
  if (resolution.kind !== "found") {
    walk.failures.push({ place, keyword, shape, reference, failure: resolution });
    return [];
  }
  const { place: target, dynamicAnchor } = resolution;
  const references = walk.references.get(place) ?? new Map<string, Reference>();
  const dynamic = dynamicAnchor === undefined ? {} : { dynamicAnchor };
  walk.references.set(place, references.set(keyword, { target: target?.id, ...dynamic }));
  return [
    ...(target ? [target] : []),
    ...(dynamicAnchor === undefined ? [] : seekAnchor(walk, dynamicAnchor)),
  ];
}

/** What a reference made known, an identifier or an anchor, may be what an earlier one looked for. */
function retryFailures(walk: Walk): void {
  let known = 0;
  while (walk.failures.length > 0 && walk.survey.places.size > known) {
    known = walk.survey.places.size;
    const failed = walk.failures;
    walk.failures = [];
    visitFrom(
      walk,
      failed.flatMap((failure) => follow(walk, failure)),
    );
  }
}
