import { nodeOf } from "../facts/conjuncts.js";
import { isIdentifierName, spellOut, toPascalCase } from "../identifier.js";
import { parsePointer } from "../pointer.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { TagValue } from "../unions/unions.js";
import { fragmentOf, withoutFragment } from "../uri.js";

/** The name that a node has been given, if it has one yet. */
export type NameOf = (node: NodeId) => string | undefined;

/** A root's names: the config's, its title, then its `$id` and file name. */
export function rootCandidates(node: SchemaNode, configured: string | undefined): string[] {
  const { title } = node.annotations;
  const given = [...(isShort(title) ? [title] : []), ...node.givenNames];
  const names = [...(configured === undefined ? [] : [configured]), ...(given.length > 0 ? given : ["Root"])];
  const [first = ""] = names;
  // What the config says stays as it is, where it is a name.
  const kept = isIdentifierName(configured ?? "") ? [configured ?? ""] : [];
  return [...kept, ...toNames(names), spellOut(first)];
}

/**
 * A definition's names, best first: what its author gave it; that with the names of what it stands in before it, from the
 * nearest to the whole path; then spelled out. Names of the title come last.
 */
export function definitionCandidates(graph: SchemaGraph, node: SchemaNode, nameOf: NameOf): string[] {
  const { title } = node.annotations;
  const named = [...node.givenNames, ...(title === undefined ? [] : [title])];
  // A property that every form withholds, and that a reference leads to, is called by its key.
  const given = named.length > 0 ? named : parsePointer(fragmentOf(node.source)).slice(-1);
  const names = toNames(given);
  const prefixes = listPrefixes(graph, node, nameOf);
  const [first] = given;
  const spelled = first === undefined ? [] : [(prefixes.at(-1) ?? "") + spellOut(first)];
  return [...names, ...prefixes.flatMap((prefix) => names.map((name) => prefix + name)), ...spelled];
}

/** A title is a name where it reads as one; a sentence is not. */
function isShort(title: string | undefined): title is string {
  return title !== undefined && title.length <= 60 && toPascalCase(title) !== "";
}

function toNames(given: readonly string[]): string[] {
  return given.map((name) => (name === "" ? "Empty" : toPascalCase(name))).filter((name) => name !== "");
}

/** Keys under which schemas stand, and that say nothing of them. */
const holders: ReadonlySet<string> = new Set(["$defs", "definitions", "components", "schemas"]);

/** `b`, `aB`, `documentAB` for a definition that stands in `b`, which stands in `a`; last with the root's name before it. */
function listPrefixes(graph: SchemaGraph, { source }: SchemaNode, nameOf: NameOf): string[] {
  const uri = withoutFragment(source);
  const tokens = parsePointer(source.slice(uri.length + 1)).slice(0, -1);
  const path = tokens.filter((token) => !holders.has(token)).map(toPascalCase);
  const [root = ""] = graph.roots;
  const owners = [nameOfDocument(graph, uri, nameOf), ...path].filter((name) => name !== "");
  const prefixes = owners.map((_, index) => owners.slice(index).join("")).toReversed();
  const rootName = nameOf(root);
  const isApart = rootName !== undefined && !prefixes.includes(rootName);
  return isApart ? [...prefixes, rootName + (prefixes.at(-1) ?? "")] : prefixes;
}

function nameOfDocument(graph: SchemaGraph, uri: string, nameOf: NameOf): string {
  const id = `${uri}#`;
  const given = graph.nodes.get(id)?.givenNames[0] ?? fileNameOf(uri);
  return nameOf(id) ?? toPascalCase(given);
}

function fileNameOf(uri: string): string {
  const [last = ""] = /[^/:?]*$/.exec(uri.replace(/\?.*$/s, "")) ?? [];
  return fragmentOf(`#${last}`).replace(/(\.schema)?\.(json|ya?ml)$/i, "");
}

