import { main } from "../../src/cli/main.js";
import type { Streams } from "../../src/cli/streams.js";

/** Runs the command line in this process, in the folder `cwd`, and keeps what it writes. */
export async function runCli(
  argv: readonly string[],
  cwd: string,
  settings: Partial<Streams> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const code = await main(argv, {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
    isTerminal: false,
    cwd,
    ...settings,
  });
  return { code, ...written };
}
