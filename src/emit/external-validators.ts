import type { FunctionDeclarationStructure, OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Variant } from "../unions/unions.js";
import { pathOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, localCode, nameCode, stringLiteral, valueLiteral } from "./code.js";
import type { Models } from "./context.js";
import { keywordCode, schemaCode } from "./report-issue.js";
import type { Scope } from "./scope.js";
import { StructureKind } from "./structure-kind.js";
import type { UnionPrinting } from "./union-context.js";
import { declarationNames, nameParameters, startUnion } from "./union-context.js";
import { outsideOf } from "./union-given.js";

/** Of every union whose tag stands outside the value: what asserts, validates and parses a body by it. */
export function printExternalValidators(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const parameters = nameParameters(models);
  return [...models.unions.values()]
    .filter(({ tags: [first] }) => first.kind === "external")
    .flatMap((union) => {
      const printing = startUnion(models, scope, union, parameters);
      return [...printFunctions(printing), printCollector(printing)];
    });
}

/** One function: its name, what follows the tag, and what it returns for a type of body. */
interface Signature {
  readonly name: string;
  readonly parameters: readonly OptionalKind<ParameterDeclarationStructure>[];
  readonly returns: (body: Code) => Code;
  readonly statement: Code;
  readonly docs: string;
}

function printFunctions(printing: UnionPrinting): FunctionDeclarationStructure[] {
  const { scope, first, closed } = printing;
  const names = outsideOf(printing);
  const body = { name: "body", type: "unknown" };
  const text = { name: "text", type: "string" };
  const options = {
    name: "options",
    type: scope.useType("runtime", "ValidationOptions"),
    hasQuestionToken: true,
  };
  const error = scope.useType("runtime", "ValidationError");
  const result = scope.useType("runtime", "ValidationResult");
  const tag = `\`${commentText(first.text)}\``;
  const given = localCode(first.names.parameter);
  const isBody = code`(value): value is ${closed} => ${scope.use("unions", names.guard)}(${given}, value)`;
  const parts = code`${isBody}, ${nameCode(names.collect)}(${given})`;
  const validate = code`(value, limits) => ${nameCode(names.validate)}(${given}, value, limits)`;
  const signatures: readonly Signature[] = [
    {
      name: names.validate,
      parameters: [body, options],
      returns: (type) => code`${result}<${type}>`,
      statement: code`return ${scope.use("runtime", "runValidation")}(body, ${parts}, options);`,
      docs: `Decides as \`${names.guard}\` does, and says what is wrong.`,
    },
    {
      name: names.assert,
      parameters: [body],
      returns: (type) => code`asserts body is ${type}`,
      statement: code`${scope.use("runtime", "assertValid")}(body, ${parts});`,
      docs: `Throws a \`${error}\` unless the value is the valid body of a \`${closed}\` with this ${tag}.`,
    },
    {
      name: names.parse,
      parameters: [text, options],
      returns: (type) => code`${result}<${type}>`,
      statement: code`return ${scope.use("runtime", "readJson")}(text, ${validate}, options);`,
      docs: `Reads the body of a \`${closed}\` with this ${tag} from JSON text.`,
    },
    {
      name: names.parseOrThrow,
      parameters: [text],
      returns: (type) => type,
      statement: code`return ${scope.use("runtime", "valueOrThrow")}(${nameCode(names.parse)}(${given}, text));`,
      docs: `Reads the body of a \`${closed}\` with this ${tag} from JSON text, or throws a \`${error}\`.`,
    },
  ];
  return signatures.map((signature) => printFunction(printing, signature));
}

/** Exact for a known tag, and for any string as it comes from outside. */
function printFunction(
  printing: UnionPrinting,
  { name, parameters, returns, statement, docs }: Signature,
): FunctionDeclarationStructure {
  const { scope, first, closed } = printing;
  const tag = localCode(first.names.parameter);
  const known = printing.parameters.first;
  const byTag = code`${scope.useType("unions", printing.names.map)}[${known}]`;
  const plain = {
    parameters: [{ name: tag, type: "string" }, ...parameters],
    returnType: returns(closed),
  };
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    ...plain,
    statements: [statement],
    overloads: [
      {
        typeParameters: [{ name: known, constraint: scope.useType("types", first.names.type) }],
        parameters: [{ name: tag, type: known }, ...parameters],
        returnType: returns(byTag),
        docs: [{ description: docs }],
      },
      plain,
    ],
  };
}

/** What is wrong with a body by the one variant that its tag names, or with the tag. */
function printCollector(printing: UnionPrinting): FunctionDeclarationStructure {
  const { models, scope, union, first, names } = printing;
  const tag = localCode(first.names.parameter);
  const site = {
    node: union.node,
    tokens: [keywordsOf(models.graph, union.node).oneOf ? "oneOf" : "anyOf"],
  };
  const cases = union.variants.map(
    (variant) => code`case ${valueLiteral(variant.value)}:\n${collectVariant(printing, variant)}\nbreak;`,
  );
  const unknown = code`default:\n${scope.use("runtime", "addUnknownTag")}(issues, path, ${keywordCode(site)}, ${schemaCode(models, site)}, ${tag}, ${scope.use("unions", first.names.values)}, ${stringLiteral(first.text)});`;
  const collect = joinCode([...cases, unknown], "\n");
  return {
    kind: StructureKind.Function,
    name: outsideOf({ ...printing, names }).collect,
    parameters: [{ name: tag, type: "string" }],
    returnType: scope.useType("runtime", "CollectIssues"),
    statements: [code`return (value, path, issues) => {\nswitch (${tag}) {\n${collect}\n}\n};`],
  };
}

/**
 * Of several members of one value, all say what is wrong where none takes the body. A leaf that the second tag names says it alone,
 * where its member would not come to it by that tag.
 */
function collectVariant(printing: UnionPrinting, variant: Variant): Code {
  const { models, scope, second } = printing;
  const collect = (nodes: readonly NodeId[]): Code =>
    joinCode(
      nodes.map(
        (node) => code`issues.report(${nameCode(declarationNames(models, node).collect)}, value, path);`,
      ),
      "\n",
    );
  const whole = collect(variant.branches);
  if (!second || variant.branches.some((node) => isToldBy(models, node, pathOf(second.tag)))) return whole;
  const cases = variant.leaves
    .filter(({ isCut, branches }) => !isCut && branches.every((node) => models.names.declarations.has(node)))
    .map(({ value, branches }) => code`case ${valueLiteral(value)}:\n${collect(branches)}\nbreak;`);
  if (cases.length < 2) return whole;
  const path = joinCode(pathOf(second.tag).map(stringLiteral), ", ");
  const body = joinCode([...cases, code`default:\n${whole}`], "\n");
  return code`switch (${scope.use("runtime", "tagAt")}(value, ${path})) {\n${body}\n}`;
}

/** Whether a schema is itself a union by what stands at the path. */
function isToldBy({ facts, unions }: Models, node: NodeId, path: readonly string[]): boolean {
  const tag = unions.get(facts.resolve(node))?.tags[0];
  return tag !== undefined && pathOf(tag).join("/") === path.join("/");
}
