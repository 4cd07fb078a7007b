import { isIdentifierName, spellOut, toPascalCase } from "../identifier.js";
import { parsePointer } from "../pointer.js";
import type { SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { fragmentOf, relativeUri, withoutFragment } from "../uri.js";
import type { NameOf } from "./branch-labels.js";
import type { Naming } from "./inline-candidates.js";
import { inlineCandidates, isShort } from "./inline-candidates.js";
import { isUriKey, listEndings } from "./uri-names.js";

/** A root's names: the config's, then, of a whole document, its title, `$id` and file name; of a definition, its key first. */
export function rootCandidates(node: SchemaNode, configured: string | undefined): string[] {
  const { title } = node.annotations;
  const titles = isShort(title) ? [title] : [];
  const given = isDocument(node) ? [...titles, ...node.givenNames] : [...node.givenNames, ...titles];
  const names = [...(configured === undefined ? [] : [configured]), ...(given.length > 0 ? given : ["Root"])];
  const [first = ""] = names;
  // What the config says stays as it is, where it is a name.
  const kept = isIdentifierName(configured ?? "") ? [configured ?? ""] : [];
  return [...kept, ...toNames(names), spellOut(first)];
}

/**
 * A definition's names, best first: its key and its `$id`, or its title, or its file's name; those with the names of what it stands
 * in before them, from the nearest to the whole path; then spelled out.
 */
export function definitionCandidates(naming: Naming, node: SchemaNode): string[] {
  // A property that every form withholds, and that a reference leads to, is called by its key.
  const own = parsePointer(fragmentOf(node.source)).slice(-1);
  const [given = own, ...others] = listIdentities(node);
  // A key without characters is left.
  const [first = ""] = given;
  const names = [...(naming.uriNames.get(first) ?? toNames([first])), ...toNames(given.slice(1))];
  const prefixes = listPrefixes(naming, node);
  return [
    ...names,
    ...prefixes.flatMap((prefix) => names.map((name) => prefix + name)),
    ...toNames(others.flat()),
    (prefixes.at(-1) ?? "") + spellOut(first),
  ];
}

/** What a definition is known by: its key and its `$id`, its title, its file; without those that it has not. */
function listIdentities({ annotations: { title }, givenNames, ...node }: SchemaNode): (readonly string[])[] {
  const file = isDocument(node) ? fileNameOf(withoutFragment(node.source)) : undefined;
  const titles = title === undefined || toPascalCase(title) === "" ? [] : [title];
  const [own, files] = [false, true].map((isFile) => givenNames.filter((name) => (name === file) === isFile));
  return [own ?? [], titles, files ?? []].filter((names) => names.length > 0);
}

/** The keys among the definitions that are URIs. */
export function listUriKeys({ nodes }: SchemaGraph): string[] {
  const definitions = [...nodes.values()].filter((node) => node.parent === undefined && !isDocument(node));
  return definitions.flatMap(({ givenNames }) => givenNames.slice(0, 1)).filter(isUriKey);
}

function isDocument({ source }: Pick<SchemaNode, "source">): boolean {
  return fragmentOf(source) === "";
}

function toNames(given: readonly string[]): string[] {
  return given.map((name) => (name === "" ? "Empty" : nameText(name))).filter((name) => name !== "");
}

/** Keys may be types of TypeScript, where `number[]` is not `number`. */
function nameText(text: string): string {
  return toPascalCase(text.replaceAll("[]", " Array "));
}

/** Keys under which schemas stand, and that say nothing of them. */
const holders: ReadonlySet<string> = new Set(["$defs", "definitions", "components", "schemas"]);

/** `b`, `aB`, `documentAB` for a definition that stands in `b`, which stands in `a`; last with the root's name before it. */
function listPrefixes(naming: Naming, { source }: SchemaNode): readonly string[] {
  const { graph, nameOf } = naming;
  const uri = withoutFragment(source);
  const [root = ""] = graph.roots;
  const tokens = parsePointer(source.slice(uri.length + 1)).slice(0, -1);
  const path = tokens
    .filter((token) => !holders.has(token))
    .map((token) => naming.uriNames.get(token)?.[0] ?? toPascalCase(token));
  const owners = [nameOfDocument(graph, uri, nameOf), ...path].filter((name) => name !== "");
  const prefixes =
    fragmentOf(source) === ""
      ? listFolders(uri, withoutFragment(root))
      : owners.map((_, index) => owners.slice(index).join("")).toReversed();
  const rootName = nameOf(root);
  const isApart = rootName !== undefined && !prefixes.includes(rootName);
  return isApart ? [...prefixes, rootName + (prefixes.at(-1) ?? "")] : prefixes;
}

/** The folders that a document stands in, from the nearest to all: of a file those that are not the root's, which differ by machine. */
function listFolders(uri: string, root: string): readonly string[] {
  if (!URL.canParse(".", uri)) return [];
  if (!uri.startsWith("file:")) return listEndings(new URL(".", uri).href);
  const path = relativeUri(root, uri).replace(/^(\.\.\/)+/, "");
  return path === uri ? [] : listEndings(new URL(".", `file:///${encodeURI(path)}`).href);
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
export function meaningCandidates(naming: Naming, node: SchemaNode): string[] {
  const { graph, nameOf } = naming;
  const { id, source, scope } = node;
  const outer = scope.map((anchored) => nameOf(anchored) ?? inlineCandidates(naming, anchored, [])[0] ?? "");
  const ending = nameReading(id.slice(source.length)) + (outer.length > 0 ? `In${outer.join("And")}` : "");
  const plain = graph.nodes.get(source);
  const known = nameOf(source);
  const inline = plain?.parent ? inlineCandidates(naming, source, []) : [];
  // Without a plain meaning that has the name, the author's names are free.
  const given = plain ? [] : definitionCandidates(naming, node);
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

/** A name that only this declaration has: a digest of its key follows, which is the same on every machine. */
export function lastResort(name: string, key: string): string {
  let digest = 0x81_1c_9d_c5;
  for (const character of key)
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return `${name}_${digest.toString(36)}`;
}
