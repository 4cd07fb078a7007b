import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import type { Part, Variant } from "../unions/unions.js";
import { leafGuardBudget } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, localCode, nameCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, callTest, compare, printCondition } from "./condition.js";
import { predicate } from "./guards-module.js";
import { StructureKind } from "./structure-kind.js";
import type { UnionPrinting } from "./union-context.js";
import { declarationNames, partType } from "./union-context.js";
import { bodyOf, outsideOf } from "./union-given.js";

/** Guards of parts that are no schema of their own, and the guard that takes the tag and the body. */
export function printExternalGuards(printing: UnionPrinting): StatementStructures[] {
  const { models, union } = printing;
  const isOwn = (part: Part, role: "variant" | "leaf"): boolean =>
    declarationNames(models, part.id).role === role;
  const cuts = union.variants.flatMap((variant) =>
    variant.leaves.filter((leaf) => isOwn(leaf, "leaf")).map((leaf) => printLeaf(printing, variant, leaf)),
  );
  return [
    ...union.variants
      .filter((variant) => isOwn(variant, "variant"))
      .map((variant) => printPart(printing, variant, any(listBranches(printing, variant)))),
    ...(cuts.length > leafGuardBudget ? [] : cuts),
    printGuard(printing),
  ];
}

function listBranches({ models, scope }: UnionPrinting, { branches }: Part): Condition[] {
  return branches.map((node) =>
    callTest(code`${scope.use("guards", declarationNames(models, node).guard)}(value)`),
  );
}

/** The variant's guard decides, and the tag which leaf it is: branches may overlap where a `oneOf` refuses both. */
function printLeaf(printing: UnionPrinting, variant: Variant, leaf: Part): FunctionDeclarationStructure {
  const { second } = printing;
  const isOnly = variant.leaves.length === 1;
  const cut = isOnly || !second ? [] : [compare(second.read(code`value`), "===", valueLiteral(leaf.value))];
  return printPart(printing, leaf, all([callTest(code`${guardOf(printing, variant)}(value)`), ...cut]));
}

function printPart(printing: UnionPrinting, part: Part, condition: Condition): FunctionDeclarationStructure {
  const type = partType(printing, part);
  return {
    ...predicate(declarationNames(printing.models, part.id).guard, condition, type),
    docs: [{ description: `Whether a value is a valid \`${type}\`.` }],
  };
}

/** A variant's guard: that of its one schema, or one of this module. */
function guardOf({ models, scope }: UnionPrinting, variant: Variant): Code {
  const { role, guard } = declarationNames(models, variant.id);
  return role === "variant" ? nameCode(guard) : scope.use("guards", guard);
}

/** One look-up by the tag, then only that variant. */
function printGuard(printing: UnionPrinting): StatementStructures {
  const { union, first, closed, parameters } = printing;
  const tag = first.names.parameter;
  const body = { name: "body", type: "unknown" };
  const cases = union.variants.map((variant) => {
    const condition = callTest(code`${guardOf(printing, variant)}(body)`);
    return code`case ${valueLiteral(variant.value)}:\nreturn ${printCondition(condition)};`;
  });
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: outsideOf(printing).guard,
    parameters: [{ name: tag, type: "string" }, body],
    returnType: "boolean",
    statements: [code`switch (${localCode(tag)}) {\n${joinCode(cases, "\n")}\ndefault:\nreturn false;\n}`],
    overloads: [
      {
        typeParameters: [{ name: parameters.first, constraint: nameCode(first.names.type) }],
        parameters: [{ name: tag, type: parameters.first }, body],
        returnType: code`body is ${bodyOf(printing)}`,
        docs: [
          {
            description: `Whether a value is the valid body of a \`${closed}\` with this \`${commentText(first.text)}\`; never with an unknown one.`,
          },
        ],
      },
      {
        parameters: [{ name: tag, type: "string" }, body],
        returnType: code`body is ${closed}`,
      },
    ],
  };
}
