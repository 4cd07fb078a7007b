import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { type Change, type ChangeKind, fine, type Verdict, type Verdicts } from "./change.js";
import type { Judge, Judgement, Keyword } from "./judge.js";

/** A pair of schemas that stand at one place, one of each version. */
export interface Pair {
  readonly old: NodeId;
  readonly new: NodeId;
  /** As people read it: `Event.data.id`. */
  readonly where: string;
  /** A JSON Pointer into `schema.json`. */
  readonly pointer: string;
}

/** What is asked of one direction: which keywords of the other version's schema, by values that are valid by all `from`. */
export interface Question {
  readonly keywords: readonly Keyword[];
  readonly from?: readonly NodeId[];
  /** A part of the other version's schema, in place of it. */
  readonly schema?: CanonicalSchema;
}

/** Makes the changes of a pair: each says what it is, and asks what it may break; what it does not ask it cannot break. */
export class Drafter {
  readonly judge: Judge;
  readonly pair: Pair;
  readonly old: CanonicalSchema;
  readonly new: CanonicalSchema;

  constructor(judge: Judge, pair: Pair, old: CanonicalSchema, updated: CanonicalSchema) {
    this.judge = judge;
    this.pair = pair;
    this.old = old;
    this.new = updated;
  }

  draft(
    kind: ChangeKind,
    what: string,
    asked: { readonly readers?: Question; readonly writers?: Question; readonly consumers?: Verdict },
  ): Change {
    const { old, new: updated, where, pointer } = this.pair;
    const readers = this.#ask(updated, old, this.old, asked.readers);
    const writers = this.#ask(old, updated, this.new, asked.writers);
    const breaks = writers.example === undefined ? "readers" : "writers";
    const value = writers.example ?? readers.example;
    const verdicts: Verdicts = {
      readers: readers.verdict,
      writers: writers.verdict,
      consumers: asked.consumers ?? fine.consumers,
    };
    const change: Change = { kind, where, schema: pointer, what, verdicts };
    return value === undefined ? change : { ...change, example: { breaks, value } };
  }

  #ask(from: NodeId, to: NodeId, schema: CanonicalSchema, question: Question | undefined): Judgement {
    if (!question) return { verdict: "compatible" };
    const { keywords, from: narrower = [from], schema: part = schema } = question;
    return this.judge.judgeKeywords(narrower, to, part, keywords);
  }
}
