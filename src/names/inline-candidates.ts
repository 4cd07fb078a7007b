import { nodeOf } from "../facts/conjuncts.js";
import { spellOut, toPascalCase } from "../identifier.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { BranchLabels, NameOf } from "./branch-labels.js";

/** What names are made from beside the schema itself. */
export interface Naming {
  readonly graph: SchemaGraph;
  readonly nameOf: NameOf;
  readonly labels: BranchLabels;
  /** Names for definitions whose keys are URIs, by key. */
  readonly uriNames: ReadonlyMap<string, readonly string[]>;
}

type Parent = NonNullable<SchemaNode["parent"]>;

/** The names of an inline schema: `own`, which it has to itself; or the path from the declaration that holds it. */
export function inlineCandidates(naming: Naming, id: NodeId, own: readonly string[]): string[] {
  const { graph, nameOf } = naming;
  const { nested, parent } = nodeOf(graph, id);
  if (nested)
    return [...own, `${nameOf(nested.definition) ?? ""}Level${nested.level}${fullStep(nested.tokens)}`];
  if (!parent) return [...own];
  const steps: { id: NodeId; parent: Parent }[] = [];
  let node = nodeOf(graph, parent.node);
  while (node.parent && nameOf(node.id) === undefined) {
    steps.unshift({ id: node.id, parent: node.parent });
    node = nodeOf(graph, node.parent.node);
  }
  const owner = nameOf(node.id) ?? "";
  const short = owner + steps.map((step) => shortSteps(naming, step.id, step.parent)[0] ?? "").join("");
  const full = owner + steps.map((step) => fullStep(step.parent.tokens)).join("");
  const names = [
    ...own,
    ...[...titleSteps(graph, id), ...shortSteps(naming, id, parent)].map((step) => short + step),
    full + fullStep(parent.tokens),
    full + spellOut(parent.tokens.at(-1) ?? ""),
  ];
  // What says nothing of its own would be called like what holds it.
  return names.filter((name) => name !== owner);
}

/** What an inline schema is known by wherever it stands: its `$id`, its title. */
export function listIdentities(graph: SchemaGraph, id: NodeId): string[] {
  const identifiers = nodeOf(graph, id)
    .givenNames.map(toPascalCase)
    .filter((name) => name !== "");
  return [...new Set([...identifiers, ...titleSteps(graph, id)])];
}

/** A title that reads as a name; a sentence does not. */
export function isShort(title: string | undefined): title is string {
  return title !== undefined && title.length <= 60 && toPascalCase(title) !== "";
}

/** A title, where it reads as a name. */
export function titleSteps(graph: SchemaGraph, id: NodeId): string[] {
  const { title } = nodeOf(graph, id).annotations;
  return isShort(title) ? [toPascalCase(title)] : [];
}

/** What leads to the node, best first: a member of a union by what tells it from the others, and a part not at all. */
function shortSteps({ graph, labels }: Naming, id: NodeId, parent: Parent): readonly string[] {
  const [keyword = ""] = parent.tokens;
  if (keyword === "allOf") return [""];
  if (keyword !== "anyOf" && keyword !== "oneOf") return [fullStep(parent.tokens)];
  return [...titleSteps(graph, id), ...labels.of(id, parent), fullStep(parent.tokens)];
}

const stepNames: Readonly<Record<string, (token: string) => string>> = {
  properties: (key) => toPascalCase(key) || spellOut(key),
  patternProperties: () => "Value",
  additionalProperties: () => "Value",
  items: () => "Item",
  prefixItems: (index) => nameOrdinal("Item", Number(index)),
  anyOf: (index) => nameOrdinal("Option", Number(index)),
  oneOf: (index) => nameOrdinal("Option", Number(index)),
  allOf: (index) => nameOrdinal("Part", Number(index)),
  not: () => "Negation",
  dependentSchemas: (key) => `With${toPascalCase(key) || spellOut(key)}`,
  propertyNames: () => "Name",
  contains: () => "ContainedItem",
  unevaluatedItems: () => "Item",
  unevaluatedProperties: () => "Value",
  contentSchema: () => "Content",
};

/** The step as it stands, by position where it has one. */
function fullStep([keyword = "", token = ""]: readonly string[]): string {
  return stepNames[keyword]?.(token) ?? toPascalCase(keyword);
}

const ordinals = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split(" ");

/** `FirstItem`; from the eleventh on `Item11`. */
function nameOrdinal(noun: string, index: number): string {
  const ordinal = ordinals[index];
  return ordinal === undefined ? `${noun}${index + 1}` : ordinal + noun;
}
