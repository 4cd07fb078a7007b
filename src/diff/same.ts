import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { listParts, printStatement } from "./parts.js";
import type { Space } from "./space.js";

/** Tells whether two schemas say the same in the same words, down to all that they refer to; descriptions aside. */
export class Sameness {
  readonly #space: Space;
  readonly #same = new Set<string>();
  readonly #different = new Set<string>();

  constructor(space: Space) {
    this.#space = space;
  }

  areSame(one: NodeId, other: NodeId): boolean {
    const pairs = new Map([[nameOf(one, other), [one, other] as const]]);
    for (const [key, [left, right]] of pairs) {
      if (left === right || this.#same.has(key)) continue;
      const next = this.#different.has(key) ? undefined : this.#compare(left, right);
      if (!next) {
        this.#different.add(nameOf(one, other)).add(key);
        return false;
      }
      for (const pair of next) pairs.set(nameOf(...pair), pair);
    }
    for (const key of pairs.keys()) this.#same.add(key);
    return true;
  }

  /** The pairs of parts that must be the same; undefined where the schemas differ without them. */
  #compare(one: NodeId, other: NodeId): (readonly [NodeId, NodeId])[] | undefined {
    const [left, right] = [this.#schemaOf(one), this.#schemaOf(other)];
    if (typeof left === "boolean" || typeof right === "boolean") return left === right ? [] : undefined;
    if (print(left) !== print(right)) return undefined;
    const parts = new Map(listParts(right).map(({ tokens, id }) => [JSON.stringify(tokens), id]));
    const own = listParts(left);
    if (own.length !== parts.size) return undefined;
    const pairs = own.map(({ tokens, id }) => [id, parts.get(JSON.stringify(tokens))] as const);
    return pairs.every((pair): pair is [NodeId, NodeId] => pair[1] !== undefined) ? pairs : undefined;
  }

  #schemaOf(id: NodeId): boolean | CanonicalSchema {
    return this.#space.nodeOf(this.#space.factsOf(id).resolve(id)).schema;
  }
}

function nameOf(one: NodeId, other: NodeId): string {
  return `${one}\n${other}`;
}

function print(schema: CanonicalSchema): string {
  const keywords = (Object.keys(schema) as (keyof CanonicalSchema)[]).filter(
    (each) => each !== "contentSchema",
  );
  return keywords
    .sort()
    .map((keyword) => `${keyword} ${printStatement(schema, keyword)}`)
    .join("\n");
}
