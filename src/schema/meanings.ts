import type { SchemaId } from "../link/linked.js";
import type { ScopedSchema } from "./dynamic-scope.js";
import { describeScope, findDynamicScopes, ownScope } from "./dynamic-scope.js";
import type { FormedSchema, Forms } from "./forms.js";
import { describeReading, isPlainReading, oneForm, plainReading } from "./forms.js";
import type { Inference } from "./infer-types.js";
import type { SpokenType } from "./keyword-traits.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { Annotations, CanonicalSchema, NodeId } from "./schema-graph.js";
import type { Gathered, Structure, StructureEdge } from "./structure.js";
import { gatherBits, gatherWhenAsked, isInPlace, orderInPlace } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { noTypes, typeSetOf } from "./type-set.js";

/**
 * How a schema is read: with the types inferred where it stands (`plain`), to the letter for its own instance (`exact`), or to the letter
 * throughout, as below a `not` or an `if` (`exact-below`).
 */
export type Mode = "plain" | "exact" | "exact-below";

/** A schema in one mode, one form and one dynamic scope; of those that read it alike, `plain`, `read` and its own. */
export interface Meaning extends ScopedSchema, FormedSchema {
  /** Plain meanings have the name of their schema. */
  readonly id: NodeId;
  readonly mode: Mode;
}

export interface Meanings {
  /** The meanings of a schema where nothing leads to it: the plain one, and that for what is written, where it differs. */
  readonly start: (schema: SchemaId) => readonly Meaning[];
  /** The meaning of what an edge of `from` leads to; undefined where the dynamic scope lacks its anchor. */
  readonly follow: (from: Meaning, edge: StructureEdge) => Meaning | undefined;
  readonly inferredType: (meaning: Meaning) => SpokenType | undefined;
  readonly annotationsOf: (meaning: Meaning, lowered: LoweredSchema) => Annotations;
  /** What the schema says in this meaning, with the edges that it has. */
  readonly schemaOf: (meaning: Meaning, lowered: LoweredSchema) => boolean | CanonicalSchema;
}

function nameMeaning(meaning: Omit<Meaning, "id">): NodeId {
  const { schema, mode, scope, reading } = meaning;
  const read = schema + (mode === "plain" ? "" : `?${mode}`) + describeReading(reading);
  return scope.size === 0 ? read : `${read}?${describeScope(meaning)}`;
}

/** Most schemas have one meaning, which so is made once. */
class PlainMeanings {
  readonly #bySchema = new Map<SchemaId, Meaning>();

  of(schema: SchemaId): Meaning {
    const known = this.#bySchema.get(schema);
    if (known) return known;
    const meaning: Meaning = { id: schema, schema, mode: "plain", scope: ownScope, reading: plainReading };
    this.#bySchema.set(schema, meaning);
    return meaning;
  }
}

