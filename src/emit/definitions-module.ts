import type { StatementStructures, VariableStatementStructure } from "ts-morph";
import { invariant } from "../invariant.js";
import { isJsonObject, memberOf, stringifyJson } from "../json.js";
import type { JsonValue } from "../json.js";
import { definitionKeyOf } from "../names/schema-pointer.js";
import { listEdges } from "../schema/edges.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, stringLiteral, textLiteral } from "./code.js";
import type { Models } from "./context.js";
import type { Scope } from "./scope.js";
import { StructureKind } from "./structure-kind.js";

/** The module of what the package publishes, definition by definition. */
export const definitionsModule = "definitions";

/** Of every definition a constant that knows those it refers to, so that a bundler keeps what is reached, and nothing else. */
export function printDefinitions(models: Models, scope: Scope): StatementStructures[] {
  const { graph, names } = models;
  const references = findReferences(graph);
  return [...names.schemas].map(([id, { definition }]) => {
    const others = [...(references.get(id) ?? [])].map((target) => nameOf(models, target));
    const key = definitionKeyOf(names, id);
    const text = textLiteral(stringifyJson(publishedDefinition(models, key)));
    const printed = constant(
      definition,
      scope.useType("runtime", "PublishedDefinition"),
      code`{\nname: ${stringLiteral(key)},\ntext: ${text},\nreferences: () => [${joinCode(others, ", ")}],\n}`,
    );
    // Another module takes it, users do not.
    return { ...printed, isExported: models.options.layout === "modules" };
  });
}

/** An exported constant with its type. */
export function constant(
  name: string,
  type: Code,
  initializer: Code,
  description?: string,
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: "const" as never,
    declarations: [{ name, type, initializer }],
    ...(description === undefined ? {} : { docs: [{ description }] }),
  };
}

function nameOf({ names }: Models, definition: NodeId): Code {
  const own = names.schemas.get(definition);
  invariant(own, `the definition ${definition} has no constant`);
  return nameCode(own.definition);
}

function publishedDefinition({ published }: Models, key: string): JsonValue {
  const definitions = published && memberOf(published, "$defs");
  const definition = isJsonObject(definitions) ? memberOf(definitions, key) : undefined;
  invariant(definition !== undefined, `the definition ${key} is not published`);
  return definition;
}

/** By definition: the others that its schemas refer to, in their order. */
function findReferences(graph: SchemaGraph): ReadonlyMap<NodeId, ReadonlySet<NodeId>> {
  const definitionOf = (id: NodeId): NodeId => {
    let current = id;
    for (let parent = graph.nodes.get(id)?.parent; parent; parent = graph.nodes.get(current)?.parent) {
      current = parent.node;
    }
    return current;
  };
  const found = new Map<NodeId, Set<NodeId>>();
  for (const { id, schema } of graph.nodes.values()) {
    const own = definitionOf(id);
    const others = found.get(own) ?? new Set<NodeId>();
    for (const { target } of listEdges(schema)) others.add(definitionOf(target));
    others.delete(own);
    found.set(own, others);
  }
  return found;
}
