import { findPropertySchemas, keywordsOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import { allTypes, noTypes, typeSetOfValue } from "../schema/type-set.js";
import { intersectTypes, neverType, referTo, uniteTypes } from "./algebra.js";
import { forbiddenKeys } from "./forbidden-keys.js";
import { literalType } from "./literal-types.js";
import type { Projecting } from "./projection.js";
import type { Member, Type } from "./type-model.js";

/**
 * What TypeScript says every object has. `__proto__` and the accessors beside it are not declared there, and stay plain.
 */
const inheritedKeys: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** The members of the objects of a node, one for each of the keys, as those of its conjuncts that are given say. */
export function membersAt(
  projecting: Projecting,
  node: NodeId,
  conjuncts: readonly NodeId[],
  keys: Iterable<string>,
): readonly Member[] {
  const { graph, facts } = projecting;
  const required = facts.requiredKeys(node);
  const schemas = conjuncts.map((id) => keywordsOf(graph, id));
  const forbidden = new Set(schemas.flatMap((schema) => forbiddenKeys(graph, schema)));
  return [...keys].map((key) => {
    const applying = findPropertySchemas(graph, conjuncts, key);
    const type = forbidden.has(key) ? neverType : typeOfAll(projecting, applying);
    const isInherited = inheritedKeys.has(key) && !required.has(key);
    return {
      key,
      type: isInherited ? uniteTypes([type, { kind: "inherited", key }]) : type,
      isOptional: !required.has(key),
      source: applying[0],
    };
  });
}

/** The type of a value to which all the schemas apply. */
export function typeOfAll(projecting: Projecting, schemas: readonly NodeId[]): Type {
  const { graph, facts } = projecting;
  if (schemas.reduce((types, id) => types & facts.types(id), allTypes) === noTypes) return neverType;
  const telling = schemas.filter((id) => Object.keys(keywordsOf(graph, id)).length > 0);
  const targets = [...new Set(telling.map((id) => facts.resolve(id)))];
  const values = targets.length > 1 ? commonScalars(projecting, targets) : undefined;
  if (values === undefined) return intersectTypes(targets.map(referTo));
  const others = targets.filter((id) => facts.literals(id) === undefined && hasAlternatives(projecting, id));
  return intersectTypes([uniteTypes(values.map((value) => literalType(value))), ...others.map(referTo)]);
}

/** The scalars that all the schemas leave, where one of them leaves finitely many. */
function commonScalars({ facts }: Projecting, schemas: readonly NodeId[]): readonly JsonValue[] | undefined {
  const [first, ...others] = schemas.map((id) => facts.literals(id)).filter((values) => values !== undefined);
  if (!first?.every((value) => typeof value !== "object" || value === null)) return undefined;
  const types = schemas.reduce((set, id) => set & facts.types(id), allTypes);
  const sets = others.map((values) => new Set(values));
  return first.filter(
    (value) => sets.every((set) => set.has(value)) && (typeSetOfValue(value) & types) !== noTypes,
  );
}

/** Whether the type of a node may tell scalars of one JSON type apart, though they are not finitely many. */
function hasAlternatives({ graph, facts }: Projecting, node: NodeId): boolean {
  return facts.conjuncts(node).some((id) => {
    const { anyOf, oneOf } = keywordsOf(graph, id);
    return (anyOf ?? oneOf) !== undefined;
  });
}
