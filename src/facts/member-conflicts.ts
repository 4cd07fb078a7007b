import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
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

/** What conjuncts that apply together say of members, by the name of the member. */
export class Members {
  /** Each required name, with the first conjunct that requires it. */
  readonly requirers: ReadonlyMap<string, NodeId>;
  readonly #named = new Map<string, Claim[]>();
  /** Those that speak of names that they do not list. */
  readonly #broad: readonly ((key: string) => readonly Claim[])[];

  constructor(graph: SchemaGraph, conjuncts: readonly NodeId[]) {
    const requirers = new Map<string, NodeId>();
    for (const node of conjuncts) {
      const { properties = [], required = [] } = keywordsOf(graph, node);
      for (const name of required) if (!requirers.has(name)) requirers.set(name, node);
      for (const [key, schema] of properties) {
        const claim = { node, tokens: ["properties", key], schema };
        const others = this.#named.get(key);
        if (others) others.push(claim);
        else this.#named.set(key, [claim]);
      }
    }
    this.requirers = requirers;
    this.#broad = conjuncts.flatMap((node) => readBroadClaims(node, keywordsOf(graph, node)) ?? []);
  }

  /** All that applies to property `key`. */
  claimsOf(key: string): Claim[] {
    return [...(this.#named.get(key) ?? []), ...this.#broad.flatMap((claimsOf) => claimsOf(key))];
  }
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
function readBroadClaims(
  node: NodeId,
  { properties, patternProperties = [], additionalProperties }: CanonicalSchema,
): ((key: string) => readonly Claim[]) | undefined {
  if (patternProperties.length === 0 && additionalProperties === undefined) return undefined;
  const patterns = patternProperties.map(({ pattern, schema }) => ({
    expression: new RegExp(pattern.source, pattern.flags),
    claim: { node, tokens: ["patternProperties", pattern.source], schema },
  }));
  return (key) => {
    const matching = patterns.filter(({ expression }) => expression.test(key)).map(({ claim }) => claim);
    if (matching.length > 0 || additionalProperties === undefined || properties?.has(key)) return matching;
    return [{ node, tokens: ["additionalProperties"], schema: additionalProperties }];
  };
}

/** Why no value meets all of the claims on one property; undefined where that is not proved. */
export function findConflict(claims: readonly Claim[], proofOf: ProofOf): Conflict | undefined {
  const refusal = claims.find(({ schema }) => proofOf(schema).types === noTypes);
  if (refusal) return { kind: "forbidden", claims: [refusal] };
  if (!excludeEachOther(claims, proofOf)) return undefined;
  let least = claims;
  for (const claim of claims) {
    const others = least.filter((each) => each !== claim);
    if (excludeEachOther(others, proofOf)) least = others;
  }
  const [first, ...others] = least;
  return first && { kind: "contradictory", claims: [first, ...others] };
}

function excludeEachOther(claims: readonly Claim[], proofOf: ProofOf): boolean {
  const proofs = claims.map(({ schema }) => proofOf(schema));
  const types = proofs.reduce((left, proof) => left & proof.types, allTypes);
  if (types === noTypes) return true;
  const [fewest, ...others] = proofs
    .flatMap(({ literals }) => literals ?? [])
    .sort((left, right) => left.values.length - right.values.length);
  const isLeft = (value: JsonValue): boolean =>
    (typeSetOfValue(value) & types) !== noTypes && others.every((set) => set.has(value));
  return fewest !== undefined && !fewest.values.some(isLeft);
}
