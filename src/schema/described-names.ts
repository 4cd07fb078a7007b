import type { SchemaId } from "../link/linked.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";
import { isInPlace } from "./structure.js";

/** What some schemas say of the names of an object's properties. */
export interface DescribedNames {
  /** The names that are listed as those of properties which may be there, in the order in which they are met. */
  readonly listed: ReadonlySet<string>;
  /** Whether anything is said of the name: what its property is, that there must be one, or none, or what follows from it. */
  readonly covers: (name: string) => boolean;
  /** Whether properties are described whose names are not listed: by a pattern, or as all others. */
  readonly isMap: boolean;
}

/** A schema, and which of its edges lead on to others that describe the same object. */
export interface Start {
  readonly schema: StructuredSchema;
  readonly follows: (edge: StructureEdge) => boolean;
}

/** As many schemas are read for one answer. */
export const walkBudget = 1000;

/**
 * What the schemas, and all that may apply in place of them, say together; undefined where that is more than can be read. What stands
 * below a `not` or an `if` describes nothing, and covers the names that it asks for.
 */
export function describeNames(structure: Structure, starts: readonly Start[]): DescribedNames | undefined {
  const found: Found = { listed: new Set(), covered: new Set(), patterns: [], isMap: false, hasRest: false };
  const visited = new Set<SchemaId>(starts.map(({ schema }) => schema.id));
  if (visited.size > walkBudget) return undefined;
  const asked: StructureEdge[] = [];
  const stack = starts.toReversed();
  for (let place = stack.pop(); place; place = stack.pop()) {
    readNames(structure, place.schema, found);
    const edges = place.schema.edges.filter(place.follows);
    asked.push(...edges.filter(({ tokens }) => tokens[0] === "not" || tokens[0] === "if"));
    for (const schema of edges
      .filter(isInPlace)
      .flatMap(({ targets }) => targets)
      .reverse()) {
      if (visited.has(schema.id)) continue;
      if (visited.add(schema.id).size > walkBudget) return undefined;
      stack.push({ schema, follows: () => true });
    }
  }
  for (const { target } of asked) for (const name of listAsked(structure, target)) found.covered.add(name);
  const { listed, covered, patterns, isMap, hasRest } = found;
  const covers = (name: string): boolean =>
    hasRest || listed.has(name) || covered.has(name) || patterns.some((pattern) => pattern.test(name));
  return { listed, covers, isMap };
}

interface Found {
  readonly listed: Set<string>;
  readonly covered: Set<string>;
  readonly patterns: RegExp[];
  isMap: boolean;
  /** Whether all that is not listed is described. */
  hasRest: boolean;
}

function readNames(structure: Structure, { lowered: { schema } }: StructuredSchema, found: Found): void {
  if (typeof schema === "boolean") return;
  const schemaOf = (id: string) => structure.get(id as SchemaId)?.lowered.schema;
  for (const [name, property] of schema.properties ?? []) {
    (schemaOf(property) === false ? found.covered : found.listed).add(name);
  }
  for (const name of listDemanded(schema)) found.listed.add(name);
  for (const { pattern, schema: matched } of schema.patternProperties ?? []) {
    found.patterns.push(new RegExp(pattern.source, pattern.flags));
    found.isMap ||= schemaOf(matched) !== false;
  }
  const rests = [schema.additionalProperties, schema.unevaluatedProperties].filter((id) => id !== undefined);
  // An object that is open, and says so, describes no more than one that does not.
  if (rests.some((id) => saysSomething(schemaOf(id)))) found.isMap = found.hasRest = true;
}

function saysSomething(schema: boolean | CanonicalSchema | undefined): boolean {
  return typeof schema === "object" && Object.keys(schema).length > 0;
}

/** The names that a schema requires, or that something depends on. */
function listDemanded({ required, dependentRequired, dependentSchemas }: CanonicalSchema): string[] {
  const dependent = [...(dependentRequired ?? [])].flatMap(([name, names]) => [name, ...names]);
  return [...(required ?? []), ...dependent, ...(dependentSchemas?.keys() ?? [])];
}

/** The names that a test speaks of, as far as it stands in one place. */
function listAsked(structure: Structure, start: SchemaId): string[] {
  const ids = new Set([start]);
  const names: string[] = [];
  for (const id of ids) {
    const schema = structure.get(id);
    if (!schema || typeof schema.lowered.schema === "boolean") continue;
    names.push(...(schema.lowered.schema.properties?.keys() ?? []), ...listDemanded(schema.lowered.schema));
    for (const { target, role, inline } of schema.edges) if (inline && role !== "child") ids.add(target);
  }
  return names;
}
