import { type Command, Option } from "commander";

export const reporterNames = ["text", "json", "github", "sarif"] as const;

export type ReporterName = (typeof reporterNames)[number];

/** How a command tells what it finds: the flags that each has whose outcome is diagnostics. */
export interface ReporterFlags {
  readonly reporter: ReporterName;
  readonly verbose?: boolean;
}

/** Adds a flag for each member of ReporterFlags. */
export function addReporterFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--reporter <format>", "how diagnostics are told").choices(reporterNames).default("text"),
    )
    .option("--verbose", "tell notes too");
}
