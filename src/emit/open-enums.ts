import type { FunctionDeclarationStructure } from "ts-morph";
import { nodeOf } from "../facts/conjuncts.js";
import { toCamelCase } from "../identifier.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { DeclarationId, Type } from "../types/type-model.js";
import { knownValuesOf } from "../types/type-model.js";
import { code } from "./code.js";
import type { Models } from "./context.js";
import { startPrinting } from "./guard-expression.js";
import { literalCondition } from "./guard-literals.js";
import { predicate } from "./guards-module.js";
import type { Scope } from "./scope.js";
import { docsOf } from "./types-module.js";

/** An open enum that has a name, and what its known values are called. */
export interface KnownValues {
  readonly node: NodeId;
  readonly id: DeclarationId;
  readonly names: DeclarationNames;
  readonly values: readonly string[];
}

export function listKnownValues({ graph, names }: Models): readonly KnownValues[] {
  return [...graph.nodes.values()].flatMap(({ id: node, annotations }) => {
    const id = knownValuesOf(node);
    const known = names.declarations.get(id);
    return known && annotations.openEnum ? [{ node, id, names: known, values: annotations.openEnum }] : [];
  });
}

/** The type of a declaration with the values that an open enum knows under their name. */
export function nameKnownValues({ graph, names }: Models, node: DeclarationId, type: Type): Type {
  const target = knownValuesOf(node);
  if (!names.declarations.has(target)) return type;
  const { openEnum = [] } = nodeOf(graph, node).annotations;
  const members = type.kind === "union" ? type.members : [type];
  const named = members.flatMap((member): readonly Type[] => {
    const isAll = member.kind === "open-string" && member.values.length === openEnum.length;
    return isAll
      ? [
          { kind: "reference", target },
          { ...member, values: [] },
        ]
      : [member];
  });
  return { kind: "union", members: named };
}

/** For each of them whether a value is one that the schema knows. */
export function printKnownGuards(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  return listKnownValues(models).map(({ node, names, values }) => {
    const type = scope.useType("types", names.type);
    const printing = startPrinting(models, scope, toCamelCase(names.type));
    const test = literalCondition(printing, { values, site: { node, tokens: ["type"] } }, code`value`);
    const description = `Whether a value is a {@link ${type}}.`;
    return { ...predicate(names.guard, test, type), docs: docsOf(description) };
  });
}
