import { keywordsIn, keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { JsonType } from "../schema/type-set.js";
import { allTypes, jsonTypesOf, noTypes } from "../schema/type-set.js";
import { intersectTypes, neverType, referTo, uniteTypes, unknownType, wholeTypes } from "./algebra.js";
import { isReferredTo } from "./bases.js";
import type { CaseMembers } from "./case-members.js";
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

/** The members of the objects of a case, one for each of the keys. */
export function membersAt(
  projecting: Projecting,
  members: CaseMembers,
  keys: Iterable<string>,
): readonly Member[] {
  return Array.from(keys, (key) => {
    const applying = members.claimsOf(key);
    const type = members.isAbsent(key) ? neverType : typeOfAll(projecting, applying, members.excludedAt(key));
    const isRequired = members.isRequired(key);
    return {
      key,
      type: inheritedKeys.has(key) ? besideInherited(key, type, isRequired) : type,
      isOptional: !isRequired,
      source: type.kind === "never" ? undefined : applying[0],
    };
  });
}

/** What stands under a name that every object has already: where it is asked for, it must be a value of JSON. */
function besideInherited(key: string, type: Type, isRequired: boolean): Type {
  if (!isRequired) return uniteTypes([type, { kind: "inherited", key }]);
  return type.kind === "unknown" ? uniteTypes(Object.values(wholeTypes)) : type;
}

/** The type of a value to which all the schemas apply, and none of the excluded. */
export function typeOfAll(
  projecting: Projecting,
  schemas: readonly NodeId[],
  excluded: readonly NodeId[] = [],
): Type {
  const { graph, facts } = projecting;
  const [only] = schemas;
  if (only !== undefined && schemas.length === 1 && excluded.length === 0) return typeOfOne(projecting, only);
  const types = schemas.reduce((set, id) => set & facts.types(id), allTypes);
  const left = excluded.reduce((set, id) => set & ~facts.wholeTypes(id), types);
  if (left === noTypes) return neverType;
  const telling = schemas.filter((id) => isTelling(graph, id));
  const targets = [...new Set(telling.map((id) => facts.resolve(id)))];
  const isPlain = targets.length < 2 && excluded.length === 0;
  const values = isPlain ? undefined : commonScalars(projecting, targets, excluded);
  const [first, ...further] = targets;
  const isWhole =
    first !== undefined && further.length === 0 && facts.literals(first)?.length === values?.length;
  if (values === undefined || isWhole) {
    const kinds = left === types ? [] : jsonTypesOf(left);
    // The structures of a schema cannot be told from its type here, scalars can.
    const scalars = kinds.every(isScalarType) ? kinds.map((name) => wholeTypes[name]) : [];
    return scalars.length > 0 ? uniteTypes(scalars) : intersectTypes(typesOf(projecting, targets));
  }
  const others = targets.filter((id) => facts.literals(id) === undefined && hasAlternatives(projecting, id));
  return intersectTypes([uniteTypes(values.map((value) => literalType(value))), ...others.map(referTo)]);
}

function typeOfOne({ graph, facts }: Projecting, schema: NodeId): Type {
  if (facts.types(schema) === noTypes) return neverType;
  return isTelling(graph, schema) ? referTo(facts.resolve(schema)) : unknownType;
}

function isTelling(graph: SchemaGraph, id: NodeId): boolean {
  const node = nodeOf(graph, id);
  return Object.keys(keywordsIn(node)).length > 0 || node.annotations.typescriptType !== undefined;
}

/** The types by reference, but for those that only say again, without a name, what JSON type the value has. */
function typesOf(projecting: Projecting, targets: readonly NodeId[]): readonly Type[] {
  if (targets.length < 2) return targets.map(referTo);
  const { facts } = projecting;
  const types = targets.reduce((set, id) => set & facts.types(id), allTypes);
  const telling = targets.filter((id) => isReferredTo(projecting, id) || !isPlainScalar(projecting, id));
  const isSaid = telling.some((id) => (facts.types(id) & ~types) === noTypes);
  return [
    ...telling.map(referTo),
    ...(isSaid ? [] : [uniteTypes(jsonTypesOf(types).map((name) => wholeTypes[name]))]),
  ];
}

/** The scalars that a reference to what has no name stands for, where types or listed values alone tell them; else the type itself. */
export function resolveScalars(projecting: Projecting, type: Type): Type {
  if (type.kind !== "reference" || isReferredTo(projecting, type.target)) return type;
  const { facts } = projecting;
  const literals = facts.literals(type.target);
  if (literals) return uniteTypes(literals.map((value) => literalType(value)));
  if (!isPlainScalar(projecting, type.target)) return type;
  return uniteTypes(jsonTypesOf(facts.types(type.target)).map((name) => wholeTypes[name]));
}

/** Whether the node's type is its JSON types, and those are scalars. */
function isPlainScalar(projecting: Projecting, id: NodeId): boolean {
  const { facts } = projecting;
  const isScalar = jsonTypesOf(facts.types(id)).every(isScalarType);
  const isTold = projecting.refined.has(id) || hasAlternatives(projecting, id);
  return isScalar && facts.literals(id) === undefined && !isTold;
}

function isScalarType(type: JsonType): boolean {
  return type !== "object" && type !== "array";
}

/** The scalars that all the schemas leave and none of the excluded takes, where one of them leaves finitely many. */
function commonScalars(
  { facts }: Projecting,
  schemas: readonly NodeId[],
  excluded: readonly NodeId[],
): readonly JsonValue[] | undefined {
  const values = schemas.map((id) => facts.literals(id)).find((each) => each !== undefined);
  if (!values?.every((value) => typeof value !== "object" || value === null)) return undefined;
  return values.filter(
    (value) =>
      schemas.every((id) => facts.mayAdmit(id, value)) && !excluded.some((id) => facts.mustAdmit(id, value)),
  );
}

/** Whether the type of a node may tell scalars of one JSON type apart, though they are not finitely many. */
function hasAlternatives({ graph, facts }: Projecting, node: NodeId): boolean {
  return facts.conjuncts(node).some((id) => {
    const { anyOf, oneOf, if: condition } = keywordsOf(graph, id);
    return (anyOf ?? oneOf ?? condition) !== undefined;
  });
}
