import { Command, CommanderError } from "commander";
import manifestText from "../../package.json?raw";
import type { CheckFlags } from "./check.js";
import { addCommandFlags, type CommandFlags } from "./command-flags.js";
import { addDiffFlags, type DiffFlags } from "./diff-flags.js";
import type { Streams } from "./streams.js";

/**
 * The command line: `argv` is what stands behind `schemist`. Returns the exit code: 0 done, 1 findings, 2 the input,
 * the config or the command line is wrong, 3 a bug of ours. Never throws.
 */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram(streams, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // Help and version end this way too, with 0; any other time commander has said what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    streams.stderr.write(describeBug(error));
    return 3;
  }
}

function createProgram(streams: Streams, finish: (exitCode: number) => void): Command {
  const { version }: { version: string } = JSON.parse(manifestText);
  const program = new Command("schemist")
    .description("JSON Schema to TypeScript: types, exact type guards, and helpers for discriminated unions")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  // Commands are loaded when they run, so that help and version need not wait for the generator.
  addCommandFlags(program.command("generate").description("generate, and write what changed")).action(
    async (schemas: readonly string[], flags: CommandFlags) => {
      const { runGenerate } = await import("./generate.js");
      finish(await runGenerate(schemas, flags, streams));
    },
  );
  addCommandFlags(program.command("check").description("compare what is generated with what is on disk"))
    .option("--samples <glob>", "payload files that the root guard must accept; may be given again", collect)
    .action(async (schemas: readonly string[], flags: CheckFlags) => {
      const { runCheck } = await import("./check.js");
      finish(await runCheck(schemas, flags, streams));
    });
  addDiffFlags(
    program.command("diff").description("compare two versions of a schema, or of a package"),
  ).action(async (old: string | undefined, updated: string | undefined, flags: DiffFlags) => {
    const { runDiff } = await import("./diff.js");
    finish(await runDiff([old, updated], flags, streams));
  });
  return program;
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function describeBug(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return `${stack}\n\nThis is a bug in Schemist. Please report it, with the text above and the schema.\n`;
}
