import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { toPascalCase } from "../identifier.js";
import { parsePointer } from "../pointer.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { knownValuesOf } from "../types/type-model.js";
import type { Unions } from "../unions/unions.js";
import { brandCandidates, brandId } from "./brands.js";
import type { Enum } from "./enums.js";
import { findEnums, findOpenEnums } from "./enums.js";
import { authoredName, checkAuthoredNames, listImports } from "./authored-types.js";
import { configuredName, isEmpty, publishedName, reportUnmatchedNames } from "./fixed-names.js";
import { listIdentities } from "./inline-candidates.js";
import type { NameOptions } from "./name-pass.js";
import { NamePass } from "./name-pass.js";
import type { Names } from "./names.js";
import { chooseNodesToName } from "./nodes-to-name.js";
import { checkPartStems } from "./part-stems.js";
import type { UnionPart } from "./union-parts.js";
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
  const outside = [...unions.values()].filter(({ tags: [first] }) => first.kind === "external");
  const pass = new NamePass(graph, facts, options, new Set(outside.map(({ node }) => node)));
  const apart = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  const definitions = apart.filter(({ nested }) => nested === undefined);
  const chosen = chooseNodesToName(graph, facts, options.byTitle);
  const hoisted = [
    ...apart.filter(({ nested }) => nested !== undefined).map(({ id }) => id),
    ...new Set([...chosen.hoisted, ...listCutBranches(graph, unions)]),
  ];
  const named = [...definitions.map(({ id }) => id), ...hoisted];
  const open = findOpenEnums(graph, facts, named);
  settleNames(pass, graph, options, [
    ...definitions.map(({ id }) => ({ id, role: "definition" as const })),
    ...[...unions.values()].flatMap((union) => listParts(union, options.stems?.get(union.node))),
    ...hoisted.map((id) => ({ id, role: "hoisted" as const })),
    ...open.map((id) => ({ id: knownValuesOf(id), role: "known" as const })),
  ]);
  for (const node of definitions.filter((each) => bearsItsName(graph, each))) pass.nameDefinition(node);
  for (const node of outermostFirst(definitions.filter(isPlain))) pass.nameDefinition(node);
  for (const node of definitions) pass.nameDefinition(node);
  for (const union of unions.values()) pass.nameUnion(union);
  const own = listOwnNames(graph, hoisted);
  for (const id of hoisted) pass.nameInline(id, "hoisted", own.get(id));
  for (const id of chosen.internal) pass.nameInline(id, "internal");
  for (const union of unions.values()) pass.nameConstructors(union);
  for (const id of open) pass.nameKnownValues(id);
  nameExtras(pass, graph, options, options.enums === "const" ? findEnums(graph, facts, named) : []);
  const { value, diagnostics } = pass.finish();
  const known = [...value.declarations.keys(), ...(options.brands ?? []).map(brandId)];
  return {
    value,
    diagnostics: [
      ...diagnostics,
      ...reportUnmatchedNames(options, graph, known),
      ...checkPartStems(unions, options.stems ?? new Map(), value),
      ...checkAuthoredNames(graph),
      ...reportRootless(graph, options.name),
    ],
  };
}

/** Branches written in place whose guard helpers of their union call, since no variant is just what the branch is. */
function listCutBranches({ nodes }: SchemaGraph, unions: Unions): readonly NodeId[] {
  const branches = [...unions.values()].flatMap(({ variants, fallback }) => [
    ...variants.flatMap((variant) => {
      const isBranch = !variant.isCut && variant.branches.length === 1;
      const asked = isBranch ? [] : [variant, ...variant.leaves].filter(({ isOfUnion }) => !isOfUnion);
      return asked.flatMap((part) => part.branches);
    }),
    ...(fallback === undefined ? [] : [fallback]),
  ]);
  return branches.filter((id) => nodes.get(id)?.parent !== undefined);
}

/** The names that are known beforehand: the config's, then the author's, then what the last run gave. */
function settleNames(
  pass: NamePass,
  graph: SchemaGraph,
  options: NameOptions,
  declared: readonly (Pick<UnionPart, "id" | "role"> & Partial<UnionPart>)[],
): void {
  const brands = options.brands ?? [];
  if (!isEmpty(options.names)) {
    for (const { id, role } of declared) pass.settle(id, role, configuredName(options, graph, id));
    for (const format of brands)
      pass.nameBrand(format, listGiven(configuredName(options, graph, brandId(format))));
  }
  for (const { id, role } of declared) pass.settle(id, role, authoredName(graph, id, options.name));
  if (isEmpty(options.published)) return;
  for (const { id, role, isConfigured } of declared) {
    if (!isConfigured) pass.settle(id, role, publishedName(options, id));
  }
  for (const format of brands) pass.nameBrand(format, listGiven(publishedName(options, brandId(format))));
}

function listGiven(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

/** What stands beside the declarations, and gives way to them. */
function nameExtras(pass: NamePass, graph: SchemaGraph, options: NameOptions, enums: readonly Enum[]): void {
  for (const type of listImports(graph)) pass.nameImport(type);
  for (const format of options.brands ?? []) pass.nameBrand(format, brandCandidates(format));
  for (const each of enums) pass.nameEnum(each);
  for (const exported of options.extensions ?? []) pass.nameExtension(exported);
  for (const { id, parent } of graph.nodes.values()) if (parent === undefined) pass.nameSchema(id);
  if (options.reading) pass.nameReading();
}

/** The names, of its `$id` and title, that each of the inline schemas has alone. */
function listOwnNames(
  graph: SchemaGraph,
  hoisted: readonly NodeId[],
): ReadonlyMap<NodeId, readonly string[]> {
  const names = hoisted.map((id) => [id, listIdentities(graph, id)] as const);
  const counts = new Map<string, number>();
  for (const name of names.flatMap(([, own]) => own)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(names.map(([id, own]) => [id, own.filter((name) => counts.get(name) === 1)]));
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

/** What stands within another definition gives way. */
function outermostFirst(definitions: readonly SchemaNode[]): readonly SchemaNode[] {
  const depths = new Map(definitions.map((node) => [node, parsePointer(node.place.pointer).length] as const));
  return definitions.toSorted((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0));
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
