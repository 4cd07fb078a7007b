import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId, Pattern, TypeName } from "../schema/schema-graph.js";
import { allTypes, isSubset, noTypes, type TypeSet, typeSetOf, typeSetOfValue } from "../schema/type-set.js";
import { isValid } from "./evaluate.js";
import { matches } from "./evaluate-scalars.js";
import type { Mentions } from "./mentions.js";
import type { Space } from "./space.js";

/** A set of values: those that are valid by all `nodes` and by none of `nots`, are of `types`, and have all of `present`. */
export interface Left {
  readonly nodes: readonly NodeId[];
  readonly nots: readonly NodeId[];
  readonly types: TypeSet;
  readonly present: readonly string[];
  /** Nodes whose condition is among `nodes` or `nots` already. */
  readonly decided: readonly NodeId[];
}

export function leftOf(nodes: readonly NodeId[]): Left {
  return { nodes, nots: [], types: allTypes, present: [], decided: [] };
}

/** A branch of `anyOf` or `oneOf`, or a condition, that is not decided yet. */
export interface Disjunction {
  readonly id: NodeId;
  readonly keyword: "anyOf" | "oneOf" | "if";
  readonly branches: readonly NodeId[];
}

const literalBudget = 2000;

/** What follows at once from a value's being in a set: a superset of the truth everywhere. */
export class Premise {
  readonly left: Left;
  readonly schemas: readonly CanonicalSchema[];
  readonly nodes: readonly NodeId[];
  readonly types: TypeSet;
  readonly required: ReadonlySet<string>;
  /** All values, where they are listed. */
  readonly literals: readonly JsonValue[] | undefined;
  readonly nots: readonly NodeId[];
  readonly #space: Space;

  constructor(space: Space, left: Left) {
    this.left = left;
    this.#space = space;
    const { nodes, required } = listConjuncts(space, left);
    this.nodes = nodes;
    this.required = required;
    this.schemas = this.nodes.map((id) => space.keywordsOf(id));
    this.nots = [...left.nots, ...this.schemas.flatMap(({ not }) => not ?? [])];
    this.literals = this.#listLiterals();
    const known = this.nodes.reduce<TypeSet>((types, id) => types & space.factsOf(id).types(id), left.types);
    const listed = this.literals?.reduce<TypeSet>((types, value) => types | typeSetOfValue(value), noTypes);
    this.types = listed === undefined ? known : known & listed;
  }

