import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import { type JsonType, jsonTypesOf } from "../schema/type-set.js";
import { exampleOf } from "./format-examples.js";
import { isValid } from "./evaluate.js";
import { leftOf, Premise } from "./premise.js";
import type { Space } from "./space.js";

/** So many are made in all and of each part, and so deep; a difference that no such value shows is not found. */
const limits = { all: 400, part: 12, branches: 60, depth: 5, lists: 3000 };

/** Values that are valid by `from`, near the limits of both schemas, the plainest first. */
export function listExamples(space: Space, from: NodeId, to: NodeId): readonly JsonValue[] {
  return new Examples(space).list([from], [to], 0, limits.all);
}

class Examples {
  readonly #space: Space;
  #lists = 0;

  constructor(space: Space) {
    this.#space = space;
  }

  /** `hints` are schemas whose limits are tried as well. */
  list(nodes: readonly NodeId[], hints: readonly NodeId[], depth: number, most: number): JsonValue[] {
    if (depth > limits.depth || this.#lists++ > limits.lists) return [];
    const found = new Map<string, JsonValue>();
    for (const value of this.#listAll(nodes, hints, depth)) {
      if (found.size >= most) break;
      const text = JSON.stringify(value);
      if (!found.has(text) && nodes.every((id) => isValid(this.#space, id, value) === true))
        found.set(text, value);
    }
    return [...found.values()];
  }

  *#listAll(nodes: readonly NodeId[], hints: readonly NodeId[], depth: number): Generator<JsonValue> {
    const premise = new Premise(this.#space, leftOf(nodes));
    const [open] = premise.disjunctions();
    const branches = open?.keyword === "if" ? this.#readCondition(open.id) : open?.branches;
    if (branches && nodes.length < limits.branches) {
      for (const branch of branches.slice(0, limits.branches))
        yield* this.list([...nodes, branch], hints, depth, limits.part * 4);
      if (open?.keyword !== "if") return;
    }
    const hint = new Premise(this.#space, leftOf(hints.flatMap((id) => [id, ...this.#listBranches(id)])));
    for (const each of [premise, hint]) {
      yield* each.literals ?? [];
      for (const id of each.nodes) {
        yield* this.#space.nodeOf(id).annotations.examples ?? [];
        yield* each.schemas.flatMap((schema) => [
          ...(schema.enum ?? []),
          ...(schema.const ? [schema.const.value] : []),
        ]);
      }
    }
    // Where anything may be, any of these shows as much as what holds more.
    if (nodes.length === 0) yield* [null, true, 1, "a", "", {}, []];
    else for (const type of jsonTypesOf(premise.types)) yield* this.#listOfType(type, premise, hint, depth);
  }

  #readCondition(id: NodeId): NodeId[] {
    const { if: condition, then, else: otherwise } = this.#space.keywordsOf(id);
    return [condition, then, otherwise].filter((each) => each !== undefined);
  }

  /** The branches of a hint, all of whose limits are of use. */
  #listBranches(start: NodeId): NodeId[] {
    const found = new Set([start]);
    for (const id of found) {
      const { $ref, allOf = [], anyOf = [], oneOf = [], not, ...schema } = this.#space.keywordsOf(id);
      for (const each of [$ref, ...allOf, ...anyOf, ...oneOf, not, schema.if, schema.then, schema.else])
        if (each !== undefined && found.size < limits.branches) found.add(each);
    }
    return [...found];
  }

  *#listOfType(type: JsonType, premise: Premise, hint: Premise, depth: number): Generator<JsonValue> {
    if (type === "null") yield null;
    if (type === "boolean") yield* [true, false];
    if (type === "string") yield* listStrings(premise, hint);
    if (type === "number") yield* listNumbers(premise, hint);
    if (type === "array") yield* this.#listArrays(premise, hint, depth);
    if (type === "object") yield* this.#listObjects(premise, hint, depth);
  }

  *#listArrays(premise: Premise, hint: Premise, depth: number): Generator<JsonValue> {
    const parts = (index: number): JsonValue[] =>
      this.list(premise.itemsAt(index), hint.itemsAt(index), depth + 1, limits.part);
    const sizes = [premise, hint].flatMap((each) => [
      each.most("minItems"),
      each.most("minItems") - 1,
      each.least("maxItems"),
      each.least("maxItems") + 1,
      each.places,
    ]);
    const items = Array.from({ length: Math.min(10, premise.places + 3) }, (_, index) => parts(index));
    const rest = parts(Infinity);
    for (const size of new Set([0, 1, 2, ...sizes])) {
      if (!(size >= 0 && size <= 40)) continue;
      const build = (
        pick: (list: readonly JsonValue[], index: number) => JsonValue | undefined,
      ): JsonValue[] =>
        Array.from({ length: size }, (_, index) => pick(items[index] ?? rest, index)).filter(
          (item) => item !== undefined,
        );
      yield build(([first]) => first);
      yield build((list, index) => list[index % Math.max(1, list.length)]);
      for (let at = 0; at < Math.min(size, items.length); at++)
        for (const other of items[at] ?? []) yield build(([first], index) => (index === at ? other : first));
    }
  }

  *#listObjects(premise: Premise, hint: Premise, depth: number): Generator<JsonValue> {
    const named = [premise, hint].flatMap((each) => [...each.keys, ...each.required, ...inventKeys(each)]);
    const keys = [...new Set([...named, "other"])];
    const values = new Map(
      [...keys, ...others].map((key) => [
        key,
        this.list(premise.membersAt(key), hint.membersAt(key), depth + 1, limits.part),
      ]),
    );
    const build = (chosen: readonly string[], changed?: string, value?: JsonValue): JsonValue => {
      const entries = chosen.map((key) => [key, key === changed ? value : values.get(key)?.[0]] as const);
      return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as JsonValue;
    };
    const required = [...premise.required];
    const declared = keys.filter((key) => premise.keys.has(key) || premise.required.has(key));
    yield build(required);
    yield build(declared);
    for (const count of [premise, hint].flatMap((each) => [
      each.least("maxProperties"),
      each.most("minProperties"),
    ]))
      for (const size of [count - 1, count, count + 1])
        if (size > 0 && size < 20)
          yield build([...new Set([...declared, ...keys, ...others])].slice(0, size));
    for (const left of declared) yield build(declared.filter((key) => key !== left));
    for (const key of keys) {
      for (const value of values.get(key) ?? []) {
        yield build([...new Set([...required, key])], key, value);
        yield build([...new Set([...declared, key])], key, value);
      }
    }
  }
}

