import type { FunctionDeclarationStructure } from "ts-morph";
import { typeSetOf } from "../schema/type-set.js";
import { toCamelCase } from "../identifier.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code } from "./code.js";
import type { Condition } from "./condition.js";
import { isConstant, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { internalPlanOf, listInternals, planOf } from "./context.js";
import { areKeysDeclared } from "./declared-keys.js";
import { findDemandedTypes } from "./demanded-types.js";
import { withoutDispatch } from "./dispatch.js";
import { printDispatch } from "./guard-dispatch.js";
import { planCondition, startPrinting } from "./guard-expression.js";
import type { Scope } from "./scope.js";
import { StructureKind } from "./structure-kind.js";

/** The guard of every named schema, and the functions behind alternatives that have no name. */
export function printGuards(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const named = [...models.names.declarations].filter(([id]) => models.graph.nodes.has(id));
  return [
    ...named.map(([id, names]) => printGuard(models, scope, id, names)),
    ...listInternals(models).map(([id, names]) => printInternal(models, scope, id, names)),
  ];
}

/** Other modules call it, users do not. */
function printInternal(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
): FunctionDeclarationStructure {
  return {
    ...predicate(names.guard, printBody(models, scope, node, names, undefined)),
    isExported: models.options.layout === "modules",
  };
}

function printGuard(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
): FunctionDeclarationStructure {
  const type = scope.useType("types", names.type);
  return {
    ...predicate(names.guard, printBody(models, scope, node, names, type), type),
    docs: [{ description: `Whether a value is a valid \`${type}\`.` }],
  };
}

/** An exported function of one value that answers yes or no; `type`: what the value is where it says yes. */
export function predicate(
  name: string,
  body: Condition | readonly Code[],
  type?: Code,
): FunctionDeclarationStructure {
  // What is not read has an underscore, so that `noUnusedParameters` lets it pass.
  const parameter = "kind" in body && isConstant(body) ? "_value" : "value";
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    parameters: [{ name: parameter, type: "unknown" }],
    returnType: type === undefined ? "boolean" : `${parameter} is ${type}`,
    statements: "kind" in body ? [code`return ${printCondition(body)};`] : [...body],
  };
}

function printBody(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
  type: Code | undefined,
): Condition | readonly Code[] {
  const printing = startPrinting(models, scope, toCamelCase(names.type), node);
  const folded = type === undefined ? internalPlanOf(models, node) : planOf(models, node);
  const plan = folded.unfolded ?? folded;
  const [dispatch, ...others] = plan.logic.filter((check) => check.kind === "dispatch");
  if (dispatch && others.length === 0) {
    const rest = withoutDispatch(plan, dispatch);
    const demanded = planCondition(printing, rest, code`value`);
    const isRead = rest.types?.set === typeSetOf(["object"]);
    const isTelling = demanded.kind !== "always";
    const types = findDemandedTypes(models.facts, rest);
    return printDispatch(printing, dispatch, code`value`, { condition: demanded, types, isRead, isTelling });
  }
  const keyed = type !== undefined && areKeysDeclared(models, node) ? type : undefined;
  return planCondition(printing, plan, code`value`, keyed);
}
