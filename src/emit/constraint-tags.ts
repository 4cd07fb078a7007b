import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import { commentCode, commentText, commentValue } from "./code.js";
import type { Models } from "./context.js";
import { isShown } from "./shown.js";

const numbers = [
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minProperties",
  "maxProperties",
  "uniqueItems",
] as const;

/** A tag for each constraint that is one value and that the type does not show: `@minLength 3`. */
export function constraintTags(models: Models, node: NodeId): string[] {
  const schema = keywordsOf(models.graph, node);
  const has = (keyword: keyof CanonicalSchema): boolean =>
    schema[keyword] !== undefined && !isShown(models, node, keyword);
  return [
    ...(schema.type?.includes("integer") ? ["@asType integer"] : []),
    ...numbers.filter(has).map((keyword) => `@${keyword} ${schema[keyword]}`),
    ...(schema.pattern && has("pattern") ? [`@pattern ${commentCode(schema.pattern.source)}`] : []),
    ...(schema.format && has("format") ? [`@format ${onOneLine(schema.format.name)}`] : []),
    ...(["minItems", "maxItems"] as const).filter(has).map((keyword) => `@${keyword} ${schema[keyword]}`),
    ...contentTags(nodeOf(models.graph, node)),
    ...(schema.extensions ?? []).map(({ name, argument }) => `@${onOneLine(name)} ${commentValue(argument)}`),
  ];
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-8 */
function contentTags({ annotations }: SchemaNode): string[] {
  return (["contentMediaType", "contentEncoding"] as const).flatMap((keyword) => {
    const text = annotations[keyword];
    return text === undefined ? [] : [`@${keyword} ${onOneLine(text)}`];
  });
}

function onOneLine(text: string): string {
  return commentText(text).replaceAll("\n", " ");
}
