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
  /** Whether diagnostics have colours; by default not. */
  readonly hasColors?: boolean;
  /** The folder that paths on the command line start from. */
  readonly cwd: string;
}
