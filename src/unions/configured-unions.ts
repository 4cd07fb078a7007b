import type { UnionOptions } from "../config/config.js";
import { indexDefinitions, listDefinitionNames } from "../definition-names.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { nearest } from "../nearest.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { writeFormOf } from "../schema/schema-graph.js";

/** The config's union options by definition: each of its names that some definition answers to. */
export function matchUnionOptions(
  graph: SchemaGraph,
  unions: Readonly<Record<string, UnionOptions>>,
  rootName: string | undefined,
): Outcome<ReadonlyMap<NodeId, UnionOptions>> {
  const definitions = [...graph.nodes.values()].filter(isDefinition);
  const byName = indexDefinitions(definitions, ({ id, annotations, givenNames }) =>
    listDefinitionNames(annotations.title, givenNames, graph.roots.includes(id) ? rootName : undefined),
  );
  const value = new Map<NodeId, UnionOptions>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, options] of Object.entries(unions)) {
    const node = byName.get(name);
    const problem = node === undefined ? reportUnknown(name, byName) : checkTags(name, options);
    if (problem) diagnostics.push(problem);
    else if (node !== undefined) for (const id of listForms(graph, node.id)) value.set(id, options);
  }
  return { value, diagnostics };
}

/** What is read and what is written of a definition have the same tags. */
function listForms(graph: SchemaGraph, definition: NodeId): NodeId[] {
  return [definition, writeFormOf(definition)].filter((id) => graph.nodes.has(id));
}

/** Whether a node is an author's definition as it is mostly read, or written; its other meanings get no helpers. */
export function isDefinition({ id, source, parent, nested }: SchemaNode): boolean {
  return parent === undefined && nested === undefined && (id === source || id === writeFormOf(source));
}

/** The options of a definition that is a reference and nothing else belong to what it refers to, if that has none of its own. */
export function followAliases(
  graph: SchemaGraph,
  facts: Facts,
  options: ReadonlyMap<NodeId, UnionOptions>,
): ReadonlyMap<NodeId, UnionOptions> {
  const followed = new Map<NodeId, UnionOptions>();
  for (const [id, each] of options) {
    const target = facts.resolve(id);
    const node = graph.nodes.get(target);
    const canFollow = node !== undefined && isDefinition(node) && !options.has(target);
    followed.set(canFollow ? target : id, each);
  }
  return followed;
}

/** What the config calls the parts of unions, by definition. */
export function listStems(
  options: ReadonlyMap<NodeId, UnionOptions>,
): ReadonlyMap<NodeId, Readonly<Record<string, string>>> {
  return new Map([...options].flatMap(([id, { names }]) => (names ? [[id, names] as const] : [])));
}

/** A config that is no file has not been checked before. */
function checkTags(name: string, { tags }: UnionOptions): Diagnostic | undefined {
  if (tags === undefined) return undefined;
  const [first, second] = tags;
  if (first === undefined || tags.length > 2) {
    return diagnose(
      "config-invalid",
      `The config gives the union \`${name}\` ${tags.length} tags.`,
      "Name one tag or two, or leave `tags` out to have one found.",
    );
  }
  if (typeof second !== "object") return undefined;
  return diagnose(
    "config-invalid",
    `The second tag of the union \`${name}\` is external.`,
    "Name it first: what stands outside a value is known before what stands in it.",
  );
}

function reportUnknown(name: string, byName: ReadonlyMap<string, SchemaNode>): Diagnostic {
  const near = nearest(name, byName.keys());
  const nodes = near.map((each) => byName.get(each));
  // Two spellings of one definition are one suggestion.
  const suggested = near.filter((_, index) => nodes.indexOf(nodes[index]) === index);
  return diagnose(
    "union-not-found",
    `The config names the union \`${name}\`, and no definition is called so.`,
    suggested.length > 0
      ? `Did you mean ${suggested.map((each) => `\`${each}\``).join(" or ")}?`
      : "Name a definition of the schema.",
  );
}