/**
 * The names of a meaning that differs from the plain one of its schema: that one's, with how it is read (`ShapeExact`, `UserWrite`),
 * or what its dynamic references lead to (`TreeInStrictTree`).
 */
export function meaningCandidates(graph: SchemaGraph, node: SchemaNode, nameOf: NameOf): string[] {
  const { id, source, scope } = node;
  const outer = scope.map((anchored) => nameOf(anchored) ?? pathCandidates(graph, anchored, nameOf)[0] ?? "");
  const ending = nameReading(id.slice(source.length)) + (outer.length > 0 ? `In${outer.join("And")}` : "");
  const plain = graph.nodes.get(source);
  const known = nameOf(source);
  const inline = plain?.parent ? pathCandidates(graph, source, nameOf) : [];
  // Without a plain meaning that has the name, the author's names are free.
  const given = plain ? [] : definitionCandidates(graph, node, nameOf);
  const names = [...(known === undefined ? [] : [known]), ...inline, ...given].map((name) => name + ending);
  // An author who tells the two apart may have called another definition so.
  return ending.endsWith("Write") ? [...names, ...names.map((name) => `${name}Form`)] : names;
}

/** `?exact?write` → `ExactWrite`; `?waives:id` → `WithOptionalId`; what follows of the dynamic scope is not of these kinds. */
function nameReading(ending: string): string {
  const [reading = ""] = /^(?:\?[a-z-]+(?=\?|$))*(?:\?waives:[^?]*)?/.exec(ending) ?? [];
  const [modes = "", waived] = reading.split("?waives:");
  const name = modes.split("?").map(toPascalCase).join("");
  if (waived === undefined) return name;
  const optional = waived.split("&").map((each) => toPascalCase(each.replaceAll(/%(25|3F|26)/g, "-")));
  return `${name}WithOptional${optional.join("And")}`;
}

/** The names of an inline schema: its title, or the path from the declaration that holds it. */
export function pathCandidates(graph: SchemaGraph, id: NodeId, nameOf: NameOf): string[] {
  const { nested } = nodeOf(graph, id);
  if (nested) return nestedCandidates(graph, id, nested, nameOf);
  const steps: string[] = [];
  let node = nodeOf(graph, id);
  while (node.parent && (node.id === id || nameOf(node.id) === undefined)) {
    steps.unshift(nameStep(node.parent.tokens));
    node = nodeOf(graph, node.parent.node);
  }
  const owner = (nameOf(node.id) ?? "") + steps.slice(0, -1).join("");
  const { parent } = nodeOf(graph, id);
  return [
    ...titleCandidates(graph, id),
    owner + (steps.at(-1) ?? ""),
    owner + spellOut(parent?.tokens.at(-1) ?? ""),
  ];
}

/** The names of what stands too deep for its whole path: its title, or the definition that holds it with the level. */
function nestedCandidates(
  graph: SchemaGraph,
  id: NodeId,
  { definition, level, tokens }: NonNullable<SchemaNode["nested"]>,
  nameOf: NameOf,
): string[] {
  const name = `${nameOf(definition) ?? ""}Level${level}${nameStep(tokens)}`;
  return [...titleCandidates(graph, id), name];
}

function titleCandidates(graph: SchemaGraph, id: NodeId): string[] {
  const { title } = nodeOf(graph, id).annotations;
  return isShort(title) ? [toPascalCase(title)] : [];
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
  dependentSchemas: (key) => `With${toPascalCase(key) || spellOut(key)}`,
  propertyNames: () => "Name",
  contains: () => "ContainedItem",
  unevaluatedItems: () => "Item",
  unevaluatedProperties: () => "Value",
  contentSchema: () => "Content",
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

/** A name that only this declaration has: a digest of its key follows, which is the same on every machine. */
export function lastResort(name: string, key: string): string {
  let digest = 0x81_1c_9d_c5;
  for (const character of key)
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return `${name}_${digest.toString(36)}`;
}
