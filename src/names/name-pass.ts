import type { Options } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import { asIdentifier, toCamelCase } from "../identifier.js";
import { invariant } from "../invariant.js";
import type { ImportedType, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import { knownValuesOf } from "../types/type-model.js";
import type { Union, VariantId } from "../unions/unions.js";
import { listConstructible, listFilledTags } from "../unions/parts.js";
import { BranchLabels } from "./branch-labels.js";
import type { NameOf } from "./branch-labels.js";
import { brandId, deriveBrandNames } from "./brands.js";
import {
  definitionCandidates,
  lastResort,
  listUriKeys,
  meaningCandidates,
  rootCandidates,
} from "./candidates.js";
import type { Enum } from "./enums.js";
import { nameValues } from "./enums.js";
import type { FixedNames } from "./fixed-names.js";
import type { Naming } from "./inline-candidates.js";
import { inlineCandidates, titleSteps } from "./inline-candidates.js";
import type {
  BrandNames,
  DeclarationNames,
  EnumNames,
  Names,
  ReadingNames,
  Role,
  SchemaNames,
  UnionNames,
} from "./names.js";
import { importKey } from "./names.js";
import { orderNames } from "./order-names.js";
import { globals } from "./reserved-words.js";
import { deriveBodyNames, type Derived, deriveNames, deriveReadingNames, TakenNames } from "./taken-names.js";
import type { ConfiguredStems } from "./part-stems.js";
import { deriveListenerNames, deriveUnionNames, listConstructorNames } from "./union-names.js";
import { listParts } from "./union-parts.js";
import { nameUris } from "./uri-names.js";

export interface NameOptions extends FixedNames {
  /** The name of the root's type, the first of several. */
  readonly name: string | undefined;
  /** Every top-level name of the runtime. */
  readonly runtime: Iterable<string>;
  /** The formats whose strings have types of their own. */
  readonly brands?: readonly string[];
  /** What a named enum becomes; a union of literals, where absent. */
  readonly enums?: Options["enums"];
  /** The exports of the user's module that generated code calls. */
  readonly extensions?: Iterable<string>;
  /** What the config calls the parts of unions. */
  readonly stems?: ConfiguredStems;
  /** Whether a title is the best name, and gives one to what would be written inline. */
  readonly byTitle?: boolean;
  /** Whether names are given to what makes other values of those of a declaration. */
  readonly reading?: boolean;
}

/** The names given so far. Each method names what it is asked to, unless it has a name already. */
export class NamePass {
  readonly #graph: SchemaGraph;
  readonly #options: NameOptions;
  readonly #outside: ReadonlySet<DeclarationId>;
  readonly #naming: Naming;
  readonly #taken: TakenNames;
  readonly #settled = new Map<DeclarationId, string>();
  readonly #declarations = new Map<DeclarationId, DeclarationNames>();
  readonly #internals = new Map<NodeId, DeclarationNames>();
  readonly #unions = new Map<NodeId, UnionNames>();
  readonly #constructed = new Set<string>();
  readonly #imports = new Map<string, string>();
  readonly #brands = new Map<string, BrandNames>();
  readonly #enums = new Map<NodeId, EnumNames>();
  readonly #schemas = new Map<NodeId, SchemaNames>();
  readonly #extensions = new Map<string, string>();
  readonly #reading = new Map<DeclarationId, ReadingNames>();
  readonly #diagnostics: Diagnostic[] = [];

  /** `outside`: unions whose tag stands outside the value. */
  constructor(graph: SchemaGraph, facts: Facts, options: NameOptions, outside: ReadonlySet<DeclarationId>) {
    this.#graph = graph;
    this.#outside = outside;
    this.#options = options;
    const nameOf: NameOf = (node) => (this.#declarations.get(node) ?? this.#internals.get(node))?.type;
    const labels = new BranchLabels(graph, facts, nameOf);
    this.#naming = { graph, nameOf, labels, uriNames: nameUris(listUriKeys(graph)) };
    this.#taken = new TakenNames(options.runtime);
  }

  /** Gives the name if it is free; that it was wanted is remembered otherwise. */
  settle(id: DeclarationId, role: Role, name: string | undefined): void {
    if (name === undefined || this.#settled.has(id)) return;
    this.#settled.set(id, name);
    const names = this.#taken.claim([name], (text) => this.#derive(id, role, text));
    if (names) this.#declarations.set(id, names);
  }

  nameDefinition(node: SchemaNode): void {
    if (!this.#declarations.has(node.id)) this.#namePart(node.id, "definition", this.#candidatesOf(node));
  }

  /** A note where the first of the candidates, or the name that was settled, went to another. */
  #noteTaken(id: DeclarationId, candidates: readonly string[], names: DeclarationNames): void {
    const wanted = this.#settled.get(id) ?? candidates[0];
    if (wanted === undefined || asIdentifier(wanted) === names.type) return;
    this.#diagnostics.push(
      diagnose(
        "name-taken",
        `The name \`${wanted}\` is taken, so this schema is called \`${names.type}\`.`,
        "Give it a name of its own with `names` in the config.",
        this.#graph.nodes.get(id)?.place,
      ),
    );
  }

  #candidatesOf(node: SchemaNode): string[] {
    const { roots } = this.#graph;
    if (node.id !== node.source) return meaningCandidates(this.#naming, node);
    const titles = this.#options.byTitle ? titleSteps(this.#graph, node.id) : [];
    const candidates = [...titles, ...definitionCandidates(this.#naming, node)];
    if (!roots.includes(node.id)) return candidates;
    const configured = roots[0] === node.id ? this.#options.name : undefined;
    const own = rootCandidates(node, configured);
    return [...own, ...candidates];
  }

  /** `own`: what the schema is called wherever it stands, as no other is. */
  nameInline(id: NodeId, role: "hoisted" | "internal", own: readonly string[] = []): void {
    if (this.#declarations.has(id)) return;
    const candidates = inlineCandidates(this.#naming, id, own);
    const names = this.#claim(candidates, "hoisted", id);
    (role === "hoisted" ? this.#declarations : this.#internals).set(id, names);
    if (role === "hoisted") this.#noteTaken(id, candidates, names);
  }

  /** The helpers' names, then the variants', so that a variant gives way. */
  nameUnion(union: Union): void {
    const own = this.#declarations.get(union.node);
    invariant(own, "a union is a definition");
    const candidates = [own.type, `${own.type}Union`, this.#lastResort(own.type, union.node)];
    const core = this.#taken.claim(candidates, (text) => deriveUnionNames(union, own.type, text));
    const listeners = this.#taken.claim(candidates, deriveListenerNames);
    invariant(core && listeners, "the last candidate is free");
    this.#unions.set(union.node, { ...core, listeners, constructors: new Map() });
    for (const { id, role, stem, isAfter, variant } of listParts(
      union,
      this.#options.stems?.get(union.node),
    )) {
      const spellings = [stem + own.type, own.type + stem];
      const part =
        this.#declarations.get(id) ?? this.#namePart(id, role, isAfter ? spellings.reverse() : spellings);
      if (variant !== undefined) this.#declarations.set(variant, part);
    }
  }

  /** The functions that make values of variants and leaves, once these have their names; one for a variant of several unions. */
  nameConstructors(union: Union): void {
    const names = this.#unions.get(union.node);
    invariant(names, "a union has names");
    const constructors = new Map<VariantId, string>();
    for (const { variant, leaf } of listConstructible(union)) {
      const { id } = leaf ?? variant;
      const type = this.#declarations.get(id)?.type;
      invariant(type !== undefined, "a part has a name");
      const made = JSON.stringify([type, listFilledTags(union, variant, leaf)]);
      if (this.#constructed.has(made)) continue;
      this.#constructed.add(made);
      const names = listConstructorNames(type);
      constructors.set(id, this.#claimOne(...names, this.#lastResort(names.at(-1) ?? "", id)));
    }
    this.#unions.set(union.node, { ...names, constructors });
  }

  /** What the output calls a type of another module: as that does, or, where that is taken, `ImportedMoney`. */
  nameImport(type: ImportedType): void {
    const key = importKey(type);
    if (this.#imports.has(key)) return;
    const other = `Imported${type.name.replace(/^./u, (first) => first.toUpperCase())}`;
    this.#imports.set(key, this.#claimOne(type.name, other, lastResort(other, key)));
  }

  /** The type of strings of a format, and its guard; nothing where no candidate is free. */
  nameBrand(format: string, candidates: readonly string[]): void {
    if (this.#brands.has(format)) return;
    const names = this.#taken.claim(candidates, deriveBrandNames);
    if (names) this.#brands.set(format, names);
  }

  /** What an open enum that has a name knows. */
  nameKnownValues(node: NodeId): void {
    const id = knownValuesOf(node);
    const type = this.#declarations.get(node)?.type;
    invariant(type !== undefined, "an open enum has a name");
    if (!this.#declarations.has(id)) this.#namePart(id, "known", [`Known${type}`, `${type}Known`]);
  }

  /** The object and the array of an enum that has a name. */
  nameEnum({ node, values }: Enum): void {
    const type = this.#declarations.get(node)?.type;
    invariant(type !== undefined, "an enum is a definition");
    const claim = (name: string): string => this.#claimOne(name, this.#lastResort(name, node));
    this.#enums.set(node, {
      object: globals.has(type) ? claim(`${type}Enum`) : type,
      values: claim(asIdentifier(`${toCamelCase(type)}Values`)),
      keys: nameValues(values),
    });
  }

  /** What the package says of a definition's schema. A body whose tag stands outside is called one, as its guard is. */
  nameSchema(node: NodeId): void {
    const own = this.#declarations.get(node);
    invariant(own, "a definition has a name");
    const { role, type } = own;
    const whole = this.#outside.has(node) ? `${type}Body` : type;
    const claim = (ending: string): string =>
      this.#claimOne(
        asIdentifier(`${toCamelCase(whole)}${ending}`),
        `${whole}${ending}`,
        this.#lastResort(`${whole}${ending}`, node),
      );
    const object = role === "definition" ? claim("Schema") : undefined;
    this.#schemas.set(node, { object, definition: claim("Definition") });
  }

  /** What makes other values of those of each declaration. */
  nameReading(): void {
    const byType = new Map<string, ReadingNames>();
    for (const [id, { type }] of this.#declarations) {
      const candidates = [type, `${type}Value`, this.#lastResort(type, id)];
      const names = byType.get(type) ?? this.#taken.claim(candidates, deriveReadingNames);
      invariant(names, "the last candidate is free");
      byType.set(type, names);
      this.#reading.set(id, names);
    }
  }

  #namePart(id: DeclarationId, role: Role, candidates: readonly string[]): DeclarationNames {
    const names = this.#claim(candidates, role, id);
    this.#declarations.set(id, names);
    this.#noteTaken(id, candidates, names);
    return names;
  }

  /** Never the function's own name, which may be that of a local variable, or of a guard. */
  nameExtension(exported: string): void {
    const name = `${exported}Extension`;
    this.#extensions.set(exported, this.#claimOne(name, lastResort(name, exported)));
  }

  #derive(id: DeclarationId, role: Role, text: string): Derived<DeclarationNames> {
    return this.#outside.has(id) ? deriveBodyNames(text, role) : deriveNames(text, role);
  }

  #claimOne(...candidates: readonly string[]): string {
    const name = this.#taken.claim(candidates, (text) => ({ names: [text], result: text }));
    invariant(name !== undefined, "the last candidate is free");
    return name;
  }

  #lastResort(name: string, id: DeclarationId): string {
    return lastResort(name, this.#options.keyOf(id));
  }

  #claim(candidates: readonly string[], role: Role, id: DeclarationId): DeclarationNames {
    const derive = (text: string): Derived<DeclarationNames> => this.#derive(id, role, text);
    const last = (): string[] => [this.#lastResort(candidates[0] ?? "", id)];
    const names = this.#taken.claim(candidates, derive) ?? this.#taken.claim(last(), derive);
    invariant(names, "no name is free for", id);
    return names;
  }

  finish(): Outcome<Names> {
    const { declarations, published } = orderNames(this.#graph, this.#declarations, this.#options.keyOf);
    const value = {
      declarations,
      unions: this.#unions,
      imports: this.#imports,
      brands: this.#brands,
      enums: this.#enums,
      schemas: this.#schemas,
      internals: this.#internals,
      reading: this.#reading,
      extensions: this.#extensions,
      published: Object.fromEntries([
        ...published,
        ...[...this.#brands].map(([format, { type }]) => [brandId(format), type]),
      ]),
    };
    return { value, diagnostics: this.#diagnostics };
  }
}
