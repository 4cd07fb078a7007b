import type { FunctionDeclarationStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { DispatchCheck, NodePlan } from "../checks/check-plan.js";
import { typeSetOf } from "../schema/type-set.js";
import { toCamelCase } from "../identifier.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, valueLiteral } from "./code.js";
import { all, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { planOf } from "./context.js";
import { isObjectAlong, tagAccess } from "./dispatch.js";
import { planCondition, startPrinting } from "./guard-expression.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";

/** The guard of every named schema, and the functions behind alternatives that have no name. */
export function printGuards(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const { declarations, internals } = models.names;
  const named = [...declarations].filter(([id]) => models.graph.nodes.has(id));
  return [
    ...named.map(([id, names]) => printGuard(models, scope, id, names)),
    ...[...internals].map(([id, names]) =>
      predicate(names.guard, printBody(models, scope, id, names, undefined)),
    ),
  ];
}

function printGuard(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
): FunctionDeclarationStructure {
  const type = scope.useType("types", names.type);
  return {
    ...predicate(names.guard, printBody(models, scope, node, names, type)),
    returnType: `value is ${names.type}`,
    docs: [{ description: `Whether a value is a valid {@link ${names.type}}.` }],
  };
}

/** An exported function of one value that answers yes or no. */
export function predicate(name: string, statements: readonly Code[]): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    parameters: [{ name: "value", type: "unknown" }],
    returnType: "boolean",
    statements: [...statements],
  };
}

function printBody(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
  type: Code | undefined,
): Code[] {
  const printing = startPrinting(models, scope, toCamelCase(names.type));
  const plan = planOf(models, node);
  const [dispatch, ...others] = plan.logic.filter((check) => check.kind === "dispatch");
  if (dispatch && others.length === 0) return printDispatch(printing, plan, dispatch);
  const keyed = type !== undefined && hasPlainKeys(models, node) ? nameCode(names.type) : undefined;
  return [code`return ${printCondition(planCondition(printing, plan, code`value`, keyed))};`];
}

/** Whether `keyof` the declared type is just the names of its members: no index signature widens it. */
export function hasPlainKeys(models: Models, node: NodeId): boolean {
  const type = models.types.nodes.get(node);
  if (type?.kind !== "object" || type.indexes.length > 0) return false;
  return type.bases.every((base) => hasPlainKeys(models, base));
}

const onlyObject = typeSetOf(["object"]);

/** One look-up by the tag, then only that branch. */
function printDispatch(printing: Printing, plan: NodePlan, dispatch: DispatchCheck): Code[] {
  const subject = code`value`;
  const rest: NodePlan = {
    ...plan,
    types: plan.types?.set === onlyObject ? undefined : plan.types,
    logic: plan.logic.filter((check) => check !== dispatch),
  };
  const demanded = all([
    isObjectAlong(printing, subject, [dispatch.path]),
    planCondition(printing, rest, subject),
  ]);
  const cases = dispatch.cases.map(({ values, value }) => {
    const labels = values.map((each) => code`case ${valueLiteral(each)}:`);
    return code`${joinCode(labels, "\n")}\nreturn ${printCondition(printing.check(value.node, subject))};`;
  });
  return [
    code`if (${printCondition(not(demanded))}) return false;`,
    code`switch (${tagAccess(subject, dispatch.path)}) {\n${joinCode(cases, "\n")}\ndefault:\nreturn false;\n}`,
  ];
}
