import type { ResolvedInput } from "../config/config.js";
import { invariant } from "../invariant.js";
import type { JsonObject } from "../json.js";
import type { Names } from "../names/names.js";
import { definitionKeyOf, schemaPointerOf, standsAt, toUriFragment } from "../names/schema-pointer.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { annotationMembers } from "./annotation-members.js";
import type { ObjectDraft } from "./json-object.js";
import { addMembers, createObject } from "./json-object.js";
import type { NodeWriter } from "./keyword-members.js";
import { keywordMembers } from "./keyword-members.js";

/** The schema that is published, where anything is: with a package, and with what tells others of its definitions. */
export function publishSchema(
  { package: options, runtime }: Pick<ResolvedInput, "package" | "runtime">,
  graph: SchemaGraph,
  names: Names,
): JsonObject | undefined {
  return options || runtime.includes("standard-schema") ? createSchemaDocument(graph, names) : undefined;
}

/**
 * The graph as one self-contained schema of 2020-12: each definition under the name of its type, every other node where
 * `schemaPointerOf` says. It starts from the first root, if there is one.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.3
 */
export function createSchemaDocument(graph: SchemaGraph, names: Names): JsonObject {
  const [root] = graph.roots;
  // Every node's object exists before any is filled: nothing descends into the schema, however deep it is.
  const values = new Map([...graph.nodes].map(([id, node]) => [id, startValue(node)]));
  const valueOf = (id: NodeId): boolean | ObjectDraft => {
    const value = values.get(id);
    invariant(value !== undefined, "no node", id);
    return value;
  };
  const reference = (target: NodeId): string => `#${toUriFragment(schemaPointerOf(graph, names, target))}`;
  for (const node of graph.nodes.values()) {
    const value = valueOf(node.id);
    if (typeof value === "boolean") continue;
    const subschema: NodeWriter["subschema"] = (child, ...tokens) =>
      standsAt(graph.nodes.get(child), node.id, tokens)
        ? valueOf(child)
        : createObject([["$ref", reference(child)]]);
    addMembers(value, annotationMembers(node.annotations));
    addMembers(value, keywordMembers(node.schema, { subschema, reference }));
  }
  const definitions = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  return createObject([
    ["$schema", "https://json-schema.org/draft/2020-12/schema"],
    ...(root === undefined ? [] : [["$ref", reference(root)] as const]),
    ["$defs", createObject(definitions.map(({ id }) => [definitionKeyOf(names, id), valueOf(id)]))],
  ]);
}

/** A boolean schema that says nothing else stays one. */
function startValue({ schema, annotations }: SchemaNode): boolean | ObjectDraft {
  const isBare = typeof schema === "boolean" && annotationMembers(annotations).length === 0;
  return isBare ? schema : createObject();
}
