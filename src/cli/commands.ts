import { type Command, Option } from "commander";
import type { BundleFlags } from "./bundle.js";
import type { CheckFlags } from "./check.js";
import { addCacheFlag, addCommandFlags, addSourceCommandFlags, type CommandFlags } from "./command-flags.js";
import { addDiffFlags, type DiffFlags } from "./diff-flags.js";
import type { InitFlags } from "./init/init.js";
import { openCache } from "./open-cache.js";
import type { PublishFlags } from "./publish.js";
import type { SampleFlags } from "./sample.js";
import type { Streams } from "./streams.js";

/** What the commands share: the program, what stands behind `schemist`, and where the exit code goes. */
export interface CommandLine {
  readonly program: Command;
  readonly argv: readonly string[];
  readonly streams: Streams;
  readonly finish: (exitCode: number) => void;
}

/** Adds every command. Each is loaded when it runs, so that help and version need not wait for the generator. */
export function addCommands(line: CommandLine): void {
  addGenerate(line);
  addCheck(line);
  addWatch(line);
  addDiff(line);
  addPublish(line);
  addBundle(line);
  addSample(line);
  addInit(line);
}

function addGenerate({ program, argv, streams, finish }: CommandLine): void {
  const command = program.command("generate").description("generate, and write what changed");
  addCacheFlag(addCommandFlags(command)).action(async (schemas: readonly string[], flags: CommandFlags) => {
    const { runGenerate } = await import("./generate.js");
    finish(await runGenerate(schemas, flags, streams, openCache(argv, schemas, flags, streams)));
  });
}

function addCheck({ program, argv, streams, finish }: CommandLine): void {
  const command = program.command("check").description("compare what is generated with what is on disk");
  addCacheFlag(addCommandFlags(command))
    .option("--samples <glob>", "payload files that the root guard must accept; may be given again", collect)
    .action(async (schemas: readonly string[], flags: CheckFlags) => {
      const { runCheck } = await import("./check.js");
      finish(await runCheck(schemas, flags, streams, openCache(argv, schemas, flags, streams)));
    });
}

function addWatch({ program, streams, finish }: CommandLine): void {
  const description = "generate, and again what a change touches, until it is ended";
  addCommandFlags(program.command("watch").description(description)).action(
    async (schemas: readonly string[], flags: CommandFlags) => {
      const { runWatch } = await import("./watch.js");
      finish(await runWatch(schemas, flags, streams));
    },
  );
}

function addDiff({ program, streams, finish }: CommandLine): void {
  const command = program.command("diff").description("compare two versions of a schema, or of a package");
  addDiffFlags(command).action(
    async (old: string | undefined, updated: string | undefined, flags: DiffFlags) => {
      const { runDiff } = await import("./diff.js");
      finish(await runDiff([old, updated], flags, streams));
    },
  );
}

function addPublish({ program, streams, finish }: CommandLine): void {
  addCommandFlags(program.command("publish").description("show what npm would send of each package"))
    .option("--dry-run", "required: nothing is ever sent, which is for `npm publish`")
    .action(async (schemas: readonly string[], flags: PublishFlags) => {
      const { runPublish } = await import("./publish.js");
      finish(await runPublish(schemas, flags, streams));
    });
}

function addBundle({ program, streams, finish }: CommandLine): void {
  addSourceCommandFlags(program.command("bundle").description("make one self-contained schema document"))
    .option("--out <file>", "the file to write, as JSON or YAML by its ending; by default standard output")
    .action(async (schema: string, flags: BundleFlags) => {
      const { runBundle } = await import("./bundle.js");
      finish(await runBundle(schema, flags, streams));
    });
}

function addSample({ program, streams, finish }: CommandLine): void {
  addSourceCommandFlags(program.command("sample").description("make payloads of a schema, for tests"))
    .option("--count <number>", "how many", "10")
    .option("--seed <text>", "the same seed gives the same samples", "1")
    .option("--invalid", "near-valid payloads, each with one thing wrong, and what")
    .option("--out <dir>", "the folder to write, a file each; by default lines of JSON on standard output")
    .action(async (schema: string, flags: SampleFlags) => {
      const { runSample } = await import("./sample.js");
      finish(await runSample(schema, flags, streams));
    });
}

function addInit({ program, streams, finish }: CommandLine): void {
  program
    .command("init")
    .description("write a config file for the schemas that are found here, and scripts into package.json")
    .option("-y, --yes", "ask nothing, and take what is proposed")
    .addOption(new Option("--format <ending>", "of the config file").choices(["ts", "mjs", "json"]))
    .action(async (flags: InitFlags) => {
      const { runInit } = await import("./init/init.js");
      finish(await runInit(flags, streams));
    });
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
