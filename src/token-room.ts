/**
 * Lists for the tokens of one text after the other. To make lists for each of thousands of short texts takes longer than to read them. The
 * tokens of a text are gone when the next one is read into the same room.
 */
export class TokenRoom {
  kinds = new Uint8Array(0);
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  breaks = new Uint8Array(0);
  #used = 0;

  /** Room for so many tokens at least; what is there stays. */
  reserve(count: number): void {
    if (count <= this.kinds.length) return;
    const room = Math.max(count, this.kinds.length * 2);
    this.kinds = copyInto(new Uint8Array(room), this.kinds);
    this.breaks = copyInto(new Uint8Array(room), this.breaks);
    this.starts = copyInto(new Int32Array(room), this.starts);
    this.ends = copyInto(new Int32Array(room), this.ends);
  }

  /** Says how many there are; what a longer text has left behind them goes. */
  settle(count: number): void {
    this.kinds.fill(0, count, Math.max(count, this.#used));
    this.breaks.fill(0, count, Math.max(count, this.#used));
    this.#used = count;
  }
}

function copyInto<List extends Uint8Array | Int32Array>(list: List, values: List): List {
  list.set(values);
  return list;
}
