import type { FunctionDeclarationStructure } from "ts-morph";
import { toPascalCase } from "../identifier.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { admits, allTypes, type JsonType } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, commentText, entryOf, joinCode, nameCode } from "./code.js";
import type { Models } from "./context.js";
import type { DeclarationNames, ReadingNames } from "../names/names.js";
import { type CoercedPart, CoercedParts, type CoercionPlace } from "./coerced-parts.js";
import { checkNamesOf } from "./context.js";
import { StructureKind } from "./structure-kind.js";
import { docsOf } from "./types-module.js";
import { Scope } from "./scope.js";

/** Of every definition what reads it from texts; and the functions behind it. */
export function printCoercion(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const parts = new CoercedParts(scope.constants);
  const declared = [...models.names.declarations].flatMap(([id, own]) => {
    const names = models.names.reading.get(id);
    return names && models.graph.nodes.has(id) ? [{ id, own, names }] : [];
  });
  // Which parts are met more than once is known only when all were met.
  const draft = new CoercionPrinter(models, new Scope(scope.constants), parts);
  for (const { id, names } of declared) draft.printBody(id, names.loosen);
  for (const part of parts.listLeft()) draft.printPart(part);
  parts.settle();
  const printer = new CoercionPrinter(models, scope, parts);
  const printed = declared.flatMap(({ id, own, names }) => {
    const loosen = declareCoercer(names.loosen, printer.printBody(id, names.loosen));
    return own.role === "definition" ? [declareCoercion(scope, own, names), loosen] : [loosen];
  });
  const shared = Array.from(parts.listLeft(), (part) =>
    declareCoercer(part.place.owner, printer.printPart(part)),
  );
  return [...printed, ...shared];
}

function declareCoercer(name: string, coerced: Code): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    parameters: [{ name: "value", type: "unknown" }],
    returnType: "unknown",
    statements: [code`return ${coerced};`],
  };
}

function declareCoercion(
  scope: Scope,
  own: DeclarationNames,
  names: ReadingNames,
): FunctionDeclarationStructure {
  const type = scope.useType("types", own.type);
  const options = {
    name: "options",
    type: scope.useType("runtime", "ValidationOptions"),
    hasQuestionToken: true,
  };
  const coerced = code`${nameCode(names.loosen)}(value)`;
  return {
    kind: StructureKind.Function,
    name: names.coerce,
    isExported: true,
    parameters: [{ name: "value", type: "unknown" }, options],
    returnType: `${scope.useType("runtime", "ValidationResult")}<${type}>`,
    statements: [code`return ${scope.use("validators", own.validate)}(${coerced}, options);`],
    docs: docsOf(
      `Reads a \`${commentText(own.type)}\` from a value whose numbers and booleans may be texts, as in a query; what comes of it is new, and valid.`,
    ),
  };
}

class CoercionPrinter {
  readonly #models: Models;
  readonly #scope: Scope;
  readonly #parts: CoercedParts;

  constructor(models: Models, scope: Scope, parts: CoercedParts) {
    this.#models = models;
    this.#scope = scope;
    this.#parts = parts;
  }

  /** The value of a declaration, coerced. */
  printBody(node: NodeId, owner: string): Code {
    const target = this.#models.facts.resolve(node);
    const place = { owner, name: owner, depth: 0 };
    return callWithValue(target === node ? this.#printAll([node], place) : this.#print([target], place));
  }

  /** The value of a part that has a function of its own. */
  printPart({ nodes, place }: CoercedPart): Code {
    return callWithValue(this.#printAll(nodes, place));
  }

  /** A coercer of what meets all the nodes; undefined where it would change nothing. */
  #print(nodes: readonly NodeId[], place: CoercionPlace): Code | undefined {
    const { names } = this.#models;
    const distinct = this.#listDistinct(nodes);
    const [only, ...others] = distinct;
    if (only === undefined) return undefined;
    const reading = others.length === 0 ? names.reading.get(only) : undefined;
    if (reading) return nameCode(reading.loosen);
    return this.#parts.print({ nodes: distinct, place }, () => this.#printAll(distinct, place));
  }

  /** The nodes without those that apply by another of them anyway. */
  #listDistinct(nodes: readonly NodeId[]): readonly NodeId[] {
    const { facts } = this.#models;
    const targets = new Set(nodes.map((id) => facts.resolve(id)));
    if (targets.size < 2) return [...targets];
    const implied = new Set([...targets].flatMap((id) => facts.conjuncts(id).filter((each) => each !== id)));
    return [...targets].filter((id) => !implied.has(id));
  }

