import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import { isLengthShown } from "../types/arrays.js";
import type { Member } from "../types/type-model.js";
import type { Code } from "./code.js";
import { code, commentText, commentValue, commentBlock } from "./code.js";
import type { Models } from "./context.js";

/** The lines of a node's documentation: what its author says, then tags for what the type cannot show. */
export function documentNode(models: Models, node: NodeId): string {
  const { annotations } = nodeOf(models.graph, node);
  const { title, description, deprecated, examples = [] } = annotations;
  const name = models.names.declarations.get(node)?.type;
  const lead = title !== undefined && title !== name ? title : undefined;
  const text = [lead, description]
    .filter((part) => part !== undefined)
    .filter((part, index, all) => all.indexOf(part) === index);
  const tags = [
    ...(deprecated ? ["@deprecated"] : []),
    ...constraintTags(models, node),
    ...("default" in annotations && annotations.default !== undefined
      ? [`@default ${commentValue(annotations.default)}`]
      : []),
    ...examples.map((example: JsonValue) => `@example ${commentValue(example)}`),
  ];
  return [...text.map(commentText).filter((part) => part !== ""), tags.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The member's documentation as a block comment before it; empty where there is nothing to say. */
export function documentMember(models: Models, { source }: Member): Code {
  const text = source === undefined ? "" : documentNode(models, source);
  return text === "" ? code`` : commentBlock(text);
}

const valueTags = [
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

/** `@minLength 3` and its like. */
function constraintTags(models: Models, node: NodeId): string[] {
  const schema = keywordsOf(models.graph, node);
  const tags = valueTags
    .filter((keyword) => schema[keyword] !== undefined)
    .map((keyword) => `@${keyword} ${schema[keyword]}`);
  if (schema.type?.includes("integer")) tags.unshift("@asType integer");
  if (schema.pattern) tags.push(`@pattern ${commentText(schema.pattern.source).replaceAll("\n", "\\n")}`);
  if (schema.format) tags.push(`@format ${commentText(schema.format.name).replaceAll("\n", " ")}`);
  for (const { name, argument } of schema.extensions ?? []) {
    tags.push(`@${commentText(name).replaceAll("\n", " ")} ${commentValue(argument)}`);
  }
  const type = models.types.nodes.get(node);
  if (type && !isLengthShown(schema, type)) {
    for (const keyword of ["minItems", "maxItems"] as const) {
      if (schema[keyword] !== undefined) tags.push(`@${keyword} ${schema[keyword]}`);
    }
  }
  return tags;
}
