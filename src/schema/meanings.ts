import type { SchemaId } from "../link/linked.js";
import type { ScopedSchema } from "./dynamic-scope.js";
import { describeScope, findDynamicScopes, ownScope } from "./dynamic-scope.js";
import type { FormedSchema, Forms } from "./forms.js";
import { describeReading } from "./forms.js";
import type { Inference } from "./infer-types.js";
import type { SpokenType } from "./keyword-traits.js";
import type { Annotations, CanonicalSchema, NodeId } from "./schema-graph.js";
import type { Structure, StructureEdge } from "./structure.js";
import { gatherBits, isInPlace, orderInPlace } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { noTypes, typeSetOf } from "./type-set.js";

/**
 * How a schema is read: with the types inferred where it stands (`plain`), to the letter for its own instance (`exact`), or to the letter
 * throughout, as below a `not` or an `if` (`exact-below`).
 */
export type Mode = "plain" | "exact" | "exact-below";

/** A schema in one mode, one form and one dynamic scope; of those that read it alike, `plain`, `read` and its own. */
export interface Meaning extends ScopedSchema, FormedSchema {
  readonly mode: Mode;
}

export interface Meanings {
  /** The meanings of a schema where nothing leads to it: the plain one, and that for what is written, where it differs. */
  readonly start: (schema: SchemaId) => readonly Meaning[];
  /** The meaning of what an edge of `from` leads to; undefined where the dynamic scope lacks its anchor. */
  readonly follow: (from: Meaning, edge: StructureEdge) => Meaning | undefined;
  readonly inferredType: (meaning: Meaning) => SpokenType | undefined;
  readonly annotationsOf: (meaning: Meaning) => Annotations;
  /** What the schema says in this meaning, with the edges that it has. */
  readonly schemaOf: (meaning: Meaning) => boolean | CanonicalSchema;
}

/** Plain meanings have the name of their schema. */
export function nodeId(meaning: Meaning): NodeId {
  const { schema, mode, scope, reading } = meaning;
  const read = schema + (mode === "plain" ? "" : `?${mode}`) + describeReading(reading);
  return scope.size === 0 ? read : `${read}?${describeScope(meaning)}`;
}

export function findMeanings(structure: Structure, inference: Inference, forms: Forms): Meanings {
  const { inferred, tested } = inference;
  const scopes = findDynamicScopes(structure);
  const typesInPlace = findTypesInPlace(structure, inference);
  const differsBelow = gatherBits(
    structure,
    ({ id, lowered }) => (inferred.has(id) || lowered.annotations.openEnum ? 1 : 0),
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
    start: (schema) =>
      forms.list(schema).map((reading) => ({ schema, mode: "plain", scope: ownScope, reading })),
    follow: (from, edge) => {
      const target = scopes.find(from, edge);
      if (target === undefined) return undefined;
      const reading = forms.enter(from, edge, target);
      if (reading.withheld) return { schema: target, mode: "plain", scope: ownScope, reading };
      const mode = modeOf(from, edge, target);
      // What stands below a `not` or an `if` has no meaning but the one to the letter.
      const isOther = !tested.has(target) && differs[mode](target);
      return { schema: target, mode: isOther ? mode : "plain", scope: scopes.enter(from, target), reading };
    },
    ...readMeanings(structure, inference, forms),
  };
}

/** What schemas say in each of their meanings. */
function readMeanings(
  structure: Structure,
  { inferred, tested }: Inference,
  forms: Forms,
): Pick<Meanings, "inferredType" | "annotationsOf" | "schemaOf"> {
  const inferredType: Meanings["inferredType"] = ({ schema, mode, reading }) =>
    mode === "plain" && !reading.withheld ? inferred.get(schema) : undefined;
  const isToTheLetter = ({ schema, mode }: Meaning): boolean => mode === "exact-below" || tested.has(schema);
  const annotationsOf = ({ schema }: Meaning): Annotations =>
    structure.get(schema)?.lowered.annotations ?? {};
  return {
    inferredType,
    annotationsOf: (meaning) => {
      const { openEnum, ...others } = annotationsOf(meaning);
      return openEnum && isToTheLetter(meaning) ? others : annotationsOf(meaning);
    },
    schemaOf: (meaning) => {
      const schema = forms.apply(meaning, structure.get(meaning.schema)?.lowered.schema ?? true);
      const type = inferredType(meaning);
      if (typeof schema === "boolean") return schema;
      if (isToTheLetter(meaning)) return closeEnum(schema, annotationsOf(meaning));
      return type === undefined ? schema : { type: [type], ...schema };
    },
  };
}

/** The schema with its enum as it was written, if it is an open one. */
function closeEnum(schema: CanonicalSchema, { openEnum }: Annotations): CanonicalSchema {
  if (!openEnum) return schema;
  return { ...schema, enum: schema.type?.includes("null") ? [...openEnum, null] : openEnum };
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
