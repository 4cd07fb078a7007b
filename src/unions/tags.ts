import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { allTypes, noTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";
import type { TagValue } from "./unions.js";

/** Why a path is no tag. */
export type GapReason = "no-object" | "optional" | "unlisted" | "no-scalar" | "contradiction";

/** What every instance of a node has at a path: one of some values, or why that cannot be said. */
export type TagReading =
  | { readonly kind: "values"; readonly values: readonly TagValue[] }
  /** `path` leads to what is amiss, and may end before the tag. */
  | { readonly kind: "gap"; readonly reason: GapReason; readonly path: readonly string[] };

/** The values that every instance of `node` has at `path`, one of them: each step must be required, in an object. */
export function readTag(facts: Facts, node: NodeId, path: readonly string[]): TagReading {
  let holders: readonly NodeId[] = [node];
  for (const [index, key] of path.entries()) {
    if (!areObjects(facts, holders)) return { kind: "gap", reason: "no-object", path: path.slice(0, index) };
    const isRequired = holders.some((id) => facts.requiredKeys(id).has(key));
    if (!isRequired) return { kind: "gap", reason: "optional", path: path.slice(0, index + 1) };
    holders = holders.flatMap((id) => facts.propertySchemas(id, key));
  }
  const values = meetLiterals(facts, holders);
  if (values === undefined) return { kind: "gap", reason: "unlisted", path };
  if (values.length === 0) return { kind: "gap", reason: "contradiction", path };
  return values.every(isTagValue) ? { kind: "values", values } : { kind: "gap", reason: "no-scalar", path };
}

/** Whether what meets all the nodes is an object. */
export function areObjects(facts: Facts, nodes: readonly NodeId[]): boolean {
  return nodes.reduce((types, id) => types & facts.types(id), allTypes) === typeSetOf(["object"]);
}

/** The values that all the schemas leave together; undefined where none lists any. */
function meetLiterals(facts: Facts, nodes: readonly NodeId[]): readonly JsonValue[] | undefined {
  const types = nodes.reduce((set, id) => set & facts.types(id), allTypes);
  if (types === noTypes) return [];
  const [first, ...others] = nodes.map((id) => facts.literals(id)).filter((set) => set !== undefined);
  // What is no scalar stays, and makes the path no tag.
  return first?.filter(
    (value) =>
      (typeSetOfValue(value) & types) !== noTypes &&
      (!isTagValue(value) || others.every((set) => set.includes(value))),
  );
}

function isTagValue(value: JsonValue): value is Exclude<TagValue, undefined> {
  return typeof value !== "object" || value === null;
}

/** Property names that every branch requires, in the first one's order: the candidates for a tag. */
export function findCandidates(graph: SchemaGraph, facts: Facts, branches: readonly NodeId[]): string[] {
  const [branch] = branches;
  const [first, ...others] = branches.map((id) => facts.requiredKeys(id));
  if (branch === undefined || first === undefined) return [];
  const declared = facts
    .conjuncts(branch)
    .flatMap((id) => [...(keywordsOf(graph, id).properties?.keys() ?? [])]);
  const ordered = [...new Set([...declared, ...first])];
  return ordered.filter((key) => first.has(key) && others.every((keys) => keys.has(key)));
}
