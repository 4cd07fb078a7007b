import type { JsonObject, JsonValue } from "../json.js";
import { appendPointer } from "../pointer.js";
import type { CanonicalSchema, NodeId, Pattern } from "../schema/schema-graph.js";
import { drawMatch } from "./draw-match.js";
import type { Task } from "./facets.js";

/** An object of what must be in it, and some of what may be, in the order in which it is described. */
export function drawObject(task: Task): JsonValue {
  const { facets, part, drawing, drawPart } = task;
  const schemas = [...facets.schemas];
  const names = chooseNames(task, schemas);
  const members: [string, JsonValue][] = names.map((name) => {
    const nodes = propertyNodes(schemas, name);
    const pointer = appendPointer(part.pointer, name);
    return [name, drawPart(drawing, { nodes, pointer, depth: part.depth + 1 })];
  });
  return createObject(members);
}

function createObject(members: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of members) {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

/** The names of the members; what depends on one of them is added to `schemas`. */
function chooseNames(task: Task, schemas: CanonicalSchema[]): readonly string[] {
  const { drawing, facets, part, random } = task;
  const required = new Set(facets.nodes.flatMap(({ id }) => [...drawing.facts.requiredKeys(id)]));
  const most = Math.min(Infinity, ...schemas.flatMap(({ maxProperties }) => maxProperties ?? []));
  const described = [...new Set(schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])]))];
  const isEnding = drawing.isEnding(part.depth);
  const percent = isEnding || drawing.fullness === "minimal" ? 0 : drawing.fullness === "full" ? 100 : 50;
  const chosen = new Set(described.filter((name) => required.has(name)));
  for (const name of required) chosen.add(name);
  addDependents(task, schemas, chosen);
  for (const name of described) {
    if (chosen.size >= most || chosen.has(name) || !random.chance(percent)) continue;
    if (isPossible(task, schemas, name)) chosen.add(name);
  }
  addDependents(task, schemas, chosen);
  addOthers(task, schemas, chosen, percent > 0 ? most : 0);
  const order = new Map([...described, ...chosen].map((name, index) => [name, index]));
  return [...chosen].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
}

/** What follows from a name: others, and what the whole object must meet. */
function addDependents({ drawing }: Task, schemas: CanonicalSchema[], chosen: Set<string>): void {
  // A set yields what is added while it is walked, and so does the list.
  for (const name of chosen) {
    for (const { dependentRequired, dependentSchemas } of schemas) {
      for (const other of dependentRequired?.get(name) ?? []) chosen.add(other);
      const dependent = dependentSchemas?.get(name);
      for (const id of dependent === undefined ? [] : drawing.facts.conjuncts(dependent)) {
        const schema = drawing.graph.nodes.get(id)?.schema;
        if (typeof schema !== "object" || schemas.includes(schema)) continue;
        schemas.push(schema);
        for (const other of schema.required ?? []) chosen.add(other);
      }
    }
  }
}

/** Names that are not listed: as many as there must be, and one or two of a map. */
function addOthers(task: Task, schemas: readonly CanonicalSchema[], chosen: Set<string>, most: number): void {
  const { random } = task;
  const least = Math.max(0, ...schemas.flatMap(({ minProperties }) => minProperties ?? []));
  const patterns = schemas.flatMap(({ patternProperties = [] }) =>
    patternProperties.map(({ pattern }) => pattern),
  );
  const isMap = patterns.length > 0 || schemas.some((schema) => saysOfOthers(task, schema));
  const wanted = Math.max(least, isMap ? Math.min(most, chosen.size + random.between(1, 2)) : 0);
  const listed = schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])]);
  for (let count = 0; chosen.size < wanted && count < 50; count++) {
    const name = count < listed.length && !isMap ? listed[count] : drawName(task, schemas, patterns, count);
    if (name !== undefined && isPossible(task, schemas, name)) chosen.add(name);
  }
}

function saysOfOthers({ drawing }: Task, { additionalProperties }: CanonicalSchema): boolean {
  if (additionalProperties === undefined) return false;
  return typeof drawing.graph.nodes.get(additionalProperties)?.schema === "object";
}

function drawName(
  { drawing, drawPart, part, random }: Task,
  schemas: readonly CanonicalSchema[],
  patterns: readonly Pattern[],
  count: number,
): string | undefined {
  const pattern = random.pick(patterns);
  if (pattern && random.chance(80)) return drawMatch(pattern, { least: 1, most: 30 }, random);
  const nodes = schemas.flatMap(({ propertyNames }) => propertyNames ?? []);
  if (nodes.length === 0) return `key${count + 1}`;
  const name = drawPart(drawing, { nodes, pointer: `${part.pointer}~name${count}`, depth: part.depth + 1 });
  return typeof name === "string" ? name : undefined;
}

/** All that the member of a name must meet. */
function propertyNodes(schemas: readonly CanonicalSchema[], name: string): NodeId[] {
  const own = schemas.flatMap((schema) => ownNodes(schema, name));
  return own.length > 0 ? own : schemas.flatMap(({ unevaluatedProperties }) => unevaluatedProperties ?? []);
}

function ownNodes(
  { properties, patternProperties = [], additionalProperties }: CanonicalSchema,
  name: string,
): NodeId[] {
  const listed = properties?.get(name);
  const matched = patternProperties
    .filter(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(name))
    .map(({ schema }) => schema);
  const nodes = [...(listed === undefined ? [] : [listed]), ...matched];
  return nodes.length > 0 || additionalProperties === undefined ? nodes : [additionalProperties];
}

function isPossible({ drawing }: Task, schemas: readonly CanonicalSchema[], name: string): boolean {
  return propertyNodes(schemas, name).every((id) => drawing.facts.types(id) !== 0);
}
