import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { toPascalCase } from "../identifier.js";
import type { SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Unions } from "../unions/unions.js";
import { brandCandidates, brandId } from "./brands.js";
import { findEnums } from "./enums.js";
import { configuredName, publishedName, reportUnmatchedNames } from "./fixed-names.js";
import type { NameOptions } from "./name-pass.js";
import { NamePass } from "./name-pass.js";
import type { Names } from "./names.js";
import { chooseNodesToName } from "./nodes-to-name.js";
import { listParts } from "./union-parts.js";

export { checkConfiguredNames } from "./fixed-names.js";
export type { NameOptions } from "./name-pass.js";

/**
 * Gives every name, in passes over one set of taken names: those that the config or the last run settled; definitions, their
 * other meanings, unions with their variants, and inline schemas that a name helps. A name that had to give way is noted.
 */
export function giveNames(
  graph: SchemaGraph,
  facts: Facts,
  unions: Unions,
  options: NameOptions,
): Outcome<Names> {
  const pass = new NamePass(graph, options);
  const apart = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  const definitions = apart.filter(({ nested }) => nested === undefined);
  const chosen = chooseNodesToName(graph, facts);
  const hoisted = [
    ...apart.filter(({ nested }) => nested !== undefined).map(({ id }) => id),
    ...chosen.hoisted,
  ];
  const declared = [
    ...definitions.map(({ id }) => ({ id, role: "definition" as const })),
    ...[...unions.values()].flatMap(listParts),
    ...hoisted.map((id) => ({ id, role: "hoisted" as const })),
  ];
  for (const { id, role } of declared) pass.settle(id, role, configuredName(options, graph, id));
  const brands = [...(options.brands ?? [])];
  for (const format of brands)
    pass.nameBrand(format, listGiven(configuredName(options, graph, brandId(format))));
  for (const { id, role } of declared) pass.settle(id, role, publishedName(options, id));
  for (const format of brands) pass.nameBrand(format, listGiven(publishedName(options, brandId(format))));
  for (const node of definitions.filter((each) => bearsItsName(graph, each))) pass.nameDefinition(node);
  for (const node of definitions.filter(isPlain)) pass.nameDefinition(node);
  for (const node of definitions) pass.nameDefinition(node);
  for (const union of unions.values()) pass.nameUnion(union);
  for (const id of hoisted) pass.nameInline(id, "hoisted");
  for (const id of chosen.internal) pass.nameInline(id, "internal");
  for (const format of brands) pass.nameBrand(format, brandCandidates(format));
  const enums =
    options.enums === "const"
      ? findEnums(graph, facts, [...definitions.map(({ id }) => id), ...hoisted])
      : [];
  for (const each of enums) pass.nameEnum(each);
  for (const exported of options.extensions ?? []) pass.nameExtension(exported);
  const { value, diagnostics } = pass.finish();
  const unmatched = reportUnmatchedNames(options, graph, [
    ...value.declarations.keys(),
    ...brands.map(brandId),
  ]);
  return { value, diagnostics: [...diagnostics, ...unmatched, ...reportRootless(graph, options.name)] };
}

/** A warning where the config names a root, and a whole API description is generated from. */
function reportRootless({ roots }: SchemaGraph, name: string | undefined): Diagnostic[] {
  if (name === undefined || roots.length > 0) return [];
  return [
    diagnose(
      "name-unmatched",
      `The config names the root type \`${name}\`, and a whole API description has none.`,
      "Leave `name` out, or ask for one schema with a pointer, as in `api.yaml#/components/schemas/Name`.",
    ),
  ];
}

function listGiven(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

function isPlain({ id, source }: SchemaNode): boolean {
  return id === source;
}

/** The roots, and definitions whose key is an identifier as it stands, go before those whose key only becomes the same one. */
function bearsItsName(graph: SchemaGraph, node: SchemaNode): boolean {
  const [first] = node.givenNames;
  const isNamed = first !== undefined && toPascalCase(first) === first;
  return graph.roots.includes(node.id) || (isNamed && isPlain(node));
}
