import type { Streams } from "./streams.js";

/** Tells of an error that nobody foresaw, and gives the exit code of bugs. */
export function reportBug(error: unknown, { stderr }: Pick<Streams, "stderr">): number {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  stderr.write(
    `${stack}\n\nThis is a bug in Schemist. Please report it, with the text above and the schema.\n`,
  );
  return 3;
}