export function findMeanings(structure: Structure, inference: Inference, forms: Forms): Meanings {
  const { inferred, tested } = inference;
  const scopes = findDynamicScopes(structure);
  const plain = new PlainMeanings();
  const make = (meaning: Omit<Meaning, "id">): Meaning => {
    const { schema, mode, scope, reading } = meaning;
    const isPlain = mode === "plain" && scope.size === 0 && isPlainReading(reading);
    return isPlain ? plain.of(schema) : { id: nameMeaning(meaning), ...meaning };
  };
  const typesInPlace = gatherWhenAsked(() => findTypesInPlace(structure, inference));
  const differsBelow = gatherWhenAsked(() =>
    gatherBits(
      structure,
      ({ id, lowered }) => (inferred.has(id) || lowered.annotations.openEnum ? 1 : 0),
      ({ role }, { id }) => role !== "test" && !tested.has(id),
    ),
  );
  const isOneForm = forms === oneForm && scopes.areOwn;
  // Most edges lead from what is read plainly to what stands in it, which nothing can change.
  const isReadPlainly = ({ mode, schema }: Meaning, { role, inline }: StructureEdge): boolean =>
    mode === "plain" && (role === "child" || (role !== "test" && inline)) && !tested.has(schema);
  const differs: Record<Mode, (id: SchemaId) => boolean> = {
    plain: () => false,
    exact: (id) => typesInPlace(structure.get(id)) !== noTypes,
    "exact-below": (id) => differsBelow(structure.get(id)) === 1,
  };
  const modeOf = (from: Meaning, edge: StructureEdge, target: SchemaId): Mode => {
    const mode = tested.has(from.schema) ? "exact-below" : from.mode;
    if (mode === "exact-below" || edge.role === "test") return "exact-below";
    if (edge.role === "child") return "plain";
    if (mode === "exact" || edge.inline) return mode;
    return readsPlainly(inference, from.schema, typesInPlace(structure.get(target))) ? "plain" : "exact";
  };
  return {
    start: (schema) =>
      forms.list(schema).map((reading) => make({ schema, mode: "plain", scope: ownScope, reading })),
    follow: (from, edge) => {
      if (isOneForm && isReadPlainly(from, edge)) return plain.of(edge.target);
      const target = scopes.find(from, edge);
      if (target === undefined) return undefined;
      const reading = forms.enter(from, edge, target);
      if (reading.withheld) return make({ schema: target, mode: "plain", scope: ownScope, reading });
      const mode = modeOf(from, edge, target);
      // What stands below a `not` or an `if` has no meaning but the one to the letter.
      const isOther = !tested.has(target) && differs[mode](target);
      const scope = scopes.enter(from, target);
      return make({ schema: target, mode: isOther ? mode : "plain", scope, reading });
    },
    ...readMeanings(inference, forms),
  };
}

/** What schemas say in each of their meanings. */
function readMeanings(
  { inferred, tested }: Inference,
  forms: Forms,
): Pick<Meanings, "inferredType" | "annotationsOf" | "schemaOf"> {
  const inferredType: Meanings["inferredType"] = ({ schema, mode, reading }) =>
    mode === "plain" && !reading.withheld ? inferred.get(schema) : undefined;
  const isToTheLetter = ({ schema, mode }: Meaning): boolean => mode === "exact-below" || tested.has(schema);
  return {
    inferredType,
    annotationsOf: (meaning, { annotations }) => {
      if (!annotations.openEnum || !isToTheLetter(meaning)) return annotations;
      const { openEnum: _, ...others } = annotations;
      return others;
    },
    schemaOf: (meaning, lowered) => {
      const schema = forms.apply(meaning, lowered.schema);
      if (typeof schema === "boolean") return schema;
      if (isToTheLetter(meaning)) return closeEnum(schema, lowered.annotations);
      const type = inferredType(meaning);
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
  return inferred === noTypes || kinds.every((kind) => (inferred & kind) === 0 || (types & ~kind) === 0);
}

const kinds = (["object", "array", "string", "number"] as const).map((type) => typeSetOf([type]));

/** The types inferred in the plain meaning of each schema and of all that applies in place of it, as that meaning reads it. */
function findTypesInPlace(structure: Structure, inference: Inference): Gathered {
  const types = new Uint8Array(structure.size);
  const typesOf: Gathered = (schema) => (schema ? (types[schema.index] ?? noTypes) : noTypes);
  if (inference.inferred.size === 0) return typesOf;
  for (const { id, index, edges } of orderInPlace(structure)) {
    if (inference.tested.has(id)) continue;
    const own = inference.inferred.get(id);
    let found = own === undefined ? noTypes : typeSetOf([own]);
    for (const edge of edges) {
      if (!isInPlace(edge)) continue;
      for (const target of edge.targets) {
        const below = typesOf(target);
        if (edge.inline || readsPlainly(inference, id, below)) found |= below;
      }
    }
    types[index] = found;
  }
  return typesOf;
}
