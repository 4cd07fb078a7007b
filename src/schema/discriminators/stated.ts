import type { JsonValue } from "../../json.js";
import type { SchemaId } from "../../link/linked.js";
import { keywordsOf, listConjuncts, meetValues, readMember } from "../branch-tags.js";
import type { Conjunctions } from "../conjunctions.js";
import { findConjunctions } from "../conjunctions.js";
import type { Structure } from "../structure.js";
import { admits, allTypes } from "../type-set.js";

/** What schemas say themselves of a property, with all that always applies beside them. */
export interface Stated {
  /** The values that it lists; none where its lists have nothing in common, or no scalars; undefined where it lists none. */
  readonly values: (schema: SchemaId, property: string) => readonly JsonValue[] | undefined;
  /** Likewise, of what stands in the schema itself, and not in what it refers to. */
  readonly inlineValues: (schema: SchemaId, property: string) => readonly JsonValue[];
  readonly requires: (schema: SchemaId, property: string) => boolean;
  /** Whether the property may be a string. */
  readonly canBeString: (schema: SchemaId, property: string) => boolean;
  /** Whether it has a type, or admits no objects by its `const` or `enum`. */
  readonly statesType: (schema: SchemaId) => boolean;
  readonly admitsObjects: (schema: SchemaId) => boolean;
}

export function findStated(structure: Structure): Stated {
  const conjunctions: Conjunctions = findConjunctions(structure);
  const memberOf = remember((schema) => readMember(structure, schema));
  const propertyOf = (schema: SchemaId, property: string): readonly SchemaId[] =>
    memberOf(schema).properties.get(property) ?? [];
  const isListed = (id: SchemaId): boolean => {
    const { const: constant, enum: listed } = keywordsOf(structure, id);
    return constant !== undefined || listed !== undefined;
  };
  const values: Stated["values"] = (schema, property) => {
    const declared = propertyOf(schema, property);
    const all = declared.flatMap((id) => listConjuncts(structure, id));
    return all.some(isListed) ? meetValues(structure, declared) : undefined;
  };
  const inlineOf = remember((schema) => listInline(structure, schema).map((id) => keywordsOf(structure, id)));
  const requires: Stated["requires"] = (schema, property) => memberOf(schema).required.has(property);
  return {
    values,
    inlineValues: (schema, property) =>
      inlineOf(schema)
        .flatMap(({ properties }) => (properties?.get(property) as SchemaId | undefined) ?? [])
        .flatMap(inlineOf)
        .flatMap(({ const: constant, enum: listed = [] }) => [
          ...(constant ? [constant.value] : []),
          ...listed,
        ]),
    requires,
    canBeString: (schema, property) => {
      const types = propertyOf(schema, property).map((id) => conjunctions.statedTypes(structure.get(id)));
      return admits(
        types.reduce((left, each) => left & each, allTypes),
        "string",
      );
    },
    statesType: (schema) => conjunctions.states(structure.get(schema)),
    admitsObjects: (schema) => admits(conjunctions.statedTypes(structure.get(schema)), "object"),
  };
}

/** What was found of a schema is not sought again. */
function remember<T>(find: (schema: SchemaId) => T): (schema: SchemaId) => T {
  const known = new Map<SchemaId, T>();
  return (schema) => {
    const found = known.get(schema) ?? find(schema);
    known.set(schema, found);
    return found;
  };
}

function listInline(structure: Structure, start: SchemaId): SchemaId[] {
  const found = new Set([start]);
  for (const id of found) {
    for (const { role, inline, target } of structure.get(id)?.edges ?? []) {
      if (role === "conjunct" && inline) found.add(target);
    }
  }
  return [...found];
}
