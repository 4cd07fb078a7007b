import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { placeOf } from "../link/linked.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findConjuncts, findPropertySchemas, keywordsOf, nodeOf, resolveAlias } from "./conjuncts.js";
import type { Facts } from "./facts.js";
import { orderInPlace } from "./in-place.js";
import { findLiterals } from "./literals.js";
import { findRecursive } from "./recursion.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, noTypes } from "../schema/type-set.js";
import { findEnforcement, findTypes } from "./types.js";

/** Proves of every node what later stages ask, in one pass over the graph in in-place order. */
export function proveFacts(graph: SchemaGraph): Outcome<Facts> {
  const { order, cycles } = orderInPlace(graph);
  const types = new Map<NodeId, TypeSet>();
  const literals = new Map<NodeId, readonly JsonValue[]>();
  const enforcing = new Set<NodeId>();
  // What a circle has not proved yet counts as unrestricted; the circle itself is an error.
  const typesOf = (id: NodeId): TypeSet => types.get(id) ?? allTypes;
  const literalsOf = (id: NodeId): readonly JsonValue[] | undefined => literals.get(id);

  for (const id of order) {
    const { schema } = nodeOf(graph, id);
    if (typeof schema === "boolean") {
      types.set(id, schema ? allTypes : noTypes);
      if (!schema) enforcing.add(id);
      continue;
    }
    const found = findTypes(schema, typesOf, (child) => nodeOf(graph, child).schema);
    const values = findLiterals(schema, found, literalsOf, (child) => keywordsOf(graph, child));
    types.set(id, values?.length === 0 ? noTypes : found);
    if (values) literals.set(id, values);
    if (findEnforcement(schema, (child) => enforcing.has(child))) enforcing.add(id);
  }

  const recursive = findRecursive(graph);
  const facts: Facts = {
    order,
    types: typesOf,
    literals: literalsOf,
    conjuncts: (id) => findConjuncts(graph, id),
    resolve: (id) => resolveAlias(graph, id),
    requiredKeys: (id) =>
      new Set(findConjuncts(graph, id).flatMap((each) => keywordsOf(graph, each).required ?? [])),
    propertySchemas: (id, key) => findPropertySchemas(graph, findConjuncts(graph, id), key),
    isRecursive: (id) => recursive.has(id),
    enforcesTypes: (id) => enforcing.has(id),
  };
  return {
    value: facts,
    diagnostics: [...reportCycles(graph, cycles), ...reportUnsatisfiable(graph, facts)],
  };
}

function reportCycles(graph: SchemaGraph, cycles: readonly NodeId[]): Diagnostic[] {
  return cycles.map((id) =>
    diagnose(
      "reference-cycle",
      "This schema applies itself to the same instance again, without end.",
      "Break the circle: let one of the references go through a property or an item.",
      placeOf(nodeOf(graph, id).source),
    ),
  );
}

/** Schemas that nothing meets though each part of them could be met; `false` says so itself and is no mistake. */
function reportUnsatisfiable(graph: SchemaGraph, facts: Facts): Diagnostic[] {
  return [...graph.nodes.values()]
    .filter(({ id, schema }) => typeof schema !== "boolean" && facts.types(id) === noTypes)
    .filter(({ id }) => facts.conjuncts(id).every((part) => part === id || facts.types(part) !== noTypes))
    .map((node) =>
      diagnose(
        "schema-unsatisfiable",
        "No value can meet this schema: its types and values contradict each other.",
        "Compare `type`, `enum` and `const` here and in what is combined by `allOf` or `$ref`.",
        placeOf(node.source),
      ),
    );
}
