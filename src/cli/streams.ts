import type { Readable, Writable } from "node:stream";

/** Takes text, as `process.stdout` does. */
export interface Writer {
  write(text: string): unknown;
}

/** What the command line works with, so that it runs inside a test as it runs in a process. */
export interface Streams {
  readonly stdout: Writer;
  readonly stderr: Writer;
  /** Whether somebody watches standard error: progress is shown to them alone. */
  readonly isTerminal: boolean;
  /** Whether what is written to standard error has colours; by default not. */
  readonly hasColors?: boolean;
  /** The same of standard output. */
  readonly hasOutputColors?: boolean;
  /** What questions are asked on; undefined where nobody is there to answer. */
  readonly prompts?: Prompts;
  /** The folder that paths on the command line start from. */
  readonly cwd: string;
  /** The root of the repository, where one is known: other tools name files from there. By default `cwd`. */
  readonly workspace?: string;
  /** Whether a program reads one document after the other, so that each is a line. */
  readonly isContinuous?: boolean;
  /** Resolves when the program is asked to end. Only what goes on without end asks. */
  readonly untilStopped?: () => Promise<void>;
}

/** The two sides of a terminal. */
export interface Prompts {
  readonly input: Readable;
  readonly output: Writable;
}
