import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { Verdict } from "./change.js";
import { isMetBy, isValid } from "./evaluate.js";
import { listExamples } from "./examples.js";
import { Prover } from "./prover.js";
import { Sameness } from "./same.js";
import type { Space } from "./space.js";

export type Keyword = keyof CanonicalSchema;

export interface Judgement {
  readonly verdict: Verdict;
  /** Of what is breaking: a value of the one schema that the other refuses. */
  readonly example?: JsonValue;
}

/** Says of values of one schema whether another accepts them, by proof or by example. */
export class Judge {
  readonly space: Space;
  readonly sameness: Sameness;
  readonly #provers: readonly (readonly [Verdict, Prover])[];
  readonly #examples = new Map<string, readonly JsonValue[]>();

  /** `isStrict`: nothing is assumed of properties that a version leaves open. */
  constructor(space: Space, isStrict: boolean) {
    this.space = space;
    this.sameness = new Sameness(space);
    const all = ["compatible", new Prover(space, "all")] as const;
    this.#provers = isStrict ? [all] : [all, ["assumed", new Prover(space, "fresh")]];
  }

  /** Whether all values of `from` are proved to be valid by `to`. */
  prove(from: NodeId, to: NodeId): Verdict {
    return this.#provers.find(([, prover]) => prover.isContained(from, to))?.[0] ?? "unknown";
  }

  /** The same, and where that is not proved an example of the contrary, if there is one. */
  judge(from: NodeId, to: NodeId): Judgement {
    const verdict = this.prove(from, to);
    if (verdict !== "unknown") return { verdict };
    return this.#refute(from, to, (value) => isValid(this.space, to, value) === false);
  }

  /** Whether all values of `from` meet these keywords of the schema, which is that of `to`, or a part of it. */
  judgeKeywords(
    from: readonly NodeId[],
    to: NodeId,
    schema: CanonicalSchema,
    keywords: readonly Keyword[],
  ): Judgement {
    const asked = keywords.filter((keyword) => schema[keyword] !== undefined);
    const proved = this.#provers.find(([, prover]) => prover.areKeywordsMet(from, schema, asked));
    if (proved) return { verdict: proved[0] };
    const [first] = from;
    if (first === undefined) return { verdict: "unknown" };
    return this.#refute(
      first,
      to,
      (value) =>
        from.every((id) => isValid(this.space, id, value) === true) &&
        asked.some((keyword) => isMetBy(this.space, schema, keyword, value) === false),
    );
  }

  #refute(from: NodeId, to: NodeId, isRefused: (value: JsonValue) => boolean): Judgement {
    const key = `${from}\n${to}`;
    const known = this.#examples.get(key) ?? listExamples(this.space, from, to);
    this.#examples.set(key, known);
    const example = known.find(isRefused);
    return example === undefined ? { verdict: "unknown" } : { verdict: "breaking", example };
  }
}
