import { nodeOf } from "../facts/conjuncts.js";
import { spellOut, toPascalCase } from "../identifier.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { TagValue } from "../unions/unions.js";

/** A definition's names, best first: what its author gave it, then with the root's name before it, then spelled out. */
export function definitionCandidates(node: SchemaNode, rootName: string | undefined): string[] {
  const { title } = node.annotations;
  const given = [...node.givenNames, ...(title === undefined ? [] : [title])];
  return finish(given, rootName ?? "", node.id);
}

/** A root's names: the config's, its title, then its `$id` and file name. */
export function rootCandidates(node: SchemaNode, configured: string | undefined): string[] {
  const { title } = node.annotations;
  const given = [configured, isShort(title) ? title : undefined, ...node.givenNames].filter(
    (name) => name !== undefined,
  );
  return finish(given.length > 0 ? given : ["Root"], "", node.id);
}

/** A title is a name where it reads as one; a sentence is not. */
function isShort(title: string | undefined): title is string {
  return title !== undefined && title.length <= 60 && toPascalCase(title) !== "";
}

/** The names of an inline schema: its title, or the path from the declaration that holds it. */
export function pathCandidates(
  graph: SchemaGraph,
  id: NodeId,
  nameOf: (node: NodeId) => string | undefined,
): string[] {
  const steps: string[] = [];
  let node = nodeOf(graph, id);
  while (node.parent && (node.id === id || nameOf(node.id) === undefined)) {
    steps.unshift(nameStep(node.parent.tokens));
    node = nodeOf(graph, node.parent.node);
  }
  const owner = nameOf(node.id) ?? "";
  const { title } = nodeOf(graph, id).annotations;
  const titled = isShort(title) ? [toPascalCase(title)] : [];
  return [
    ...titled,
    owner + steps.join(""),
    `${owner}${steps.join("")}${spellOut(nodeOf(graph, id).parent?.tokens.at(-1) ?? "")}`,
    lastResort(owner, id),
  ];
}

const stepNames: Readonly<Record<string, (token: string) => string>> = {
  properties: (key) => toPascalCase(key) || spellOut(key),
  patternProperties: () => "Value",
  additionalProperties: () => "Value",
  items: () => "Item",
  prefixItems: (index) => `Item${Number(index) + 1}`,
  anyOf: (index) => `Option${Number(index) + 1}`,
  oneOf: (index) => `Option${Number(index) + 1}`,
  allOf: (index) => `Part${Number(index) + 1}`,
  not: () => "Negation",
};

function nameStep([keyword = "", token = ""]: readonly string[]): string {
  return stepNames[keyword]?.(token) ?? toPascalCase(keyword);
}

/** `messages` → `Messages`; a value without letters is spelled after its tag (`Kind1`). */
export function nameTagValue(value: TagValue, tag: string): string {
  if (value === "") return "Empty";
  const pascal = toPascalCase(String(value));
  if (typeof value === "string" && /^\p{L}/u.test(pascal)) return pascal;
  return (
    toPascalCase(tag) + (typeof value === "string" ? pascal || spellOut(value) : spellOut(String(value)))
  );
}

function finish(given: readonly string[], prefix: string, id: NodeId): string[] {
  const names = given.map(toPascalCase).filter((name) => name !== "");
  const [first] = given;
  const spelled = first === undefined ? [] : [prefix + spellOut(first)];
  return [
    ...names,
    ...(prefix ? names.map((name) => prefix + name) : []),
    ...spelled,
    lastResort(names[0] ?? prefix, id),
  ];
}

/** A name that only this schema has: a digest of its id follows. */
export function lastResort(name: string, id: string): string {
  let digest = 0x81_1c_9d_c5;
  for (const character of id)
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return `${name}_${digest.toString(36)}`;
}