  #listLiterals(): readonly JsonValue[] | undefined {
    const lists = this.nodes
      .map((id) => this.#space.factsOf(id).literals(id))
      .filter((list) => list !== undefined);
    const [shortest] = lists.sort((one, other) => one.length - other.length);
    if (!shortest || shortest.length > literalBudget) return undefined;
    return shortest.filter(
      (value) =>
        (typeSetOfValue(value) & this.left.types) !== 0 &&
        this.left.nodes.every((id) => isValid(this.#space, id, value) !== false) &&
        this.nots.every((id) => isValid(this.#space, id, value) !== true),
    );
  }

  get hasIntegersAlone(): boolean {
    return (this.types & typeSetOf(["number"]) & ~typeSetOf(["integer"])) === 0;
  }

  /** The greatest lower bound of numbers, or with `sign` -1 the least upper one, negated. */
  bound(sign: 1 | -1): { readonly value: number; readonly isExclusive: boolean } {
    let [value, isExclusive] = [-Infinity, false];
    for (const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } of this.schemas) {
      const [open, closed] = sign === 1 ? [exclusiveMinimum, minimum] : [exclusiveMaximum, maximum];
      if (closed !== undefined && sign * closed > value) [value, isExclusive] = [sign * closed, false];
      if (open !== undefined && sign * open >= value) [value, isExclusive] = [sign * open, true];
    }
    if (!this.hasIntegersAlone || !Number.isFinite(value)) return { value, isExclusive };
    const next = isExclusive ? Math.floor(value) + 1 : Math.ceil(value);
    return { value: next, isExclusive: false };
  }

  most(keyword: "minLength" | "minItems" | "minProperties"): number {
    return Math.max(0, ...this.schemas.map((schema) => schema[keyword] ?? 0));
  }

  least(keyword: "maxLength" | "maxItems" | "maxProperties"): number {
    return Math.min(Infinity, ...this.schemas.map((schema) => schema[keyword] ?? Infinity));
  }

  /** Whether no number, no string, no array can keep all bounds, where only such values are left. */
  get hasContradictoryBounds(): boolean {
    const isOnly = (name: TypeName): boolean => isSubset(this.types, typeSetOf([name]));
    const [lower, upper] = [this.bound(1), this.bound(-1)];
    if (isOnly("number")) {
      const distance = -upper.value - lower.value;
      return distance < 0 || (distance === 0 && (lower.isExclusive || upper.isExclusive));
    }
    if (isOnly("string")) return this.most("minLength") > this.least("maxLength");
    return isOnly("array") && this.most("minItems") > this.least("maxItems");
  }

  /** The schemas of the item at `index`; of those behind all that are named by place, for Infinity. */
  itemsAt(index: number): NodeId[] {
    return this.nodes.flatMap((id, at) => {
      const { prefixItems = [], items, unevaluatedItems } = this.schemas[at] ?? {};
      if (index < prefixItems.length) return prefixItems[index] ?? [];
      if (items !== undefined || unevaluatedItems === undefined) return items ?? [];
      const { places, claimsItems } = this.#mentionsOf(id);
      return claimsItems || index < places ? [] : unevaluatedItems;
    });
  }

  /** How many items are named by place. */
  get places(): number {
    return Math.max(0, ...this.nodes.map((id) => this.#mentionsOf(id).places));
  }

  /** All names that something is said of. */
  get keys(): ReadonlySet<string> {
    const named = this.schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])]);
    const mentioned = this.nodes.flatMap((id, at) =>
      this.schemas[at]?.unevaluatedProperties === undefined ? [] : [...this.#mentionsOf(id).names],
    );
    return new Set([...named, ...mentioned, ...this.required]);
  }

  /** The schemas of the property `key`. */
  membersAt(key: string): NodeId[] {
    return this.nodes.flatMap((id, at) => this.#claim(id, this.schemas[at] ?? {}, key));
  }

  #claim(id: NodeId, schema: CanonicalSchema, key: string): NodeId[] {
    const { properties, patternProperties = [], additionalProperties, unevaluatedProperties } = schema;
    const claimed = patternProperties
      .filter(({ pattern }) => matches(pattern, key))
      .map((each) => each.schema);
    const named = properties?.get(key);
    if (named !== undefined) claimed.push(named);
    if (claimed.length > 0) return claimed;
    if (additionalProperties !== undefined) return [additionalProperties];
    if (unevaluatedProperties === undefined) return [];
    const { names, patterns, claimsProperties } = this.#mentionsOf(id);
    const mayBeEvaluated =
      claimsProperties || names.has(key) || patterns.some((pattern) => matches(pattern, key));
    return mayBeEvaluated ? [] : [unevaluatedProperties];
  }

  /**
   * What holds of any property that no name in `keys` is: lists of schemas of which each has one that it meets. With `pattern`, of
   * those that match it; `except` are patterns that they do not match.
   */
  others(pattern: Pattern | undefined, except: readonly string[]): NodeId[][] {
    return this.nodes.flatMap((id, at): NodeId[][] => {
      const { patternProperties = [], additionalProperties, unevaluatedProperties } = this.schemas[at] ?? {};
      const same = patternProperties.filter((each) => each.pattern.source === pattern?.source);
      if (same.length > 0) return same.map(({ schema }) => [schema]);
      const rest = patternProperties.filter((each) => !except.includes(each.pattern.source));
      if (additionalProperties !== undefined)
        return [[additionalProperties, ...rest.map(({ schema }) => schema)]];
      if (unevaluatedProperties === undefined) return [];
      const { patterns, claimsProperties } = this.#mentionsOf(id);
      const mayBeEvaluated = claimsProperties || patterns.some(({ source }) => !except.includes(source));
      return mayBeEvaluated ? [] : [[unevaluatedProperties]];
    });
  }

  /** What is still to be decided of the value itself. */
  disjunctions(): Disjunction[] {
    const known = new Set(this.nodes);
    return this.nodes.flatMap((id, at) => {
      const { anyOf, oneOf, if: condition, then, else: otherwise } = this.schemas[at] ?? {};
      const found: Disjunction[] = [];
      if (anyOf && !anyOf.some((branch) => known.has(branch)))
        found.push({ id, keyword: "anyOf", branches: anyOf });
      if (oneOf && !oneOf.some((branch) => known.has(branch)))
        found.push({ id, keyword: "oneOf", branches: oneOf });
      if (condition !== undefined && (then ?? otherwise) !== undefined && !this.left.decided.includes(id))
        found.push({ id, keyword: "if", branches: [condition] });
      return found;
    });
  }

  /** Whether nothing that applies to the value, or may, speaks of the property. */
  isFresh(key: string): boolean {
    const start = [...this.nodes, ...this.nots].map((id) => this.#mentionsOf(id));
    return start.every(({ names }) => !names.has(key)) && this.membersAt(key).length === 0;
  }

  /** Whether nothing that does apply to the value speaks of it, though a branch may that is not decided. */
  isFreshSoFar(key: string): boolean {
    if (this.membersAt(key).length > 0 || this.required.has(key)) return false;
    const asked = this.schemas.flatMap((schema) => [
      ...(schema.not === undefined ? [] : [schema.not]),
      ...(schema.if === undefined ? [] : [schema.if]),
      ...(schema.dependentSchemas?.values() ?? []),
    ]);
    const listed = this.schemas.flatMap(({ dependentRequired, dependentSchemas }) => [
      ...(dependentRequired ?? new Map<string, readonly string[]>()),
      ...[...(dependentSchemas?.keys() ?? [])].map((name): [string, readonly string[]] => [name, []]),
    ]);
    return (
      asked.every((id) => !this.#mentionsOf(id).names.has(key)) &&
      listed.every(([name, others]) => name !== key && !others.includes(key))
    );
  }

  #mentionsOf(id: NodeId): Mentions {
    return this.#space.mentionsOf(id);
  }
}

const objectTypes = typeSetOf(["object"]);

/**
 * The nodes and all that applies with them: references, `allOf`, and what depends on properties that are there. What is required, and
 * what depends on that, is asked of objects alone.
 */
function listConjuncts(
  space: Space,
  { nodes, present, types }: Left,
): { nodes: readonly NodeId[]; required: ReadonlySet<string> } {
  const found = new Set(nodes);
  const keys = new Set(present);
  let left = types;
  for (let size = -1; size < found.size + keys.size;) {
    size = found.size + keys.size;
    for (const id of found) {
      for (const each of space.factsOf(id).conjuncts(id)) found.add(each);
      left &= space.factsOf(id).types(id);
      const { required = [], dependentSchemas = [], dependentRequired = [] } = space.keywordsOf(id);
      for (const key of required) keys.add(key);
      for (const [key, others] of dependentRequired)
        if (keys.has(key)) for (const each of others) keys.add(each);
      if (!isSubset(left, objectTypes)) continue;
      for (const [key, schema] of dependentSchemas) if (keys.has(key)) found.add(schema);
    }
  }
  return { nodes: [...found], required: keys };
}
