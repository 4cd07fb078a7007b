import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import { listConjuncts } from "../facts/keyword-table.js";
import type { JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Annotations, NodeId } from "../schema/schema-graph.js";
import type { Member } from "../types/type-model.js";
import type { Code } from "./code.js";
import { code, commentBlock, commentExample, commentLink, commentMarkdown } from "./code.js";
import { constraintSentences } from "./constraint-sentences.js";
import { constraintTags } from "./constraint-tags.js";
import type { Models } from "./context.js";

/** What no type can say of an open enum. */
const othersMayCome = "Other strings than those listed may come.";

/** The lines of a node's documentation: what its author says, then, in sentences and tags, what the type does not show. */
export function documentNode(models: Models, node: NodeId): string {
  const { annotations } = nodeOf(models.graph, node);
  const { title, description, deprecated, examples = [] } = annotations;
  const name = models.names.declarations.get(node)?.type;
  const texts = [title === name ? undefined : title, description].filter((text) => text !== undefined);
  const parts = listParts(models, node);
  const isOpen = parts.some((part) => nodeOf(models.graph, part).annotations.openEnum !== undefined);
  const sentences = new Set([
    ...(isOpen && models.facts.literals(node) === undefined ? [othersMayCome] : []),
    ...parts.flatMap((part) => constraintSentences(models, part)),
  ]);
  const paragraphs = new Set([...texts.map(commentMarkdown), [...sentences].join("\n")]);
  const tags = [
    ...(deprecated ? ["@deprecated"] : []),
    ...new Set(parts.flatMap((part) => constraintTags(models, part))),
    ...("default" in annotations && annotations.default !== undefined
      ? [tagValue("default", annotations.default)]
      : []),
    ...examples.map((example) => tagValue("example", example)),
    ...linkDocs(annotations),
  ];
  return [...paragraphs, tags.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** The node and what applies to the same instance without a name of its own, under which it would be documented. */
function listParts({ graph, names }: Models, node: NodeId): readonly NodeId[] {
  const parts = new Set([node]);
  // A set's iterator comes to what is added meanwhile.
  for (const part of parts) {
    for (const child of listConjuncts(keywordsOf(graph, part))) {
      if (!names.declarations.has(child)) parts.add(child);
    }
  }
  return [...parts];
}

/** The member's documentation as a block comment before it; empty where there is nothing to say. */
export function documentMember(models: Models, { source }: Member): Code {
  const text = source === undefined ? "" : documentNode(models, source);
  return text === "" ? code`` : commentBlock(text);
}

function tagValue(tag: "default" | "example", value: JsonValue): string {
  const text = commentExample(value);
  return text.startsWith("\n") ? `@${tag}${text}` : `@${tag} ${text}`;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#external-documentation-object */
function linkDocs({ externalDocs }: Annotations): string[] {
  if (!isJsonObject(externalDocs)) return [];
  const url = memberOf(externalDocs, "url");
  const description = memberOf(externalDocs, "description");
  if (typeof url !== "string") return [];
  return [`@see ${commentLink(url, typeof description === "string" ? description : undefined)}`];
}
