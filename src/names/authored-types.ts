import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { appendPointer } from "../pointer.js";
import type { ImportedType, SchemaGraph } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import { canNameType } from "./taken-names.js";

/** What the schema itself says its type is called; a root's configured name goes before. */
export function authoredName(
  { nodes, roots }: SchemaGraph,
  id: DeclarationId,
  rootName: string | undefined,
): string | undefined {
  const node = nodes.get(id);
  // Other meanings of a schema are called after the plain one.
  if (node?.id !== node?.source || (rootName !== undefined && id === roots[0])) return undefined;
  const name = node?.annotations.typescriptName;
  return name !== undefined && canNameType(name) ? name : undefined;
}

/** Names that are words of TypeScript's own. */
export function checkAuthoredNames({ nodes }: SchemaGraph): Diagnostic[] {
  return [...nodes.values()].flatMap(({ id, source, place, annotations: { typescriptName: name } }) => {
    if (id !== source || name === undefined || canNameType(name)) return [];
    const { uri, pointer } = place;
    const at = { uri, pointer: appendPointer(pointer, "x-typescript-name") };
    const message = `\`${name}\` is no name for a type of TypeScript.`;
    return [diagnose("name-invalid", message, "Choose a word that is not reserved.", at)];
  });
}

/** The types of other modules that schemas name, in their order. */
export function listImports({ nodes }: SchemaGraph): readonly ImportedType[] {
  return [...nodes.values()].flatMap(({ annotations }) => annotations.typescriptType ?? []);
}