  #printAll(nodes: readonly NodeId[], place: CoercionPlace): Code | undefined {
    const { facts, graph } = this.#models;
    const types = nodes.reduce((left, id) => left & facts.types(id), allTypes);
    const schemas = [...new Set(nodes.flatMap((id) => facts.conjuncts(id)))]
      .map((id) => graph.nodes.get(id)?.schema)
      .filter((schema) => typeof schema === "object");
    const parts = [
      ...this.#printScalars((type) => admits(types, type)),
      admits(types, "array") ? this.#printItems(schemas, place) : undefined,
      admits(types, "object") ? this.#printMembers(schemas, place) : undefined,
      ...schemas.flatMap(({ anyOf, oneOf }) =>
        [anyOf, oneOf].map((all) => all && this.#printBranches(all, place)),
      ),
    ].filter((part) => part !== undefined);
    if (parts.length < 2) return parts[0];
    return code`${this.#scope.use("runtime", "inTurn")}(${joinCode(parts, ", ")})`;
  }

  /** A text stays one wherever a text may be. */
  #printScalars(has: (type: JsonType) => boolean): Code[] {
    const use = (name: string): Code => this.#scope.use("runtime", name);
    if (has("string")) return has("number") || has("boolean") ? [] : [use("asText")];
    return [
      ...(has("number") ? [use("asNumber")] : []),
      ...(has("boolean") ? [use("asBoolean")] : []),
      ...(has("null") ? [use("asNull")] : []),
    ];
  }

  #printItems(schemas: readonly CanonicalSchema[], place: CoercionPlace): Code | undefined {
    const listed = Math.max(0, ...schemas.map(({ prefixItems = [] }) => prefixItems.length));
    const others = this.#print(
      schemas.flatMap(({ items }) => items ?? []),
      within(place, "Item"),
    );
    const first = Array.from({ length: listed }, (_, index) =>
      this.#print(
        schemas.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []),
        within(place, "Item"),
      ),
    );
    if (others === undefined && first.every((each) => each === undefined)) return undefined;
    const each = first.map((coercer) => coercer ?? code`(item) => item`);
    const end = others === undefined ? code`` : code`, ${others}`;
    return code`${this.#scope.use("runtime", "asItems")}([${joinCode(each, ", ")}]${end})`;
  }

  #printMembers(schemas: readonly CanonicalSchema[], place: CoercionPlace): Code | undefined {
    const keys = new Set(schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])]));
    const named = [...keys].flatMap((key) => {
      const coercer = this.#print(
        schemas.flatMap(({ properties }) => properties?.get(key) ?? []),
        within(place, key),
      );
      return coercer === undefined ? [] : [entryOf(key, coercer)];
    });
    // Whether another name is matched by a pattern is not asked here.
    const isPlain = schemas.every(({ patternProperties }) => patternProperties === undefined);
    const rest = isPlain ? schemas.flatMap(({ additionalProperties }) => additionalProperties ?? []) : [];
    const others = this.#print(rest, within(place, "Member"));
    if (named.length === 0 && others === undefined) return undefined;
    const end = others === undefined ? code`` : code`, ${others}`;
    return code`${this.#scope.use("runtime", "asMembers")}({ ${joinCode(named, ", ")} }${end})`;
  }

  /** Branches of objects and arrays, if each has a guard to ask; what holds nothing is read by the types of the whole. */
  #printBranches(branches: readonly NodeId[], place: CoercionPlace): Code | undefined {
    const { facts } = this.#models;
    const holding = branches
      .filter((id) => admits(facts.types(id), "object") || admits(facts.types(id), "array"))
      .map((id) => facts.resolve(id));
    const coercers = holding.map((id) => this.#print([id], within(place, "Variant")));
    const guards = holding.map((id) => checkNamesOf(this.#models, id)?.guard);
    if (guards.includes(undefined) || coercers.every((coercer) => coercer === undefined)) return undefined;
    const pairs = guards.map((guard = "", index) => {
      const coercer = coercers[index] ?? code`(item) => item`;
      return code`[${this.#scope.use("guards", guard)}, ${coercer}]`;
    });
    return code`${this.#scope.use("runtime", "asOneOf")}(${joinCode(pairs, ", ")})`;
  }
}

function callWithValue(coercer: Code | undefined): Code {
  return coercer === undefined ? code`value` : code`${coercer}(value)`;
}

/** A place below, called by the function that it stands in and by its key. */
function within({ owner, depth }: CoercionPlace, key: string): CoercionPlace {
  return { owner, name: `${owner}${toPascalCase(key)}`, depth: depth + 1 };
}
