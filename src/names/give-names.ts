import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { asIdentifier, isIdentifierName, toPascalCase } from "../identifier.js";
import { invariant } from "../invariant.js";
import { placeOf } from "../link/linked.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { Union, Unions } from "../unions/unions.js";
import {
  definitionCandidates,
  lastResort,
  nameTagValue,
  pathCandidates,
  rootCandidates,
} from "./candidates.js";
import type { DeclarationNames, Names, Role, UnionNames } from "./names.js";
import { chooseNodesToName } from "./nodes-to-name.js";
import { deriveNames, TakenNames } from "./taken-names.js";
import { deriveUnionNames } from "./union-names.js";

export interface NameOptions {
  /** The root type's name. */
  readonly name: string | undefined;
  /** Names by a definition's given name, or by its published key. */
  readonly names: Readonly<Record<string, string>>;
  /** What the last run gave, by published key. */
  readonly published: Readonly<Record<string, string>>;
  /** The published key of a node: its id, but relative to the schema that is generated from. */
  readonly keyOf: (node: NodeId) => string;
  /** Every top-level name of the runtime. */
  readonly runtime: Iterable<string>;
}

/**
 * Gives every name, in passes over one set of taken names: configured, published, definitions, unions with their variants, and
 * inline schemas that a name helps. A name that had to give way is noted.
 */
export function giveNames(
  graph: SchemaGraph,
  facts: Facts,
  unions: Unions,
  options: NameOptions,
): Outcome<Names> {
  const pass = new NamePass(graph, options);
  const definitions = [...graph.nodes.values()].filter(({ parent }) => parent === undefined);
  const fixed = (node: SchemaNode): string | undefined =>
    configuredName(node, options) ?? publishedName(node, options);
  const settled = definitions.filter((node) => fixed(node) !== undefined);
  for (const node of settled) pass.nameDefinition(node, [fixed(node) ?? ""]);
  for (const node of definitions.filter((each) => bearsItsName(graph, each))) pass.nameDefinition(node, []);
  for (const node of definitions) pass.nameDefinition(node, []);
  for (const union of unions.values()) pass.nameUnion(union);
  const { hoisted, internal } = chooseNodesToName(graph, facts);
  for (const id of hoisted) pass.nameInline(id, "hoisted");
  for (const id of internal) pass.nameInline(id, "internal");
  return pass.finish(definitions.map(({ id }) => id));
}

/** The root, and definitions whose key is an identifier as it stands, go before those whose key only becomes the same one. */
function bearsItsName(graph: SchemaGraph, { id, givenNames: [first] }: SchemaNode): boolean {
  return graph.roots.includes(id) || (first !== undefined && toPascalCase(first) === first);
}

function configuredName(node: SchemaNode, { names, keyOf }: NameOptions): string | undefined {
  const key = [keyOf(node.id), ...node.givenNames].find((each) => Object.hasOwn(names, each));
  return key === undefined ? undefined : names[key];
}

function publishedName(node: SchemaNode, { published, keyOf }: NameOptions): string | undefined {
  const key = keyOf(node.id);
  return Object.hasOwn(published, key) ? published[key] : undefined;
}

