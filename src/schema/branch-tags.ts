import type { JsonValue } from "../json.js";
import type { SchemaId } from "../link/linked.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Structure } from "./structure.js";

/** Of more branches none is sought, nor behind more references. */
const memberBudget = 1000;

/**
 * Whether a property tells the branches of `holder` apart: each requires it, or `holder` does, and has values of its own for it.
 * Branches that are unions themselves are taken for their members, as `unions` takes them.
 */
export function haveTag(structure: Structure, holder: SchemaId, branches: readonly SchemaId[]): boolean {
  const members = flattenBranches(structure, branches).map((id) => readMember(structure, id));
  const [first] = members;
  if (!first) return false;
  const beside = readMember(structure, holder);
  return [...beside.required, ...first.required].some((name) => {
    if (!members.every(({ required }) => required.has(name) || beside.required.has(name))) return false;
    const values = members.flatMap(({ properties }) => {
      const listed = meetValues(structure, properties.get(name) ?? []);
      return listed.length === 0 ? [undefined] : listed.map((value) => JSON.stringify(value));
    });
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

function flattenBranches(structure: Structure, branches: readonly SchemaId[]): SchemaId[] {
  const visited = new Set<SchemaId>();
  const members: SchemaId[] = [];
  const stack = branches.toReversed();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (visited.has(id)) continue;
    if (visited.add(id).size > memberBudget) return [];
    const { type: _, ...keywords } = keywordsOf(structure, id);
    const [keyword, ...others] = Object.keys(keywords);
    const isPlain = keyword === "$ref" || keyword === "anyOf" || keyword === "oneOf";
    if (!isPlain || others.length > 0) members.push(id);
    else for (const { target } of (structure.get(id)?.edges ?? []).toReversed()) stack.push(target);
  }
  return members;
}

/** What always applies to the instances of one branch: the names it requires, and the schemas of each property. */
export interface BranchMember {
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, readonly SchemaId[]>;
}

export function readMember(structure: Structure, start: SchemaId): BranchMember {
  const required = new Set<string>();
  const properties = new Map<string, SchemaId[]>();
  for (const id of listConjuncts(structure, start)) {
    const schema = keywordsOf(structure, id);
    for (const name of schema.required ?? []) required.add(name);
    for (const [name, property] of schema.properties ?? []) {
      properties.set(name, [...(properties.get(name) ?? []), property as SchemaId]);
    }
  }
  return { required, properties };
}

/** The scalars that all the schemas list, as far as they list any; empty where none does, or something else is listed. */
export function meetValues(structure: Structure, starts: readonly SchemaId[]): readonly JsonValue[] {
  const lists = starts
    .flatMap((start) => listConjuncts(structure, start))
    .flatMap((id) => {
      const { const: constant, enum: values } = keywordsOf(structure, id);
      return [...(constant ? [[constant.value]] : []), ...(values ? [values] : [])];
    });
  const [first = [], ...others] = lists;
  const met = first.filter((value) => others.every((list) => list.includes(value)));
  return met.every((value) => typeof value !== "object" || value === null) ? [...new Set(met)] : [];
}

/** The schema and all that always applies to the same instance. */
export function listConjuncts(structure: Structure, start: SchemaId): SchemaId[] {
  const found = new Set([start]);
  for (const id of found) {
    for (const { role, target } of structure.get(id)?.edges ?? []) if (role === "conjunct") found.add(target);
  }
  return [...found];
}

/** What a schema says; of `true` and `false` nothing. */
export function keywordsOf(structure: Structure, id: SchemaId): CanonicalSchema {
  const schema = structure.get(id)?.lowered.schema;
  return typeof schema === "object" ? schema : {};
}
