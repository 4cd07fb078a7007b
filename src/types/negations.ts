import { nodeOf } from "../facts/conjuncts.js";
import { findNarrowedTypes } from "../facts/keyword-table.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { allTypes, noTypes, typeSetOf } from "../schema/type-set.js";
import type { Assumption } from "./case.js";
import { join, objects } from "./case.js";
import type { Projecting } from "./projection.js";

/** The ways not to meet a schema: an instance that does not is in one of them at least. */
export interface Negation {
  readonly ways: readonly Assumption[];
  /** Whether an instance in one of the ways is known not to meet the schema, as far as types tell values apart. */
  readonly isExact: boolean;
}

/** More ways than this, or schemas within each other, are not told apart. */
const wayBudget = 8;
const depthBudget = 4;

const anyWay: Negation = { ways: [{}], isExact: false };
const noWay: Negation = { ways: [], isExact: true };

/** The ways not to meet the schema of a node: to break one of its keywords. */
export function negate(projecting: Projecting, node: NodeId, depth = 0): Negation {
  const { graph, facts } = projecting;
  const { schema } = nodeOf(graph, node);
  if (typeof schema === "boolean") return schema ? noWay : { ways: [{}], isExact: true };
  const broken = depth < depthBudget ? uniteWays(breakKeywords(projecting, node, schema, depth)) : anyWay;
  const { ways, isExact } = broken.ways.length <= wayBudget ? broken : anyWay;
  const left = allTypes & ~facts.wholeTypes(node);
  return {
    ways: ways
      .map((way) => join(way, { types: left, refuted: [node] }))
      .filter(({ types }) => types !== noTypes),
    isExact,
  };
}

function breakKeywords(
  projecting: Projecting,
  node: NodeId,
  schema: CanonicalSchema,
  depth: number,
): Negation[] {
  const { facts } = projecting;
  const {
    $ref,
    type,
    enum: values,
    const: value,
    required = [],
    properties,
    allOf,
    anyOf,
    not,
    ...rest
  } = schema;
  const found: Negation[] = [];
  if (type) found.push({ ways: [{ types: allTypes & ~typeSetOf(type) }], isExact: true });
  if (values ?? value) found.push({ ways: [{ refuted: [node] }], isExact: true });
  for (const key of required) {
    if (!properties?.has(key)) found.push({ ways: [{ types: objects, absent: [key] }], isExact: true });
  }
  for (const [key, id] of properties ?? []) {
    const isRequired = required.includes(key);
    if (facts.wholeTypes(id) === allTypes) {
      if (isRequired) found.push({ ways: [{ types: objects, absent: [key] }], isExact: true });
      continue;
    }
    const { isExact } = negate(projecting, id, depth + 1);
    const present = isRequired ? [] : [key];
    found.push({ ways: [{ types: objects, present, excluded: [[key, id]] }], isExact });
  }
  for (const id of $ref === undefined ? (allOf ?? []) : [$ref, ...(allOf ?? [])]) {
    found.push(negate(projecting, id, depth + 1));
  }
  if (anyOf) found.push(meetWays(anyOf.map((id) => negate(projecting, id, depth + 1))));
  // What leads on too far is not followed through negations of negations.
  if (not !== undefined)
    found.push(facts.isDeep(not) ? anyWay : { ways: [{ asserted: [not] }], isExact: true });
  // How the other keywords are broken cannot be said, but of which types the instance is.
  const isOfAnyType = (rest.oneOf ?? rest.if) !== undefined;
  const types = isOfAnyType ? allTypes : findNarrowedTypes(rest);
  if (types !== noTypes) found.push({ ways: [{ types }], isExact: false });
  return found;
}

function uniteWays(negations: readonly Negation[]): Negation {
  return {
    ways: negations.flatMap(({ ways }) => ways),
    isExact: negations.every(({ isExact }) => isExact),
  };
}

/** The ways to break all at once. */
function meetWays(negations: readonly Negation[]): Negation {
  let met: Negation = { ways: [{}], isExact: true };
  for (const { ways, isExact } of negations) {
    if (met.ways.length * ways.length > wayBudget) return anyWay;
    met = {
      ways: met.ways.flatMap((left) => ways.map((right) => join(left, right))),
      isExact: met.isExact && isExact,
    };
  }
  return met;
}

/** Whether the way says more of objects than that they are any. */
export function tellsObjects({ types = allTypes, asserted, present, absent, excluded }: Assumption): boolean {
  if ((types & objects) === noTypes) return true;
  return [asserted, present, absent, excluded].some((each) => each !== undefined && each.length > 0);
}
