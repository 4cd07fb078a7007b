import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { listParts, printStatement } from "./parts.js";
import type { Space } from "./space.js";

/** What a schema says by itself, and its parts by where they stand in it. */
interface Said {
  readonly statements: string;
  readonly parts: ReadonlyMap<string, NodeId>;
}

/** Tells whether two schemas say the same in the same words, down to all that they refer to; descriptions aside. */
export class Sameness {
  readonly #space: Space;
  /** What is known of pairs. */
  readonly #known = new Map<NodeId, Map<NodeId, boolean>>();
  readonly #said = new Map<CanonicalSchema, Said>();

  constructor(space: Space) {
    this.#space = space;
  }

  areSame(one: NodeId, other: NodeId): boolean {
    const known = one === other || this.#known.get(one)?.get(other);
    if (known !== undefined) return known;
    const pairs = [[one, other] as const];
    const met = new Map<NodeId, Set<NodeId>>();
    for (const [left, right] of pairs) {
      if (left === right || this.#known.get(left)?.get(right) === true || !meet(met, left, right)) continue;
      const isDifferent = this.#known.get(left)?.get(right) === false;
      const next = isDifferent ? undefined : this.#compare(left, right);
      if (!next) {
        this.#know(one, other, false);
        this.#know(left, right, false);
        return false;
      }
      pairs.push(...next);
    }
    for (const [left, rights] of met) for (const right of rights) this.#know(left, right, true);
    return true;
  }

  #know(one: NodeId, other: NodeId, answer: boolean): void {
    const known = this.#known.get(one);
    if (known) known.set(other, answer);
    else this.#known.set(one, new Map([[other, answer]]));
  }

  /** The pairs of parts that must be the same; undefined where the schemas differ without them. */
  #compare(one: NodeId, other: NodeId): (readonly [NodeId, NodeId])[] | undefined {
    const [left, right] = [this.#schemaOf(one), this.#schemaOf(other)];
    if (typeof left === "boolean" || typeof right === "boolean") return left === right ? [] : undefined;
    const [own, others] = [this.#readSaid(left), this.#readSaid(right)];
    if (own.statements !== others.statements || own.parts.size !== others.parts.size) return undefined;
    const pairs = [...own.parts].map(([tokens, id]) => [id, others.parts.get(tokens)] as const);
    return pairs.every((pair): pair is [NodeId, NodeId] => pair[1] !== undefined) ? pairs : undefined;
  }

  #readSaid(schema: CanonicalSchema): Said {
    const known = this.#said.get(schema);
    if (known) return known;
    const parts = new Map(listParts(schema).map(({ tokens, id }) => [JSON.stringify(tokens), id]));
    const said = { statements: print(schema), parts };
    this.#said.set(schema, said);
    return said;
  }

  #schemaOf(id: NodeId): boolean | CanonicalSchema {
    return this.#space.nodeOf(this.#space.factsOf(id).resolve(id)).schema;
  }
}

/** Whether the pair is met for the first time. */
function meet(met: Map<NodeId, Set<NodeId>>, one: NodeId, other: NodeId): boolean {
  const others = met.get(one);
  if (others?.has(other)) return false;
  if (others) others.add(other);
  else met.set(one, new Set([other]));
  return true;
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
