import { includesValue } from "../facts/equal-values.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, TypeName } from "../schema/schema-graph.js";
import { allTypes, isSubset, type TypeSet, typeNamesOf, typeSetOf } from "../schema/type-set.js";
import type { Change } from "./change.js";
import type { Drafter } from "./draft-change.js";
import { showValue } from "./show.js";

/** `type`. */
export function compareTypes(drafter: Drafter): Change[] {
  const [old, updated] = [readTypes(drafter.old.type), readTypes(drafter.new.type)];
  if (old === updated) return [];
  const kind = isSubset(old, updated)
    ? "type-wider"
    : isSubset(updated, old)
      ? "type-narrower"
      : "type-changed";
  const asked = { keywords: ["type"] } as const;
  const what = `The type is ${showTypes(updated)}, and was ${showTypes(old)}.`;
  return [drafter.draft(kind, what, { readers: asked, writers: asked })];
}

function readTypes(types: readonly TypeName[] | undefined): TypeSet {
  return types ? typeSetOf(types) : allTypes;
}

function showTypes(types: TypeSet): string {
  return types === allTypes ? "any" : typeNamesOf(types).join(" or ");
}

/** `enum` and `const`, a change for each value. */
export function compareListed(drafter: Drafter): Change[] {
  const [old, updated] = [listValues(drafter.old), listValues(drafter.new)];
  const asked = { keywords: ["enum", "const"] } as const;
  if (old === undefined && updated === undefined) return [];
  if (!old || !updated) {
    const what = updated
      ? "Only listed values are accepted."
      : "Other values than those listed are accepted.";
    return [
      drafter.draft(updated ? "check-tighter" : "check-looser", what, { readers: asked, writers: asked }),
    ];
  }
  const added = updated.filter((value) => !includesValue(old, value));
  const removed = old.filter((value) => !includesValue(updated, value));
  return [
    ...added.map((value) =>
      drafter.draft("value-added", `The value ${showValue(value)} is new.`, { readers: asked }),
    ),
    ...removed.map((value) =>
      drafter.draft("value-removed", `The value ${showValue(value)} is gone.`, { writers: asked }),
    ),
  ];
}

function listValues({ enum: values, const: constant }: CanonicalSchema): readonly JsonValue[] | undefined {
  if (constant === undefined) return values;
  return values === undefined || includesValue(values, constant.value) ? [constant.value] : [];
}
