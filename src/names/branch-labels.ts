import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { spellOut, toPascalCase } from "../identifier.js";
import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { jsonTypesOf, typeSetOf } from "../schema/type-set.js";
import { nameTagValue } from "./tag-value-name.js";

/** The name that a node has been given, if it has one yet. */
export type NameOf = (node: NodeId) => string | undefined;

/** What can be said of a member of an `anyOf` or `oneOf` without its position. */
interface Branch {
  readonly types: TypeSet;
  readonly required: ReadonlySet<string>;
  /** The keys that it names or demands, those demanded first, each with the schema of its value. */
  readonly keys: ReadonlyMap<string, NodeId | undefined>;
  /** Names of the definitions that it builds upon. */
  readonly bases: readonly string[];
}

const structures = typeSetOf(["object", "array"]);

/**
 * What tells the members of an `anyOf` or `oneOf` apart, in words: a constant, a key, a definition, a type. Nothing of it depends on
 * where a member stands among the others.
 */
export class BranchLabels {
  readonly #graph: SchemaGraph;
  readonly #facts: Facts;
  readonly #nameOf: NameOf;
  readonly #labels = new Map<NodeId, readonly string[]>();

  constructor(graph: SchemaGraph, facts: Facts, nameOf: NameOf) {
    this.#graph = graph;
    this.#facts = facts;
    this.#nameOf = nameOf;
  }

  /** The labels of a member, best first; none where nothing tells it from the others. */
  of(id: NodeId, { node, tokens }: NonNullable<SchemaNode["parent"]>): readonly string[] {
    const known = this.#labels.get(id);
    if (known) return known;
    const keyword = tokens[0] === "anyOf" ? "anyOf" : "oneOf";
    const group = keywordsOf(this.#graph, node)[keyword] ?? [];
    const branches = group.map((each) => this.#describe(each));
    const tally = new Tally(this.#facts, branches);
    for (const [index, branch] of branches.entries()) {
      this.#labels.set(group[index] ?? "", tally.labelsOf(branch));
    }
    return this.#labels.get(id) ?? [];
  }

  /** By its own keywords, and those of what it refers to or has in an `allOf`, one step far. */
  #describe(id: NodeId): Branch {
    const target = this.#facts.resolve(id);
    const { $ref, allOf = [] } = keywordsOf(this.#graph, target);
    const above = [...($ref === undefined ? [] : [$ref]), ...allOf].map((each) => this.#facts.resolve(each));
    const schemas = [target, ...above].map((each) => keywordsOf(this.#graph, each));
    const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
    const keys = new Map<string, NodeId | undefined>([...required].map((key) => [key, undefined]));
    for (const [key, value] of schemas.flatMap(({ properties }) => [...(properties ?? [])])) {
      keys.set(key, keys.get(key) ?? value);
    }
    const definitions = above.filter((each) => nodeOf(this.#graph, each).parent === undefined);
    const bases = definitions.map((each) => this.#nameOf(each) ?? "").filter((name) => name !== "");
    return { types: this.#facts.types(id), required, keys, bases };
  }
}

/** How many branches of one union say the same. */
class Tally {
  readonly #facts: Facts;
  readonly #branches: readonly Branch[];
  readonly #counts = new Map<string, number>();

  constructor(facts: Facts, branches: readonly Branch[]) {
    this.#facts = facts;
    this.#branches = branches.filter(({ types }) => (types & structures) !== 0);
    for (const mark of branches.flatMap((branch) => this.#listMarks(branch))) {
      this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + 1);
    }
  }

  labelsOf(branch: Branch): readonly string[] {
    const type = this.#typeLabel(branch);
    // Beside scalars the one structure is what the whole is about.
    const isMain = this.#branches.length === 1 && this.#branches[0] === branch;
    const labels = [
      ...this.#constantLabels(branch),
      ...this.#keyLabels(branch),
      ...branch.bases.filter((name) => this.#isOnly(`base ${name}`)),
      ...type,
    ];
    return isMain ? ["", ...type, ...labels] : labels;
  }

  #isOnly(mark: string): boolean {
    return this.#counts.get(mark) === 1;
  }

  /** All that might tell a branch from the others. */
  #listMarks(branch: Branch): string[] {
    return [
      ...[...branch.keys.keys()].map((key) => `key ${key}`),
      ...[...branch.required].map((key) => `required ${key}`),
      ...this.#listConstants(branch).flatMap(({ key, values }) => values.map((value) => markOf(key, value))),
      ...branch.bases.map((name) => `base ${name}`),
      `type ${branch.types}`,
    ];
  }

  /** The keys whose value is one of a few that are known. */
  #listConstants({ keys }: Branch): { key: string; values: readonly (string | number | boolean)[] }[] {
    return [...keys].flatMap(([key, schema]) => {
      const values = (schema === undefined ? undefined : this.#facts.literals(schema)) ?? [];
      const scalars = values.filter((value) => typeof value !== "object");
      return scalars.length > 0 && scalars.length === values.length ? [{ key, values: scalars }] : [];
    });
  }

  #constantLabels(branch: Branch): string[] {
    const telling = this.#listConstants(branch).filter(
      ({ key, values }) => values.length <= 2 && values.every((value) => this.#isOnly(markOf(key, value))),
    );
    return telling.map(({ key, values }) => values.map((value) => nameTagValue(value, key)).join("Or"));
  }

  /** A key that it alone has, then one that it alone demands, then one that all but it have. */
  #keyLabels({ keys, required }: Branch): string[] {
    const own = [...keys.keys()].find((key) => this.#isOnly(`key ${key}`));
    const demanded = [...required].find((key) => this.#isOnly(`required ${key}`));
    const [other] = this.#branches.filter((each) => each.keys !== keys);
    const lacked = [...(other?.keys.keys() ?? [])].find(
      (key) => !keys.has(key) && this.#counts.get(`key ${key}`) === this.#branches.length - 1,
    );
    const withKey = own ?? demanded;
    return [
      ...(withKey === undefined ? [] : [`With${nameKey(withKey)}`]),
      ...(lacked === undefined ? [] : [`Without${nameKey(lacked)}`]),
    ];
  }

  #typeLabel({ types }: Branch): string[] {
    const [only, ...others] = jsonTypesOf(types);
    const isTelling = only !== undefined && others.length === 0 && this.#isOnly(`type ${types}`);
    return isTelling ? [toPascalCase(only)] : [];
  }
}

function markOf(key: string, value: JsonValue): string {
  return `constant ${JSON.stringify([key, value])}`;
}

function nameKey(key: string): string {
  return toPascalCase(key) || spellOut(key);
}
