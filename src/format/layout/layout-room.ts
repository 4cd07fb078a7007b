import { TokenRoom } from "../../token-room.js";

/** Lists for what is learned of one text after the other, by token; see `TokenRoom`. */
export class LayoutRoom {
  readonly tokens = new TokenRoom();
  closers = new Int32Array(0);
  spaces = new Uint8Array(0);
  forced = new Uint8Array(0);
  widths = new Int32Array(0);
  changes = new Int32Array(0);
  breaks = new Int32Array(0);

  /** Room for so many tokens of a new text, of which nothing is known yet. */
  clear(count: number): void {
    if (count <= this.closers.length) {
      this.closers.fill(0, 0, count);
      this.spaces.fill(0, 0, count);
      this.forced.fill(0, 0, count);
      return;
    }
    const room = Math.max(count, this.closers.length * 2);
    this.closers = new Int32Array(room);
    this.spaces = new Uint8Array(room);
    this.forced = new Uint8Array(room);
    this.widths = new Int32Array(room);
    this.changes = new Int32Array(room);
    this.breaks = new Int32Array(room);
  }
}
