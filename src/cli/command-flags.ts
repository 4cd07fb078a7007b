import type { Command } from "commander";
import { addInputFlags, addSourceFlags, type InputFlags } from "./input-flags.js";
import { addReporterFlags, type ReporterFlags } from "./reporter-flags.js";

/** The flags of every command. */
export interface CommandFlags extends InputFlags, ReporterFlags {
  readonly config?: string;
  readonly out?: string;
  /** False by `--no-cache`. */
  readonly cache?: boolean;
}

/** Adds to the command what all commands have: schemas, flags, and the rules for both. */
export function addCommandFlags(command: Command): Command {
  command
    .argument("[SCHEMA...]", "paths, URLs or globs, each with an optional #/json/pointer")
    .option("--config <file>", "the config file; by default the nearest one from here upward")
    .option("--out <dir>", "the folder to write");
  return addReporterFlags(addInputFlags(command)).addHelpText("after", rules);
}

/** For commands that do again only what has changed since the last run. */
export function addCacheFlag(command: Command): Command {
  return command.option("--no-cache", "take nothing from the last run, and keep nothing for the next one");
}

/** Adds to a command what those have that read one schema: what it is made from, and how diagnostics are told. */
export function addSourceCommandFlags(command: Command): Command {
  command
    .argument("<SCHEMA>", "a path or URL, with an optional #/json/pointer")
    .option("--config <file>", "the config file; by default the nearest one from here upward");
  return addReporterFlags(addSourceFlags(command));
}

const rules = `
Which inputs:
  Without SCHEMA: all inputs of the config file.
  With SCHEMA: those alone. A SCHEMA that is exactly the schema of inputs in the config file selects them, with
  their settings. Any other has the defaults, and needs --out.
  Flags go before the settings of every selected input. After a flag that takes several values, such as --remote,
  write -- before SCHEMA.

Where to:
  --out DIR is the folder of the one input that is selected. Of several, each has a folder of its own in DIR,
  named after its file, or after the last part of its pointer. One folder of many schemas: quote a glob.

Exit codes:
  0 done; 1 findings: files that differ, a sample that is invalid; 2 the input, the config or the command line is
  wrong; 3 a bug of Schemist.
`;
