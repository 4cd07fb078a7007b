import type { DeclarationNames } from "../names/names.js";
import type { DeclarationId } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { TagValue, Union } from "../unions/unions.js";
import { wordsOf } from "../unions/unions.js";
import { commentText, commentValue } from "./code.js";
import type { Models } from "./context.js";
import { listKnownValues } from "./known-values.js";
import { documentNode } from "./documentation.js";

/** The documentation of a declared type: its schema's, or what it is to its union. */
export function describeDeclaration(models: Models, id: DeclarationId, names: DeclarationNames): string {
  if (models.graph.nodes.has(id)) return documentNode(models, id);
  if (names.role === "known") return describeKnown(models, id);
  for (const union of models.unions.values()) {
    const text = describePart(models, union, id, names);
    if (text !== undefined) return text;
  }
  return "";
}

function describeKnown(models: Models, id: DeclarationId): string {
  const open = listKnownValues(models).find((each) => each.id === id);
  const name = open && models.names.declarations.get(open.node)?.type;
  return `Every \`${name ?? ""}\` that the schema lists.`;
}

function describePart(
  models: Models,
  union: Union,
  id: DeclarationId,
  names: DeclarationNames,
): string | undefined {
  const name = models.names.declarations.get(union.node)?.type ?? "";
  const [first, second] = union.tags.map((tag) => commentText(wordsOf(tag).join(".")));
  if (id === unknownVariantOf(union.node)) {
    const pair =
      second === undefined ? "" : `, or a known one with a \`${second}\` that it does not know for it`;
    return `A well-formed \`${name}\` whose \`${first}\` the schema does not know yet${pair}.`;
  }
  if (id === openUnionOf(union.node))
    return `Every \`${name}\`, and those that the schema does not know yet.`;
  for (const variant of union.variants) {
    const tag = `\`${first}\` ${say(variant.value)}`;
    if (id === variant.id && names.role === "variant") return `The \`${name}\` with ${tag}.`;
    const leaf = variant.leaves.find((each) => each.id === id);
    if (leaf) return `The \`${name}\` with ${tag} and \`${second}\` ${say(leaf.value)}.`;
  }
  return undefined;
}

function say(value: TagValue): string {
  return value === undefined ? "absent" : `\`${commentValue(value)}\``;
}
