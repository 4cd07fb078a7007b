import { Command, CommanderError } from "commander";
import manifestText from "../../package.json?raw";
import { addCommands, type CommandLine } from "./commands.js";
import { reportBug } from "./report-bug.js";
import type { Streams } from "./streams.js";

/**
 * The command line: `argv` is what stands behind `schemist`. Returns the exit code: 0 done, 1 findings, 2 the input,
 * the config or the command line is wrong, 3 a bug of ours. Never throws.
 */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram(argv, streams, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // Help and version end this way too, with 0; any other time commander has said what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportBug(error, streams);
  }
}

function createProgram(argv: readonly string[], streams: Streams, finish: CommandLine["finish"]): Command {
  const { version }: { version: string } = JSON.parse(manifestText);
  const program = new Command("schemist")
    .description("JSON Schema to TypeScript: types, exact type guards, and helpers for discriminated unions")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  addCommands({ program, argv, streams, finish });
  return program;
}
