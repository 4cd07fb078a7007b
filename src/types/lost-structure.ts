import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { allTypes, noTypes } from "../schema/type-set.js";
import { placeOf } from "../link/linked.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { isLengthShown } from "./arrays.js";
import { prefixOf } from "./objects.js";
import type { Type } from "./type-model.js";

/** A note for each place where a type admits more than the schema by its structure; bounds and formats are documented instead. */
export function reportLostStructure(
  graph: SchemaGraph,
  facts: Facts,
  types: ReadonlyMap<NodeId, Type>,
): Diagnostic[] {
  return [...graph.nodes.values()].flatMap((node) => {
    const { schema } = node;
    if (typeof schema === "boolean") return [];
    const type = types.get(node.id);
    return lossesOf(schema, facts, node, type).map(([keyword, loss]) =>
      diagnose(
        "type-wider",
        `The type is wider than \`${keyword}\`: ${loss}.`,
        "The guard checks it exactly.",
        {
          ...placeOf(node.source),
          pointer: `${placeOf(node.source).pointer}/${keyword}`,
        },
      ),
    );
  });
}

function lossesOf(
  schema: CanonicalSchema,
  facts: Facts,
  node: SchemaNode,
  type: Type | undefined,
): [keyword: string, loss: string][] {
  const losses: [string, string][] = [];
  if (schema.not !== undefined && !isNegationShown(schema, facts, node)) {
    losses.push(["not", "TypeScript cannot exclude what this describes"]);
  }
  const patterns = schema.patternProperties?.filter(({ pattern }) => prefixOf(pattern) === undefined) ?? [];
  if (patterns.length > 0) losses.push(["patternProperties", "only a plain prefix can be said of a key"]);
  const isObject = type?.kind === "object";
  if (isObject && type.bases.length > 0 && (schema.additionalProperties ?? schema.patternProperties)) {
    if (schema.additionalProperties === undefined || facts.types(schema.additionalProperties) !== noTypes) {
      losses.push([
        "additionalProperties",
        "an index signature would clash with the interface that is extended",
      ]);
    }
  }
  if (type?.kind === "array" && !isLengthShown(schema, type)) {
    losses.push([
      schema.maxItems === undefined ? "minItems" : "maxItems",
      "a tuple of this length is too long to write out",
    ]);
  }
  return losses;
}

/** Whether facts subtracted the whole of what is negated: types, or literals from literals. */
function isNegationShown(schema: CanonicalSchema, facts: Facts, node: SchemaNode): boolean {
  return (
    facts.literals(node.id) !== undefined || (schema.type === undefined && facts.types(node.id) !== allTypes)
  );
}
