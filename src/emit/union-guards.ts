import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import { toCamelCase } from "../identifier.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { Part, Variant } from "../unions/unions.js";
import { leafGuardBudget, pathOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, callTest, compare, not } from "./condition.js";
import { planOf } from "./context.js";
import { isObjectAlong } from "./dispatch.js";
import { planCondition, startPrinting } from "./guard-expression.js";
import { predicate } from "./guards-module.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { declarationNames, partType, readTag, unknownType } from "./union-context.js";

const value = code`value`;

/** Guards of variants and leaves that are no schema of their own. */
export function printPartGuards(printing: UnionPrinting): StatementStructures[] {
  const { models, union } = printing;
  const leaves = union.variants.flatMap((variant) => variant.leaves);
  return union.variants.flatMap((variant) => {
    const own =
      declarationNames(models, variant.id).role === "variant" ? [printVariant(printing, variant)] : [];
    if (leaves.length > leafGuardBudget) return own;
    return [...own, ...variant.leaves.map((leaf) => printLeaf(printing, variant, leaf))];
  });
}

function printVariant(printing: UnionPrinting, variant: Variant): FunctionDeclarationStructure {
  const cut = variant.isCut ? [tagEquals(printing.first, variant.value)] : [];
  return printPart(printing, variant, all([isOneOf(printing, variant.branches), ...cut]));
}

function printLeaf(printing: UnionPrinting, variant: Variant, leaf: Part): FunctionDeclarationStructure {
  const { first, second, models } = printing;
  const isOfVariant = leaf.branches.length === variant.branches.length;
  const base = isOfVariant
    ? callGuard(printing, variant.id, declarationNames(models, variant.id).guard)
    : all([isOneOf(printing, leaf.branches), ...(variant.isCut ? [tagEquals(first, variant.value)] : [])]);
  const cut = leaf.isCut && variant.leaves.length > 1 && second ? [tagEquals(second, leaf.value)] : [];
  return printPart(printing, leaf, all([base, ...cut]));
}

function printPart(printing: UnionPrinting, part: Part, condition: Condition): FunctionDeclarationStructure {
  const type = partType(printing, part);
  return {
    ...predicate(declarationNames(printing.models, part.id).guard, condition, type),
    docs: [{ description: `Whether a value is a valid {@link ${type}}.` }],
  };
}

function isOneOf(printing: UnionPrinting, nodes: readonly string[]): Condition {
  return any(nodes.map((node) => callGuard(printing, node, declarationNames(printing.models, node).guard)));
}

/** A schema's guard comes from its module; a part's own stands in this one. */
function callGuard({ models, scope }: UnionPrinting, id: string, guard: string): Condition {
  const isSchema =
    models.graph.nodes.has(id) ||
    declarationNames(models, id).role === "hoisted" ||
    declarationNames(models, id).role === "definition";
  return callTest(code`${isSchema ? scope.use("guards", guard) : nameCode(guard)}(${value})`);
}

function tagEquals(tag: TagPrinting, literal: Part["value"]): Condition {
  return compare(readTag(value, tag), "===", valueLiteral(literal));
}

/** The unknown variant's guard, and that of the union with it. */
export function printOpenGuards(printing: UnionPrinting): StatementStructures[] {
  const { models, scope, union, closed, taken } = printing;
  if (!union.isOpen) return [];
  const unknownGuard = declarationNames(models, unknownVariantOf(union.node)).guard;
  const closedGuard = scope.use("guards", declarationNames(models, union.node).guard);
  const type = unknownType(printing);
  return [
    ...printKnownTags(printing),
    {
      ...predicate(unknownGuard, unknownCondition(printing), type),
      docs: [
        {
          description: `Whether a value is a well-formed {@link ${closed}} but for tags that the schema does not know.`,
        },
      ],
    },
    {
      ...predicate(
        declarationNames(models, openUnionOf(union.node)).guard,
        any([callTest(code`${closedGuard}(value)`), callTest(code`${nameCode(unknownGuard)}(value)`)]),
        taken,
      ),
      docs: [
        {
          description: `Whether a value is a valid {@link ${closed}}, or a well-formed one that the schema does not know.`,
        },
      ],
    },
  ];
}

/** A table of the pairs of two tags, and the function that asks it. */
function printKnownTags({ union, names, second }: UnionPrinting): StatementStructures[] {
  if (!second) return [];
  const rows = union.variants.map((variant) => {
    const leaves = joinCode(
      variant.leaves.map((leaf) => valueLiteral(leaf.value)),
      ", ",
    );
    return code`[${valueLiteral(variant.value)}, [${leaves}]]`;
  });
  return [
    {
      kind: StructureKind.VariableStatement,
      declarationKind: "const" as never,
      declarations: [
        {
          name: names.knownTags,
          type: "ReadonlyMap<unknown, readonly unknown[]>",
          initializer: code`/* @__PURE__ */ new Map<unknown, readonly unknown[]>([${joinCode(rows, ", ")}])`,
        },
      ],
    },
    {
      kind: StructureKind.Function,
      name: names.hasKnownTags,
      parameters: [
        { name: "first", type: "unknown" },
        { name: "second", type: "unknown" },
      ],
      returnType: "boolean",
      statements: [code`return ${nameCode(names.knownTags)}.get(first)?.includes(second) ?? false;`],
    },
  ];
}

/** String tags that are not known, on what the envelope, or the flat object without its tags, asks for. */
function unknownCondition(printing: UnionPrinting): Condition {
  const { models, scope, union, first, second } = printing;
  const expressions = startPrinting(models, scope, toCamelCase(declarationNames(models, union.node).type));
  const tags = second ? [first, second] : [first];
  const envelope = union.envelope.map((node) =>
    callGuard(printing, node, declarationNames(models, node).guard),
  );
  return all([
    isObjectAlong(
      expressions,
      value,
      tags.map(({ tag }) => pathOf(tag)),
    ),
    ...tags.map((tag) => compare(code`typeof ${readTag(value, tag)}`, "===", code`"string"`)),
    not(isKnown(printing, value)),
    ...(union.form === "flat" ? [flatEnvelope(printing)] : envelope),
  ]);
}

/** Whether the tags of a value, which are read as they are, are ones that the schema has. */
export function isKnown({ names, first, second }: UnionPrinting, subject: Code): Condition {
  const read = readTag(subject, first);
  if (!second) return callTest(code`${nameCode(first.names.guard)}(${read})`);
  return callTest(code`${nameCode(names.hasKnownTags)}(${read}, ${readTag(subject, second)})`);
}

function flatEnvelope({ models, scope, union }: UnionPrinting): Condition {
  const keys = new Set(union.tags.map((tag) => pathOf(tag)[0]));
  const plan = planOf(models, union.node);
  const properties = plan.properties.filter(({ key }) => !keys.has(key));
  const printing = startPrinting(models, scope, toCamelCase(declarationNames(models, union.node).type));
  return planCondition(printing, { ...plan, properties }, value);
}
