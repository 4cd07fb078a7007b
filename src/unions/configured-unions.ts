import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { toPascalCase } from "../identifier.js";
import { nearest } from "../nearest.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** The config's union options by definition: each of its names that some definition answers to. */
export function matchUnionOptions(
  graph: SchemaGraph,
  unions: Readonly<Record<string, UnionOptions>>,
  rootName: string | undefined,
): Outcome<ReadonlyMap<NodeId, UnionOptions>> {
  const definitions = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  const named = definitions.map((node) => ({ node, names: namesOf(graph, node, rootName) }));
  const value = new Map<NodeId, UnionOptions>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, options] of Object.entries(unions)) {
    const found = named.find(({ names }) => names.includes(name));
    if (found) value.set(found.node.id, options);
    else
      diagnostics.push(
        reportUnknown(
          name,
          named.flatMap(({ names }) => names),
        ),
      );
  }
  return { value, diagnostics };
}

/** What a definition answers to: the names that its author gave it, as they are and in PascalCase. */
function namesOf(graph: SchemaGraph, node: SchemaNode, rootName: string | undefined): string[] {
  const { title } = node.annotations;
  const isRoot = graph.roots.includes(node.id);
  const given = [
    ...(isRoot && rootName !== undefined ? [rootName] : []),
    ...(title === undefined ? [] : [title]),
    ...node.givenNames,
  ];
  return given.flatMap((name) => [name, toPascalCase(name)]);
}

function reportUnknown(name: string, known: readonly string[]): Diagnostic {
  const near = nearest(name, new Set(known));
  const suggestion =
    near.length > 0
      ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?`
      : "Name a definition of the schema.";
  return diagnose(
    "union-not-found",
    `The config names the union \`${name}\`, and no definition is called so.`,
    suggestion,
  );
}
