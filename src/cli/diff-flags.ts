import { type Command, Option } from "commander";
import type { Level } from "../diff/change.js";
import { addReadingFlags, type InputFlags } from "./input-flags.js";

/** The flags of `diff`. Its `--format` is that of what it tells. */
export interface DiffFlags extends Omit<InputFlags, "format"> {
  readonly config?: string;
  readonly format: "text" | "markdown" | "json";
  readonly allow?: Level;
  readonly for: "readers" | "writers" | "all";
  readonly strict?: boolean;
  readonly write?: boolean;
  readonly changelog?: string;
  readonly verbose?: boolean;
}

export function addDiffFlags(command: Command): Command {
  command
    .argument("[OLD]", "a package's folder, or a schema: a path or URL with an optional #/json/pointer")
    .argument("[NEW]", "likewise")
    .option("--config <file>", "the config file; by default the nearest one from here upward")
    .addOption(
      new Option("--format <format>", "how it is told").choices(["text", "markdown", "json"]).default("text"),
    )
    .addOption(
      new Option("--allow <level>", "the greatest change that is no finding").choices([
        "none",
        "patch",
        "minor",
        "major",
      ]),
    )
    .addOption(
      new Option("--for <audience>", "whose values count")
        .choices(["readers", "writers", "all"])
        .default("all"),
    )
    .option("--strict", "count values with properties that a schema leaves open and the other one names")
    .option("--write", "set the version in the config file")
    .option("--changelog <file>", "write an entry into a changelog");
  return addReadingFlags(command).option("--verbose", "tell notes too").addHelpText("after", rules);
}

const rules = `
What is compared:
  Without OLD and NEW: each package of the config file, as it would be generated, with what lies in its folder.
  With one SCHEMA: likewise, that of the config file alone.
  With both: a folder is a package that was generated; anything else a schema. A schema that is exactly that of an
  input in the config file is read with its settings, and so is the other one.

What is allowed:
  Without --allow: what the step between the two versions lets through, if it is one; else minor, and with --write
  anything.

Exit codes:
  0 done; 1 a greater change than is allowed; 2 the input, the config or the command line is wrong; 3 a bug of
  Schemist.
`;