class NamePass {
  readonly #graph: SchemaGraph;
  readonly #options: NameOptions;
  readonly #taken: TakenNames;
  readonly #declarations = new Map<DeclarationId, DeclarationNames>();
  readonly #internals = new Map<NodeId, DeclarationNames>();
  readonly #unions = new Map<NodeId, UnionNames>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(graph: SchemaGraph, options: NameOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#taken = new TakenNames(options.runtime);
  }

  nameDefinition(node: SchemaNode, first: readonly string[]): void {
    if (this.#declarations.has(node.id)) return;
    const isRoot = this.#graph.roots[0] === node.id;
    const root = this.#graph.roots[0];
    const rootName = root === undefined ? undefined : this.#declarations.get(root)?.type;
    const own = isRoot ? rootCandidates(node, this.#options.name) : definitionCandidates(node, rootName);
    const wanted = first[0] ?? own[0];
    const names = this.#claim([...first, ...own], "definition");
    this.#declarations.set(node.id, names);
    if (wanted !== undefined && asIdentifier(wanted) !== names.type)
      this.#reportTaken(node, wanted, names.type);
  }

  nameInline(id: NodeId, role: "hoisted" | "internal"): void {
    if (this.#declarations.has(id)) return;
    const nameOf = (node: NodeId): string | undefined =>
      (this.#declarations.get(node) ?? this.#internals.get(node))?.type;
    const names = this.#claim(pathCandidates(this.#graph, id, nameOf), "hoisted");
    (role === "hoisted" ? this.#declarations : this.#internals).set(id, names);
  }

  /** The helpers' names, then the variants', so that a variant gives way. */
  nameUnion(union: Union): void {
    const own = this.#declarations.get(union.node);
    invariant(own, "a union is a definition");
    const candidates = [own.type, `${own.type}Union`, lastResort(own.type, union.node)];
    const names = this.#taken.claim(candidates, (text) => deriveUnionNames(union, text));
    invariant(names, "the last candidate is free");
    this.#unions.set(union.node, names);
    if (union.isOpen) {
      this.#declare(unknownVariantOf(union.node), [`Unknown${own.type}`], "unknown");
      this.#declare(openUnionOf(union.node), [`Any${own.type}`], "open");
    }
    for (const variant of union.variants) this.#nameVariant(union, variant, own.type);
  }

  #nameVariant(union: Union, variant: Union["variants"][number], suffix: string): void {
    const [first, second] = union.tags;
    const stem = nameTagValue(variant.value, first.path.at(-1) ?? "");
    const [branch, ...others] = variant.branches;
    if (!variant.isCut && branch !== undefined && others.length === 0) {
      if (!this.#declarations.has(branch)) this.#declare(branch, [stem + suffix], "hoisted");
      this.#declarations.set(variant.id, this.#declarations.get(branch) as DeclarationNames);
    } else {
      this.#declare(variant.id, [stem + suffix], "variant");
    }
    for (const leaf of variant.leaves) {
      const leafStem = stem + nameTagValue(leaf.value, second?.path.at(-1) ?? "");
      this.#declare(leaf.id, [leafStem + suffix], "leaf");
    }
  }

  #declare(id: DeclarationId, candidates: readonly string[], role: Role): void {
    this.#declarations.set(id, this.#claim([...candidates, lastResort(candidates[0] ?? "", id)], role));
  }

  #claim(candidates: readonly string[], role: Role): DeclarationNames {
    const names = this.#taken.claim(candidates, (text) => deriveNames(text, role));
    invariant(names, `no name is free among ${candidates.join(", ")}`);
    return names;
  }

  #reportTaken(node: SchemaNode, wanted: string, given: string): void {
    this.#diagnostics.push(
      diagnose(
        "name-taken",
        `The name \`${wanted}\` is taken, so this definition is called \`${given}\`.`,
        "Give it a name of its own with `names` in the config.",
        placeOf(node.source),
      ),
    );
  }

  finish(definitions: readonly NodeId[]): Outcome<Names> {
    const published: Record<string, string> = {};
    for (const id of definitions) {
      const names = this.#declarations.get(id);
      if (names) published[this.#options.keyOf(id)] = names.type;
    }
    const value = {
      declarations: this.#declarations,
      unions: this.#unions,
      internals: this.#internals,
      published,
    };
    return { value, diagnostics: this.#diagnostics };
  }
}

/** Names in the config that no schema could bear. */
export function checkConfiguredNames(names: Readonly<Record<string, string>>): Diagnostic[] {
  return Object.entries(names)
    .filter(([, name]) => !isIdentifierName(name))
    .map(([key, name]) =>
      diagnose(
        "name-invalid",
        `\`${name}\`, the configured name of \`${key}\`, is no TypeScript identifier.`,
        `Use letters, digits, \`_\` and \`$\`, as in \`${asIdentifier(toPascalCase(name) || "Name")}\`.`,
      ),
    );
}
