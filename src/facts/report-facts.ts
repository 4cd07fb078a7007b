import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { SchemaPosition } from "../link/linked.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { allTypes, noTypes } from "../schema/type-set.js";
import { nodeOf } from "./conjuncts.js";
import { listConjuncts } from "./keyword-table.js";
import type { ProofOf } from "./proof.js";

/** An error for each schema that closes a circle. */
export function reportCycles(graph: SchemaGraph, cycles: readonly NodeId[]): Diagnostic[] {
  return listPlaces(cycles.map((id) => nodeOf(graph, id))).map((place) =>
    diagnose(
      "reference-cycle",
      "This schema applies itself to the same instance again, without end.",
      "Break the circle: let one of the references go through a property or an item.",
      place,
    ),
  );
}

/** Schemas that nothing meets though each part of them could be met; one that says so itself, as `false` does, is no mistake. */
export function reportUnsatisfiable(graph: SchemaGraph, proofOf: ProofOf): Diagnostic[] {
  const contradictory = [...graph.nodes.values()].filter(
    ({ id, schema }) =>
      typeof schema !== "boolean" && proofOf(id).types === noTypes && !isInherited(schema, proofOf),
  );
  return listPlaces(contradictory).map((place) =>
    diagnose(
      "schema-unsatisfiable",
      "No value can meet this schema: its types and values contradict each other.",
      "Compare `type`, `enum` and `const` here and in what is combined by `allOf` or `$ref`.",
      place,
    ),
  );
}

/** Whether a part of the schema already refuses every value. */
function isInherited(schema: CanonicalSchema, proofOf: ProofOf): boolean {
  const isNever = (id: NodeId): boolean => proofOf(id).types === noTypes;
  return (
    listConjuncts(schema).some(isNever) ||
    [schema.anyOf, schema.oneOf].some((branches) => branches?.every(isNever)) ||
    (schema.not !== undefined && proofOf(schema.not).whole === allTypes)
  );
}

/** The schemas that the nodes come from: a schema has one place, however many meanings. */
function listPlaces(nodes: readonly SchemaNode[]): SchemaPosition[] {
  return [...new Set(nodes.map(({ place }) => place))];
}
