import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { allTypes, noTypes, typeSetOfValue } from "../schema/type-set.js";
import { keywordsOf } from "./conjuncts.js";
import type { ProofOf } from "./proof.js";

/** A schema that applies to a property, and where it is said: the keyword of a node, and what leads on in its value. */
export interface Claim {
  readonly node: NodeId;
  readonly tokens: readonly string[];
  readonly schema: NodeId;
}

/** Why a property can have no value: one schema refuses all, or several refuse all together. */
export interface Conflict {
  readonly kind: "forbidden" | "contradictory";
  /** Those that refuse it, at least one. */
  readonly claims: readonly [Claim, ...Claim[]];
}

/** Answers for one graph why properties can have no value; keeps what it has read of a node. */
export class MemberConflicts {
  readonly #graph: SchemaGraph;
  readonly #proofOf: ProofOf;
  readonly #patterns = new Map<NodeId, readonly { expression: RegExp; claim: Claim }[]>();

  constructor(graph: SchemaGraph, proofOf: ProofOf) {
    this.#graph = graph;
    this.#proofOf = proofOf;
  }

  /** Why no value of property `key` meets all of `conjuncts`; undefined where that is not proved. */
  find(conjuncts: readonly NodeId[], key: string): Conflict | undefined {
    const claims = conjuncts.flatMap((id) => this.#claimsOf(id, key));
    const refusal = claims.find(({ schema }) => this.#proofOf(schema).types === noTypes);
    if (refusal) return { kind: "forbidden", claims: [refusal] };
    if (!this.#excludeEachOther(claims)) return undefined;
    const [first, ...others] = this.#reduce(claims);
    return first && { kind: "contradictory", claims: [first, ...others] };
  }

  /** As few of the claims as still exclude each other. */
  #reduce(claims: readonly Claim[]): readonly Claim[] {
    let left = claims;
    for (const claim of claims) {
      const others = left.filter((each) => each !== claim);
      if (this.#excludeEachOther(others)) left = others;
    }
    return left;
  }

  /** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
  #claimsOf(node: NodeId, key: string): Claim[] {
    const { properties, additionalProperties } = keywordsOf(this.#graph, node);
    const named = properties?.get(key);
    const claims = this.#patternsOf(node)
      .filter(({ expression }) => expression.test(key))
      .map(({ claim }) => claim);
    if (named !== undefined) claims.unshift({ node, tokens: ["properties", key], schema: named });
    if (claims.length === 0 && additionalProperties !== undefined)
      claims.push({ node, tokens: ["additionalProperties"], schema: additionalProperties });
    return claims;
  }

  #patternsOf(node: NodeId): readonly { expression: RegExp; claim: Claim }[] {
    const known = this.#patterns.get(node);
    if (known) return known;
    const patterns = (keywordsOf(this.#graph, node).patternProperties ?? []).map(({ pattern, schema }) => ({
      expression: new RegExp(pattern.source, pattern.flags),
      claim: { node, tokens: ["patternProperties", pattern.source], schema },
    }));
    this.#patterns.set(node, patterns);
    return patterns;
  }

  #excludeEachOther(claims: readonly Claim[]): boolean {
    const proofs = claims.map(({ schema }) => this.#proofOf(schema));
    const types = proofs.reduce((left, proof) => left & proof.types, allTypes);
    if (types === noTypes) return true;
    const [fewest, ...others] = proofs
      .flatMap(({ literals }) => literals ?? [])
      .sort((left, right) => left.values.length - right.values.length);
    const isLeft = (value: JsonValue): boolean =>
      (typeSetOfValue(value) & types) !== noTypes && others.every((set) => set.has(value));
    return fewest !== undefined && !fewest.values.some(isLeft);
  }
}
