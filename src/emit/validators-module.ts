import type { FunctionDeclarationStructure, OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { toCamelCase } from "../identifier.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, nameCode } from "./code.js";
import type { Models } from "./context.js";
import { internalPlanOf, listInternals, planOf } from "./context.js";
import { areKeysDeclared } from "./declared-keys.js";
import { startPrinting } from "./guard-expression.js";
import { schemaCode, startPosition } from "./report-issue.js";
import { reportPlan } from "./report-plan.js";
import { printChecks } from "./report-table.js";
import type { Scope } from "./scope.js";
import { printStatements } from "./statement.js";
import { StructureKind } from "./structure-kind.js";

/** Of every definition what asserts, validates and parses it; and the collectors behind them. */
export function printValidators(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const named = [...models.names.declarations].filter(([id]) => models.graph.nodes.has(id));
  const definitions = named.filter(([, { role }]) => role === "definition");
  return [
    ...definitions.flatMap(([, names]) => printDefinition(scope, names)),
    ...[...named, ...listInternals(models)].map(([id, names]) => printCollector(models, scope, id, names)),
  ];
}

type Parameter = OptionalKind<ParameterDeclarationStructure>;

const value: Parameter = { name: "value", type: "unknown" };
const text: Parameter = { name: "text", type: "string" };

function printDefinition(scope: Scope, names: DeclarationNames): FunctionDeclarationStructure[] {
  const type = scope.useType("types", names.type);
  const error = scope.useType("runtime", "ValidationError");
  const result = `${scope.useType("runtime", "ValidationResult")}<${type}>`;
  const options = {
    name: "options",
    type: scope.useType("runtime", "ValidationOptions"),
    hasQuestionToken: true,
  };
  const parts = code`${scope.use("guards", names.guard)}, ${nameCode(names.collect)}`;
  const call = (runtime: string, first: Code, last = code``): Code =>
    code`${scope.use("runtime", runtime)}(${first}, ${parts}${last})`;
  return [
    {
      ...define(names.validate, [value, options], result),
      statements: [code`return ${call("runValidation", code`value`, code`, options`)};`],
      docs: [{ description: `Decides as \`${names.guard}\` does, and says what is wrong.` }],
    },
    {
      ...define(names.assert, [value], `asserts value is ${type}`),
      statements: [code`${call("assertValid", code`value`)};`],
      docs: [{ description: `Throws a \`${error}\` unless the value is a valid \`${type}\`.` }],
    },
    {
      ...define(names.parse, [text, options], result),
      statements: [
        code`return ${scope.use("runtime", "readJson")}(text, ${nameCode(names.validate)}, options);`,
      ],
      docs: [{ description: `Reads a \`${type}\` from JSON text.` }],
    },
    {
      ...define(names.parseOrThrow, [text], type),
      statements: [code`return ${scope.use("runtime", "valueOrThrow")}(${nameCode(names.parse)}(text));`],
      docs: [{ description: `Reads a \`${type}\` from JSON text, or throws a \`${error}\`.` }],
    },
  ];
}

function define(name: string, parameters: Parameter[], returnType: string): FunctionDeclarationStructure {
  return { kind: StructureKind.Function, isExported: true, name, parameters, returnType };
}

function printCollector(
  models: Models,
  scope: Scope,
  node: NodeId,
  names: DeclarationNames,
): FunctionDeclarationStructure {
  const printing = startPrinting(models, scope, toCamelCase(names.type));
  const reporting = { models, printing };
  const plan = models.names.internals.has(node) ? internalPlanOf(models, node) : planOf(models, node);
  const checks = printChecks(reporting, plan);
  if (checks !== undefined) return printGiver(scope, names, checks);
  const isKeyed = models.names.declarations.has(node) && areKeysDeclared(models, node);
  const typeName = isKeyed ? scope.useType("types", names.type) : undefined;
  const statements = reportPlan(reporting, plan, startPosition, typeName);
  // Every statement reads all three parameters.
  if (statements.length === 0)
    return printGiver(scope, names, code`{ at: ${schemaCode(models, { node, tokens: [] })} }`);
  return {
    kind: StructureKind.Function,
    name: names.collect,
    parameters: [
      { name: "value", type: "unknown" },
      { name: "path", type: `${scope.useType("runtime", "ValidationPath")} | undefined` },
      { name: "issues", type: scope.useType("runtime", "IssueCollector") },
    ],
    returnType: "void",
    statements: [printStatements(statements)],
  };
}

/** What gives its checks as data. */
function printGiver(scope: Scope, names: DeclarationNames, checks: Code): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: names.collect,
    returnType: scope.useType("runtime", "SchemaChecks"),
    statements: [code`return ${checks};`],
  };
}
