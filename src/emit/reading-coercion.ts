import type { FunctionDeclarationStructure } from "ts-morph";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { admits, allTypes, type JsonType } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, commentText, entryOf, joinCode, nameCode } from "./code.js";
import type { Models } from "./context.js";
import { checkNamesOf } from "./context.js";
import { StructureKind } from "./structure-kind.js";
import { docsOf } from "./types-module.js";
import type { Scope } from "./scope.js";

/** Of every definition what reads it from texts; and the functions behind it. */
export function printCoercion(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  const printer = new CoercionPrinter(models, scope);
  return [...models.names.declarations].flatMap(([id, own]) => {
    const names = models.names.reading.get(id);
    if (!names || !models.graph.nodes.has(id)) return [];
    const loosen: FunctionDeclarationStructure = {
      kind: StructureKind.Function,
      name: names.loosen,
      parameters: [{ name: "value", type: "unknown" }],
      returnType: "unknown",
      statements: [code`return ${printer.printBody(id)};`],
    };
    if (own.role !== "definition") return [loosen];
    const type = scope.useType("types", own.type);
    const options = {
      name: "options",
      type: scope.useType("runtime", "ValidationOptions"),
      hasQuestionToken: true,
    };
    const coerced = code`${nameCode(names.loosen)}(value)`;
    const coerce: FunctionDeclarationStructure = {
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
    return [coerce, loosen];
  });
}

/** Anonymous schemas are no deeper than names let them be. */
const deepest = 40;

class CoercionPrinter {
  readonly #models: Models;
  readonly #scope: Scope;

  constructor(models: Models, scope: Scope) {
    this.#models = models;
    this.#scope = scope;
  }

  /** The value of a declaration, coerced. */
  printBody(node: NodeId): Code {
    const target = this.#models.facts.resolve(node);
    const coercer = target === node ? this.#printAll([node], 0) : this.#print([target], 0);
    return coercer === undefined ? code`value` : code`${coercer}(value)`;
  }

  /** A coercer of what meets all the nodes; undefined where it would change nothing. */
  #print(nodes: readonly NodeId[], depth: number): Code | undefined {
    const { facts, names } = this.#models;
    const [only, ...others] = [...new Set(nodes.map((id) => facts.resolve(id)))];
    if (only === undefined || depth > deepest) return undefined;
    const reading = others.length === 0 ? names.reading.get(only) : undefined;
    return reading ? nameCode(reading.loosen) : this.#printAll([only, ...others], depth);
  }

  #printAll(nodes: readonly NodeId[], depth: number): Code | undefined {
    const { facts, graph } = this.#models;
    const types = nodes.reduce((left, id) => left & facts.types(id), allTypes);
    const schemas = [...new Set(nodes.flatMap((id) => facts.conjuncts(id)))]
      .map((id) => graph.nodes.get(id)?.schema)
      .filter((schema) => typeof schema === "object");
    const parts = [
      ...this.#printScalars((type) => admits(types, type)),
      admits(types, "array") ? this.#printItems(schemas, depth) : undefined,
      admits(types, "object") ? this.#printMembers(schemas, depth) : undefined,
      ...schemas.flatMap(({ anyOf, oneOf }) =>
        [anyOf, oneOf].map((all) => all && this.#printBranches(all, depth)),
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

  #printItems(schemas: readonly CanonicalSchema[], depth: number): Code | undefined {
    const listed = Math.max(0, ...schemas.map(({ prefixItems = [] }) => prefixItems.length));
    const others = this.#print(
      schemas.flatMap(({ items }) => items ?? []),
      depth + 1,
    );
    const first = Array.from({ length: listed }, (_, index) =>
      this.#print(
        schemas.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []),
        depth + 1,
      ),
    );
    if (others === undefined && first.every((each) => each === undefined)) return undefined;
    const each = first.map((coercer) => coercer ?? code`(item) => item`);
    const end = others === undefined ? code`` : code`, ${others}`;
    return code`${this.#scope.use("runtime", "asItems")}([${joinCode(each, ", ")}]${end})`;
  }

  #printMembers(schemas: readonly CanonicalSchema[], depth: number): Code | undefined {
    const keys = new Set(schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])]));
    const named = [...keys].flatMap((key) => {
      const coercer = this.#print(
        schemas.flatMap(({ properties }) => properties?.get(key) ?? []),
        depth + 1,
      );
      return coercer === undefined ? [] : [entryOf(key, coercer)];
    });
    // Whether another name is matched by a pattern is not asked here.
    const isPlain = schemas.every(({ patternProperties }) => patternProperties === undefined);
    const rest = isPlain ? schemas.flatMap(({ additionalProperties }) => additionalProperties ?? []) : [];
    const others = this.#print(rest, depth + 1);
    if (named.length === 0 && others === undefined) return undefined;
    const end = others === undefined ? code`` : code`, ${others}`;
    return code`${this.#scope.use("runtime", "asMembers")}({ ${joinCode(named, ", ")} }${end})`;
  }

  /** Branches of objects and arrays, if each has a guard to ask; what holds nothing is read by the types of the whole. */
  #printBranches(branches: readonly NodeId[], depth: number): Code | undefined {
    const { facts } = this.#models;
    const holding = branches
      .filter((id) => admits(facts.types(id), "object") || admits(facts.types(id), "array"))
      .map((id) => facts.resolve(id));
    const coercers = holding.map((id) => this.#print([id], depth + 1));
    const guards = holding.map((id) => checkNamesOf(this.#models, id)?.guard);
    if (guards.includes(undefined) || coercers.every((coercer) => coercer === undefined)) return undefined;
    const pairs = guards.map((guard = "", index) => {
      const coercer = coercers[index] ?? code`(item) => item`;
      return code`[${this.#scope.use("guards", guard)}, ${coercer}]`;
    });
    return code`${this.#scope.use("runtime", "asOneOf")}(${joinCode(pairs, ", ")})`;
  }
}
