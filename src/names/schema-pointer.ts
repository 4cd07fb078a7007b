import { invariant } from "../invariant.js";
import type { Pointer } from "../pointer.js";
import { formatPointer } from "../pointer.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Names } from "./names.js";

/** Where a node stands in the schema that the package publishes: `/$defs/Event/properties/id`. */
export function schemaPointerOf(graph: SchemaGraph, names: Names, node: NodeId): Pointer {
  const steps: (readonly string[])[] = [];
  let current = graph.nodes.get(node);
  while (current?.parent) {
    steps.push(current.parent.tokens);
    current = graph.nodes.get(current.parent.node);
  }
  invariant(current, "nothing, or nothing known, holds", node);
  return formatPointer(["$defs", definitionKeyOf(names, current.id), ...steps.reverse().flat()]);
}

/** Whether the node stands where the tokens lead to from the holder. */
export function standsAt(node: SchemaNode | undefined, holder: NodeId, tokens: readonly string[]): boolean {
  const parent = node?.parent;
  if (parent?.node !== holder || parent.tokens.length !== tokens.length) return false;
  return tokens.every((token, index) => token === parent.tokens[index]);
}

/** The key of a definition in the published schema: the name of its type. */
export function definitionKeyOf(names: Names, definition: NodeId): string {
  const declared = names.declarations.get(definition);
  invariant(declared, "no name for the definition", definition);
  return declared.type;
}

/**
 * The pointer as the fragment of a URI, without `#`. A lone surrogate has no percent-encoding and stays as it is, so that
 * different pointers stay different.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
 */
export function toUriFragment(pointer: Pointer): string {
  // Most stay as they are, and to look for what does not takes longer.
  if (/^[\w\-.~!$&'()*+,;=:@/?]*$/.test(pointer)) return pointer;
  return pointer.replaceAll(/[^\w\-.~!$&'()*+,;=:@/?\p{Cs}]/gu, (character) => encodeURIComponent(character));
}
