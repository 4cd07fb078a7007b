import type { Facts } from "../facts/facts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { openString, uniteTypes } from "./algebra.js";
import type { Type } from "./type-model.js";

/** The type without the listed values that one of the schemas certainly admits. */
export function excludeValues(facts: Facts, type: Type, refuted: ReadonlySet<NodeId>): Type {
  if (refuted.size === 0) return type;
  const isExcluded = (value: string | number | boolean): boolean =>
    [...refuted].some((id) => facts.mustAdmit(id, value));
  const members = type.kind === "union" ? type.members : [type];
  return uniteTypes(
    members.flatMap((member): readonly Type[] => {
      if (member.kind === "literal") return isExcluded(member.value) ? [] : [member];
      if (member.kind === "open-string")
        return [openString(member.values.filter((value) => !isExcluded(value)))];
      if (member.kind !== "primitive" || member.name !== "boolean") return [member];
      return [true, false].filter((value) => !isExcluded(value)).map((value) => ({ kind: "literal", value }));
    }),
  );
}
