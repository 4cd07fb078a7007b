/** So many questions are asked for one proof, and so deep in each other; what takes more is not proved. */
const limits = { questions: 5_000, depth: 120 };

/** What a proof rests on: the first question on the stack that it takes for true, and the level below which that may be done. */
interface Support {
  lowest: number;
  above: number;
}

interface Frame extends Support {
  readonly index: number;
  readonly level: number;
}

const nothing: Readonly<Support> = { lowest: Infinity, above: -1 };

/**
 * The answers to questions, where a question may come up again on the way to its own answer. Of a part of the value it is then taken
 * for true, which is induction over the size of values: each way round takes a part, and parts end. Of the value itself it is not.
 */
export class Ledger {
  readonly #answers = new Map<string, false | Readonly<Support>>();
  readonly #pending = new Map<string, Frame>();
  readonly #stack: Frame[] = [];
  /** Answers that rest on a question that is still open. */
  readonly #unsettled: string[] = [];
  #level = 0;
  #questions = 0;
  #givenUp = 0;

  /** Asks something of a part of the value. */
  below(ask: () => boolean): boolean {
    this.#level++;
    const answer = ask();
    this.#level--;
    return answer;
  }

  ask(key: string, prove: () => boolean): boolean {
    const known = this.#answers.get(key) ?? this.#recall(key);
    if (known === false) return false;
    if (known && this.#level > known.above) return this.#rest(known);
    if (this.#stack.length === 0) this.#questions = 0;
    const isTooMuch = ++this.#questions > limits.questions || this.#stack.length >= limits.depth;
    if (isTooMuch || this.#pending.has(key)) {
      this.#givenUp++;
      return false;
    }
    return this.#prove(key, prove);
  }

  #recall(key: string): Readonly<Support> | undefined {
    const frame = this.#pending.get(key);
    return frame && { lowest: frame.index, above: frame.level };
  }

  #prove(key: string, prove: () => boolean): boolean {
    const frame: Frame = { ...nothing, index: this.#stack.length, level: this.#level };
    const [mark, givenUp] = [this.#unsettled.length, this.#givenUp];
    this.#stack.push(frame);
    this.#pending.set(key, frame);
    const answer = prove();
    this.#pending.delete(key);
    this.#stack.pop();
    const resting = [...this.#unsettled.splice(mark), key];
    if (answer) return this.#settle(resting, frame);
    // What rests on it falls with it.
    for (const each of resting) this.#answers.delete(each);
    // What was given up here may be proved from elsewhere.
    if (givenUp === this.#givenUp) this.#answers.set(key, false);
    return false;
  }

  #settle(keys: readonly string[], { lowest, above, index }: Frame): true {
    if (lowest >= index) {
      for (const key of keys) this.#answers.set(key, nothing);
      return true;
    }
    for (const key of keys) {
      const known = this.#answers.get(key) || nothing;
      const support = { lowest: Math.min(lowest, known.lowest), above: Math.max(above, known.above) };
      this.#answers.set(key, support);
    }
    this.#unsettled.push(...keys);
    return this.#rest({ lowest, above });
  }

  /** The question that is being answered rests on the same. */
  #rest({ lowest, above }: Readonly<Support>): true {
    const frame = this.#stack.at(-1);
    if (!frame) return true;
    frame.lowest = Math.min(frame.lowest, lowest);
    frame.above = Math.max(frame.above, above);
    return true;
  }
}
