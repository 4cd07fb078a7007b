import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { appendPointer } from "../pointer.js";
import type { SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Projection } from "./projection.js";
import type { Type } from "./type-model.js";

/** The projection of a schema whose type its author has made: of each JSON type, what that is of it. Nothing can be extended unseen. */
export function importProjection({ annotations }: SchemaNode, own: Projection): Projection {
  const { typescriptType } = annotations;
  if (!typescriptType || own.type.kind === "never") return own;
  const { module, name } = typescriptType;
  const type: Type = { kind: "imported", module, name };
  const parts = new Map([...own.parts.keys()].map((part) => [part, type]));
  return { ...own, type, parts, isExtendable: false };
}

/** A note for each such schema: we see the guard, and not the type. */
export function noteImportedTypes({ nodes }: SchemaGraph): Diagnostic[] {
  return [...nodes.values()].flatMap(({ id, source, place, annotations: { typescriptType: type } }) => {
    if (!type || id !== source) return [];
    const { uri, pointer } = place;
    return [
      diagnose(
        "type-imported",
        `The type of this schema is ${type.name} of ${JSON.stringify(type.module)}, which is not compared with it.`,
        "Keep the two in step: the type must admit what the guard accepts.",
        { uri, pointer: appendPointer(pointer, "x-typescript-type") },
      ),
    ];
  });
}
