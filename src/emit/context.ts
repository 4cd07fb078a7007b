import type { CheckPlan, NodePlan } from "../checks/check-plan.js";
import type { Options } from "../config/config.js";
import type { Facts } from "../facts/facts.js";
import { invariant } from "../invariant.js";
import type { JsonObject } from "../json.js";
import type { DeclarationNames, Names } from "../names/names.js";
import { typesModule } from "../names/names.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { allTypes } from "../schema/type-set.js";
import type { Type, TypeModel } from "../types/type-model.js";
import type { Unions } from "../unions/unions.js";

/** The declarations of schemas as another printer has them: one TypeScript declaration each, with its documentation. */
export type DeclaredTexts = ReadonlyMap<NodeId, string>;

/** Everything that emission prints. */
export interface Models {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly unions: Unions;
  readonly types: TypeModel;
  readonly checks: CheckPlan;
  readonly names: Names;
  /** The module of each document's types, by the document's URI. */
  readonly homes: ReadonlyMap<string, string>;
  readonly options: Pick<
    Options,
    "exactOptional" | "declarations" | "readonly" | "layout" | "runtime" | "types"
  >;
  /** The schema as the package publishes it; for the set `standard-schema`. */
  readonly published?: JsonObject | undefined;
  /** Types that stand in place of ours, if another printer was asked for; see `printTypeChecks`. */
  readonly printed?: DeclaredTexts | undefined;
}

export function planOf({ checks }: Models, node: NodeId): NodePlan {
  const plan = checks.get(node);
  invariant(plan, "no plan for", node);
  return plan;
}

/** Keywords whose schemas apply to a value that the schema around them has tested before. */
const inPlace: ReadonlySet<string> = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
]);

/**
 * The plan of a node whose function only others call. What applies in place is asked only of a value that is known to be JSON, and does
 * not test that again where no keyword states a type.
 */
export function internalPlanOf(models: Models, node: NodeId): NodePlan {
  const plan = planOf(models, node);
  const [keyword = ""] = models.graph.nodes.get(node)?.parent?.tokens ?? [];
  if (!inPlace.has(keyword)) return plan;
  const isStated = plan.types?.set !== allTypes || plan.types.site.tokens[0] === "type";
  return isStated ? plan : { ...plan, types: undefined };
}

/** The module that a schema's type stands in. */
export function homeOf({ graph, homes, options }: Models, node: NodeId): string {
  const uri = graph.nodes.get(node)?.place.uri ?? "";
  return (options.layout === "modules" ? homes.get(uri) : undefined) ?? typesModule;
}

/** The names of the function that checks the node; undefined where the check is written inline. */
export function checkNamesOf({ names }: Models, node: NodeId): DeclarationNames | undefined {
  return names.declarations.get(node) ?? names.internals.get(node);
}

/** Functions behind schemas that have no name and are checked for themselves. */
export function listInternals({ names, checks }: Models): [NodeId, DeclarationNames][] {
  return [...names.internals].filter(([id]) => checks.has(id));
}

/** The declared type of a node or variant, before naming. */
export function declaredType({ types }: Models, id: string): Type {
  const type = types.nodes.get(id) ?? types.variants.get(id);
  invariant(type, "no type for", id);
  return type;
}
