import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import { toCamelCase } from "../identifier.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { UnionNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Part, Variant } from "../unions/unions.js";
import { isMixed } from "../unions/parts.js";
import { leafGuardBudget, pathOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, callTest, compare, not } from "./condition.js";
import { planOf } from "./context.js";
import { isObjectAlong } from "./dispatch.js";
import { planCondition, startPrinting } from "./guard-expression.js";
import { predicate } from "./guards-module.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { declarationNames, partType, unknownType } from "./union-context.js";

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
  if (variant.isOfUnion) return printPart(printing, variant, isOfUnion(printing, variant));
  const cut = variant.isCut ? [tagEquals(printing.first, variant.value)] : [];
  return printPart(printing, variant, all([isOneOf(printing, variant.branches), ...cut]));
}

function printLeaf(printing: UnionPrinting, variant: Variant, leaf: Part): FunctionDeclarationStructure {
  const { first, second, models } = printing;
  if (leaf.isOfUnion && second) {
    const ofVariant = callGuard(printing, variant.id, declarationNames(models, variant.id).guard);
    const isOnly = variant.leaves.length === 1 && variant.branches.length === 1;
    return printPart(printing, leaf, all([ofVariant, ...(isOnly ? [] : [tagEquals(second, leaf.value)])]));
  }
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
    docs: [{ description: `Whether a value is a valid \`${type}\`.` }],
  };
}

/** A valid value of the union that has the tag of the variant. */
function isOfUnion(printing: UnionPrinting, { value: tagValue }: Variant): Condition {
  const { first, union, models } = printing;
  const guard = callGuard(printing, union.node, declarationNames(models, union.node).guard);
  return all([guard, tagEquals(first, tagValue)]);
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
  return compare(tag.read(value), "===", valueLiteral(literal));
}

/** The unknown variant's guard, and that of the union with it. */
export function printOpenGuards(printing: UnionPrinting): StatementStructures[] {
  const { models, scope, union, closed, taken } = printing;
  if (!union.isOpen) return [];
  if (union.fallback !== undefined) return printFallbackGuards(printing, union.fallback);
  const unknownGuard = declarationNames(models, unknownVariantOf(union.node)).guard;
  const closedGuard = scope.use("guards", declarationNames(models, union.node).guard);
  const type = unknownType(printing);
  return [
    ...printKnownTags(printing),
    {
      ...predicate(unknownGuard, unknownCondition(printing), type),
      docs: [
        {
          description: `Whether a value is a well-formed \`${closed}\` but for tags that the schema does not know.`,
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
          description: `Whether a value is a valid \`${closed}\`, or a well-formed one that the schema does not know.`,
        },
      ],
    },
  ];
}

/** The branch for unknown tags has no other by proof, and the union is open as it stands. */
function printFallbackGuards(printing: UnionPrinting, fallback: NodeId): StatementStructures[] {
  const { models, union, closed, open = closed } = printing;
  const guardOf = (id: string): string => declarationNames(models, id).guard;
  const print = (id: string, node: NodeId, type: Code, description: string): StatementStructures => ({
    ...predicate(guardOf(id), callGuard(printing, node, guardOf(node)), type),
    docs: [{ description }],
  });
  const unknown = unknownVariantOf(union.node);
  return [
    print(unknown, fallback, unknownType(printing), `Whether a value is a \`${closed}\` of no known tag.`),
    print(openUnionOf(union.node), union.node, open, `Whether a value is a valid \`${closed}\`.`),
  ];
}

/** A table of the pairs of two tags, and the function that asks it. */
export function printKnownTags({ union, names, second }: UnionPrinting): StatementStructures[] {
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
      statements: [isMixed(union) ? knownMixed(names) : knownPair(names)],
    },
  ];
}

function knownPair({ knownTags }: UnionNames): Code {
  return code`return ${nameCode(knownTags)}.get(first)?.includes(second) ?? false;`;
}

/** What has no second tag is known by the first. */
function knownMixed({ knownTags }: UnionNames): Code {
  const table = nameCode(knownTags);
  return code`const leaves = ${table}.get(first);\nreturn leaves !== undefined && (leaves.length === 0 || leaves.includes(second));`;
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
    ...tags.map((tag) => isUnknownString(printing, tag)),
    not(isKnown(printing, value)),
    ...(union.form === "branches" ? envelope : [flatEnvelope(printing)]),
  ]);
}

/** A second tag that not all variants have need not be there beside an unknown first. */
function isUnknownString({ union, first, second }: UnionPrinting, tag: TagPrinting): Condition {
  const isString = compare(code`typeof ${tag.read(value)}`, "===", code`"string"`);
  if (tag !== second || !isMixed(union)) return isString;
  return any([not(callTest(code`${nameCode(first.names.guard)}(${first.read(value)})`)), isString]);
}

/** Whether the tags of a value, which are read as they are, are ones that the schema has. */
export function isKnown({ names, first, second }: UnionPrinting, subject: Code): Condition {
  const read = first.read(subject);
  if (!second) return callTest(code`${nameCode(first.names.guard)}(${read})`);
  return callTest(code`${nameCode(names.hasKnownTags)}(${read}, ${second.read(subject)})`);
}

function flatEnvelope({ models, scope, union }: UnionPrinting): Condition {
  const keys = new Set(union.tags.map((tag) => pathOf(tag)[0]));
  const whole = planOf(models, union.node);
  const logic = union.form === "based" ? [] : whole.logic;
  const plan = { ...whole, logic };
  const properties = plan.properties.filter(({ key }) => !keys.has(key));
  const printing = startPrinting(models, scope, toCamelCase(declarationNames(models, union.node).type));
  return planCondition(printing, { ...plan, properties }, value);
}
