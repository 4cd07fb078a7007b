import type { SchemaId } from "../link/linked.js";
import type { ScopedSchema } from "./dynamic-scope.js";
import { describeScope, findDynamicScopes, ownScope } from "./dynamic-scope.js";
import type { Inference } from "./infer-types.js";
import type { SpokenType } from "./keyword-traits.js";
import type { NodeId } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";
import { gatherBits } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { noTypes, typeSetOf } from "./type-set.js";

/**
 * How a schema is read: with the types inferred where it stands (`plain`), to the letter for its own instance (`exact`), or to the letter
 * throughout, as below a `not` or an `if` (`exact-below`).
 */
export type Mode = "plain" | "exact" | "exact-below";

/** A schema in one mode and one dynamic scope; of those that read it alike, `plain` and its own. */
export interface Meaning extends ScopedSchema {
  readonly mode: Mode;
}

export interface Meanings {
  /** The meaning of what an edge of `from` leads to; undefined where the dynamic scope lacks its anchor. */
  readonly follow: (from: Meaning, edge: StructureEdge) => Meaning | undefined;
  readonly inferredType: (meaning: Meaning) => SpokenType | undefined;
}

/** Plain meanings have the name of their schema. */
export function nodeId(meaning: Meaning): NodeId {
  const { schema, mode, scope } = meaning;
  const read = mode === "plain" ? schema : `${schema}?${mode}`;
  return scope.size === 0 ? read : `${read}?${describeScope(meaning)}`;
}

/** How a schema is read where nothing leads to it. */
export function plainMeaning(schema: SchemaId): Meaning {
  return { schema, mode: "plain", scope: ownScope };
}

export function findMeanings(structure: Structure, inference: Inference): Meanings {
  const { inferred, tested } = inference;
  const scopes = findDynamicScopes(structure);
  const typesInPlace = findTypesInPlace(structure, inference);
  const differsBelow = gatherBits(
    structure,
    ({ id }) => (inferred.has(id) ? 1 : 0),
    ({ role }, { id }) => role !== "test" && !tested.has(id),
  );
  const differs: Record<Mode, (id: SchemaId) => boolean> = {
    plain: () => false,
    exact: (id) => (typesInPlace.get(id) ?? noTypes) !== noTypes,
    "exact-below": (id) => differsBelow.get(id) === 1,
  };
  const modeOf = (from: Meaning, edge: StructureEdge, target: SchemaId): Mode => {
    const mode = tested.has(from.schema) ? "exact-below" : from.mode;
    if (mode === "exact-below" || edge.role === "test") return "exact-below";
    if (edge.role === "child") return "plain";
    if (mode === "exact" || edge.inline) return mode;
    return readsPlainly(inference, from.schema, typesInPlace.get(target) ?? noTypes) ? "plain" : "exact";
  };
  return {
    follow: (from, edge) => {
      const target = scopes.find(from, edge);
      if (target === undefined) return undefined;
      const mode = modeOf(from, edge, target);
      // What stands below a `not` or an `if` has no meaning but the one to the letter.
      const isOther = !tested.has(target) && differs[mode](target);
      return { schema: target, mode: isOther ? mode : "plain", scope: scopes.enter(from, target) };
    },
    inferredType: ({ schema, mode }) => (mode === "plain" ? inferred.get(schema) : undefined),
  };
}

/**
 * Whether a reference from `holder` may lead to the plain meaning of a target which has these types inferred in place: where they
 * refuse nothing that is not refused already.
 */
function readsPlainly({ settled }: Inference, holder: SchemaId, inferred: TypeSet): boolean {
  const types = settled.get(holder);
  if (types === undefined) return true;
  return kinds.every((kind) => (inferred & kind) === 0 || (types & ~kind) === 0);
}

const kinds = (["object", "array", "string", "number"] as const).map((type) => typeSetOf([type]));

/** The types inferred in the plain meaning of each schema and of all that applies in place of it, as that meaning reads it. */
function findTypesInPlace(structure: Structure, inference: Inference): Map<SchemaId, TypeSet> {
  const types = new Map<SchemaId, TypeSet>();
  for (const { id, edges } of orderInPlace(structure)) {
    if (inference.tested.has(id)) continue;
    const own = inference.inferred.get(id);
    let found = own === undefined ? noTypes : typeSetOf([own]);
    for (const edge of edges.filter(isInPlace)) {
      for (const target of edge.targets) {
        const below = types.get(target) ?? noTypes;
        if (edge.inline || readsPlainly(inference, id, below)) found |= below;
      }
    }
    types.set(id, found);
  }
  return types;
}

/** Every schema after all that applies in place of it, circles aside, which `facts` reports. */
function orderInPlace(structure: Structure): StructuredSchema[] {
  const ordered = new Set<StructuredSchema>();
  const opened = new Set<StructuredSchema>();
  const stack = [...structure.values()].reverse();
  for (let schema = stack.at(-1); schema; schema = stack.at(-1)) {
    if (opened.has(schema)) {
      ordered.add(schema);
      stack.pop();
      continue;
    }
    opened.add(schema);
    for (const target of schema.edges.filter(isInPlace).flatMap(({ targets }) => targets)) {
      const below = structure.get(target);
      if (below && !opened.has(below)) stack.push(below);
    }
  }
  return [...ordered];
}

function isInPlace({ role }: StructureEdge): boolean {
  return role === "conjunct" || role === "branch";
}