const others = Array.from({ length: 4 }, (_, index) => `other${index + 1}`);

/** Names that patterns may ask for: what they begin with, in letters. */
function inventKeys({ schemas }: Premise): string[] {
  const patterns = schemas.flatMap(({ patternProperties = [] }) => patternProperties);
  return patterns.map(({ pattern }) => `${/^\^?([\w-]*)/.exec(pattern.source)?.[1] ?? ""}a`);
}

function* listStrings(premise: Premise, hint: Premise): Generator<string> {
  for (const { format } of [...premise.schemas, ...hint.schemas]) if (format) yield exampleOf(format) ?? "";
  yield* ["a", "", " ", "abc", "A", "1", "a b", "2020-01-01", "2020-01-01T00:00:00Z", "a@b.c", "x-a"];
  for (const each of [premise, hint]) {
    for (const length of [each.most("minLength"), each.least("maxLength")])
      for (const size of [length - 1, length, length + 1])
        if (size >= 0 && size <= 5000) yield "a".repeat(size);
  }
}

function* listNumbers(premise: Premise, hint: Premise): Generator<number> {
  yield* [0, 1, -1, 2, 0.5, 3, 5, 7];
  for (const each of [premise, hint]) {
    for (const bound of [each.bound(1).value, -each.bound(-1).value])
      if (Number.isFinite(bound)) yield* [bound, bound - 1, bound + 1, bound - 0.5, bound + 0.5];
    for (const { multipleOf: factor = 1 } of each.schemas) yield* [factor, factor * 2, factor * 3];
  }
}
