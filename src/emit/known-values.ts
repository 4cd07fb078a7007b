import { nodeOf } from "../facts/conjuncts.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { DeclarationId, Type } from "../types/type-model.js";
import { knownValuesOf } from "../types/type-model.js";
import type { Models } from "./context.js";

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
