import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Models } from "../emit/context.js";
import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import { appendPointer } from "../pointer.js";

/** What json-schema-to-typescript makes nothing of, and where Schemist's own types say more. */
const lost: readonly (keyof CanonicalSchema)[] = [
  ...(["not", "if", "dependentRequired", "dependentSchemas", "propertyNames"] as const),
  ...(["contains", "unevaluatedProperties", "unevaluatedItems"] as const),
];

/** Keywords that only json-schema-to-typescript knows, and that would say of a type what no guard asks. */
const unchecked: readonly string[] = ["tsType", "tsEnumNames"];

/** What became of the schemas: keywords that its types do not show, types that are Schemist's own, and keywords that it does not get. */
export function reportEngine({ graph }: Models, replaced: ReadonlySet<NodeId>): Diagnostic[] {
  return [...graph.nodes.values()].flatMap((node) => [
    ...reportLost(node),
    ...(replaced.has(node.id) ? [noteReplaced(node)] : []),
    ...reportUnchecked(node),
  ]);
}

function reportLost({ schema, place }: SchemaNode): Diagnostic[] {
  if (typeof schema === "boolean") return [];
  const keywords = lost.filter((keyword) => schema[keyword] !== undefined);
  return keywords.map((keyword) =>
    diagnose(
      "engine-type-wider",
      `json-schema-to-typescript makes nothing of \`${keyword}\`, and the type does not show it.`,
      "The guard checks it exactly.",
      { uri: place.uri, pointer: appendPointer(place.pointer, keyword) },
    ),
  );
}

function noteReplaced({ place }: SchemaNode): Diagnostic {
  return diagnose(
    "engine-type-replaced",
    "json-schema-to-typescript has no sound form for this schema, and its type is printed by Schemist.",
    "Nothing need be done.",
    place,
  );
}

function reportUnchecked({ annotations, place }: SchemaNode): Diagnostic[] {
  const keywords = unchecked.filter((keyword) => annotations.unknown?.has(keyword));
  return keywords.map((keyword) =>
    diagnose(
      "engine-keyword-ignored",
      `\`${keyword}\` is not passed on to json-schema-to-typescript: the guard would not agree with the type.`,
      "Say in JSON Schema what the values are, or remove the keyword.",
      { uri: place.uri, pointer: appendPointer(place.pointer, keyword) },
    ),
  );
}
