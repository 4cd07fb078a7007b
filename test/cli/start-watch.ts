import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.js";

/** A watch that goes on, and what it has written to both streams. */
export interface RunningWatch {
  /** Waits until it has written what matches, behind what was waited for last; gives all that stands up to its end. */
  waitFor(pattern: RegExp): Promise<string>;
  /** Ends it as Ctrl+C does; gives the exit code. */
  stop(): Promise<number>;
}

/** Keeps what is written, for those who wait for it. */
export class Transcript {
  #text = "";
  #read = 0;
  #wake = () => {};

  write(text: string): void {
    this.#text += text;
    this.#wake();
  }

  async waitFor(pattern: RegExp): Promise<string> {
    const deadline = Date.now() + 100_000;
    for (;;) {
      const match = pattern.exec(this.#text.slice(this.#read));
      if (match) {
        const from = this.#read;
        this.#read += match.index + match[0].length;
        return this.#text.slice(from, this.#read);
      }
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`${pattern} was not written:\n${this.#text}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

/** Runs `schemist watch` in this process, in the folder `cwd`, with all that it does to files. */
export async function startWatch(argv: readonly string[], cwd: string): Promise<RunningWatch> {
  // Files that are younger than clocks are exact would count as changed while they were read.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const transcript = new Transcript();
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const writer = { write: (text: string) => transcript.write(text) };
  const ended = main(["watch", ...argv], {
    stdout: writer,
    stderr: writer,
    isTerminal: false,
    cwd,
    untilStopped: () => stopped,
  });
  const end = () => {
    stop();
    return ended;
  };
  onTestFinished(async () => void (await end()));
  return { waitFor: (pattern) => transcript.waitFor(pattern), stop: end };
}
