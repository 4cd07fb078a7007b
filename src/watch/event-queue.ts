/** So long must nothing happen before what has happened is told, in milliseconds: editors and Git write several files at once. */
const settling = 80;

/** Collects paths of events, for one reader that takes its time. */
export class EventQueue {
  #paths = new Set<string>();
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  push(path: string): void {
    this.#paths.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), settling);
  }

  /** What has happened since the last call, once it is over; undefined once the queue is closed. */
  async next(): Promise<ReadonlySet<string> | undefined> {
    while (!this.#isClosed && (this.#paths.size === 0 || this.#timer)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#isClosed) return undefined;
    const paths = this.#paths;
    this.#paths = new Set();
    return paths;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#settle();
  }

  #settle(): void {
    this.#timer = undefined;
    this.#wake?.();
  }
}
