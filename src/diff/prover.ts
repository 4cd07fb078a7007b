import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { isSubset, jsonTypesOf, typeSetOf } from "../schema/type-set.js";
import { isValid } from "./evaluate.js";
import { lastSegment } from "./definition-name.js";
import { implications } from "./implications.js";
import { Keys } from "./keys.js";
import { Ledger } from "./ledger.js";
import { type Disjunction, type Left, leftOf, Premise } from "./premise.js";
import type { Questions } from "./questions.js";
import { Sameness } from "./same.js";
import type { Space } from "./space.js";

const fewNots = 8;

type Keyword = keyof CanonicalSchema;

/** What values a proof is about: all, or those without properties that their own version leaves open and the other one names. */
export type Scope = "all" | "fresh";

/**
 * Proves that all values that are valid by one schema are valid by another. What it says yes to is so; where it says no, it may be all
 * the same. See docs/decisions/comparing-by-proof.md.
 */
export class Prover implements Questions {
  readonly space: Space;
  readonly #scope: Scope;
  readonly #ledger = new Ledger();
  readonly #sameness: Sameness;
  readonly #keys = new Keys();
  readonly #premises = new Map<string, Premise>();

  constructor(space: Space, scope: Scope) {
    this.space = space;
    this.#sameness = new Sameness(space);
    this.#scope = scope;
  }

  isContained(from: NodeId, to: NodeId): boolean {
    return this.contains(leftOf([from]), to);
  }

  /** Whether all values of `from` meet these keywords of a schema. */
  areKeywordsMet(from: readonly NodeId[], schema: CanonicalSchema, keywords: readonly Keyword[]): boolean {
    const goOn = (left: Left): boolean =>
      isPlainlyEmpty(this.#premiseOf(left)) || this.#isMet(left, schema, keywords, goOn);
    return goOn(leftOf(from));
  }

  contains(left: Left, right: NodeId): boolean {
    if (left.nodes.some((id) => id === right || this.#sameness.areSame(id, right))) return true;
    return this.#ledger.ask(`${this.#keys.numberOf(right)} of ${this.#keys.of(left)}`, () =>
      this.#prove(left, right),
    );
  }

  containsPart(nodes: readonly NodeId[], right: NodeId): boolean {
    return this.#ledger.below(() => this.contains(leftOf(nodes), right));
  }

  isEmpty(left: Left): boolean {
    return this.#ledger.ask(`none of ${this.#keys.of(left)}`, () => {
      const premise = this.#premiseOf(left);
      if (isPlainlyEmpty(premise) || this.#isContradictory(premise)) return true;
      const [open] = premise.disjunctions();
      return open !== undefined && this.#split(left, open).every((each) => this.isEmpty(each));
    });
  }

  isNoPart(nodes: readonly NodeId[]): boolean {
    return nodes.length > 0 && this.#ledger.below(() => this.isEmpty(leftOf(nodes)));
  }

  isAbsent(premise: Premise, key: string): boolean {
    if (this.#scope === "all" || !premise.isFreshSoFar(key)) return false;
    return premise.disjunctions().length === 0 || premise.isFresh(key);
  }

  #prove(left: Left, right: NodeId): boolean {
    const premise = this.#premiseOf(left);
    if (isPlainlyEmpty(premise)) return true;
    const { schema } = this.space.nodeOf(right);
    if (schema === true || isSubset(premise.types, this.space.factsOf(right).wholeTypes(right))) return true;
    if (premise.literals?.every((value) => isValid(this.space, right, value) === true)) return true;
    if (schema === false) return this.isEmpty(left);
    const keywords = Object.keys(schema) as Keyword[];
    return this.#isMet(left, schema, keywords, (each) => this.contains(each, right));
  }

  /** Whether the keywords are met, or else, whichever way the value is told apart further, `goOn` holds. */
  #isMet(
    left: Left,
    schema: CanonicalSchema,
    keywords: readonly Keyword[],
    goOn: (left: Left) => boolean,
  ): boolean {
    const premise = this.#premiseOf(left);
    if (keywords.every((keyword) => implications[keyword](premise, schema, this))) return true;
    if (this.#isContradictory(premise)) return true;
    const [open] = premise.disjunctions();
    if (open) return this.#split(left, open).every(goOn);
    const types = jsonTypesOf(premise.types);
    return (
      types.length > 1 && types.every((type) => goOn({ ...left, types: premise.types & typeSetOf([type]) }))
    );
  }

  /** Whether no value has all that the premise says. */
  #isContradictory(premise: Premise): boolean {
    const { left } = premise;
    if (premise.hasContradictoryBounds) return true;
    const isObject = isSubset(premise.types, typeSetOf(["object"]));
    if (isObject && [...premise.required].some((key) => this.isNoPart(premise.membersAt(key)))) return true;
    return this.#chooseNots(premise).some((not) =>
      this.contains({ ...left, nots: left.nots.filter((each) => each !== not) }, not),
    );
  }

  /** Of many schemas that a value does not meet, those that stand for something that it does meet. */
  #chooseNots({ nodes, nots }: Premise): readonly NodeId[] {
    if (nots.length <= fewNots) return nots;
    const targets = new Set(nodes.map((id) => lastSegment(this.space.keywordsOf(id).$ref)));
    return nots.filter((not) => {
      const target = lastSegment(this.space.keywordsOf(not).$ref);
      return target === undefined ? nodes.some((id) => this.#sameness.areSame(id, not)) : targets.has(target);
    });
  }

  /** The ways in which a value may meet `anyOf`, `oneOf` or a condition: each value goes one of them. */
  #split(left: Left, { id, keyword, branches }: Disjunction): Left[] {
    const add = (...nodes: readonly (NodeId | undefined)[]): readonly NodeId[] => [
      ...left.nodes,
      ...nodes.filter((node) => node !== undefined),
    ];
    if (keyword === "if") {
      const { if: condition, then, else: otherwise } = this.space.keywordsOf(id);
      const decided = [...left.decided, id];
      const nots = [...left.nots, ...branches];
      return [
        { ...left, decided, nodes: add(condition, then) },
        { ...left, decided, nodes: add(otherwise), nots },
      ];
    }
    return branches.map((branch) => {
      const nots = keyword === "oneOf" ? branches.filter((other) => other !== branch) : [];
      return { ...left, nodes: add(branch), nots: [...left.nots, ...nots] };
    });
  }

  #premiseOf(left: Left): Premise {
    const key = this.#keys.of(left);
    const known = this.#premises.get(key);
    if (known) return known;
    const premise = new Premise(this.space, left);
    this.#premises.set(key, premise);
    return premise;
  }
}

function isPlainlyEmpty({ types, literals }: Premise): boolean {
  return types === 0 || literals?.length === 0;
}
