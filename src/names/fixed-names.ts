import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { asIdentifier, toPascalCase } from "../identifier.js";
import { nearest } from "../nearest.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import { canNameType } from "./taken-names.js";

/** Names that are settled before any is made. */
export interface FixedNames {
  /** By the key of a definition, by its `$id`'s last segment, by its SchemaId, or by its published key. */
  readonly names: Readonly<Record<string, string>>;
  /** What the last run gave, by published key. */
  readonly published: Readonly<Record<string, string>>;
  /** The published key of a declaration: its id, but relative to the schema that is generated from. */
  readonly keyOf: (id: DeclarationId) => string;
}

/** What the config calls the declaration. */
export function configuredName(
  { names, keyOf }: FixedNames,
  graph: SchemaGraph,
  id: DeclarationId,
): string | undefined {
  const key = keysOf(graph, id, keyOf).find((each) => Object.hasOwn(names, each));
  return key === undefined ? undefined : names[key];
}

/** What the last run called the declaration; nothing that is no name, since the manifest may have been edited. */
export function publishedName({ published, keyOf }: FixedNames, id: DeclarationId): string | undefined {
  const key = keyOf(id);
  const name = Object.hasOwn(published, key) ? published[key] : undefined;
  return name !== undefined && canNameType(name) ? name : undefined;
}

/** To be asked once: to list many names takes as long as there are. */
export function isEmpty(names: Readonly<Record<string, string>>): boolean {
  return Object.keys(names).length === 0;
}

function keysOf(graph: SchemaGraph, id: DeclarationId, keyOf: FixedNames["keyOf"]): readonly string[] {
  const node = graph.nodes.get(id);
  // Other meanings of a schema are called after the plain one.
  const isPlain = node !== undefined && node.id === node.source;
  return [keyOf(id), id, ...(isPlain && node.parent === undefined ? node.givenNames : [])];
}

/** A warning for each name in the config that no declaration answers to. */
export function reportUnmatchedNames(
  { names, keyOf }: FixedNames,
  graph: SchemaGraph,
  declared: Iterable<DeclarationId>,
): Diagnostic[] {
  if (isEmpty(names)) return [];
  const known = new Set([...declared].flatMap((id) => keysOf(graph, id, keyOf)));
  return Object.keys(names)
    .filter((key) => !known.has(key))
    .map((key) => {
      const near = nearest(key, shortKeys(graph));
      const help =
        near.length > 0
          ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?`
          : "Use the key of a definition, or the URI of a schema.";
      return diagnose("name-unmatched", `The config names \`${key}\`, and no definition is called so.`, help);
    });
}

function shortKeys(graph: SchemaGraph): readonly NodeId[] {
  return [...graph.nodes.values()].flatMap(({ givenNames, parent }) => (parent ? [] : givenNames));
}

/** Names in the config that no type could bear. */
export function checkConfiguredNames(names: Readonly<Record<string, string>>): Diagnostic[] {
  return Object.entries(names)
    .filter(([, name]) => !canNameType(name))
    .map(([key, name]) =>
      diagnose(
        "name-invalid",
        `\`${name}\`, the configured name of \`${key}\`, is no name for a type of TypeScript.`,
        `Use letters, digits, \`_\` and \`$\`, as in \`${asIdentifier(toPascalCase(name) || "Name")}\`.`,
      ),
    );
}
