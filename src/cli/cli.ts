#!/usr/bin/env node
import { keepCompiled, tuneEngine } from "./tune-node.js";
import { repeatRun } from "./repeat-run.js";
import type { Streams } from "./streams.js";
import { wantsColors } from "./wants-colors.js";

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const isTerminal = process.stderr.isTTY;
const { GITHUB_WORKSPACE: workspace = "" } = process.env;

const streams: Streams = {
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal,
  hasColors: wantsColors(process.stderr, process.env),
  hasOutputColors: wantsColors(process.stdout, process.env),
  ...(isTerminal && process.stdin.isTTY && { prompts: { input: process.stdin, output: process.stderr } }),
  cwd: process.cwd(),
  ...(workspace !== "" && { workspace }),
  untilStopped: () =>
    new Promise((resolve) => {
      // Only once: whoever asks a second time does not want to wait.
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    }),
};
const argv = process.argv.slice(2);

async function runMain(): Promise<number> {
  keepCompiled();
  const { main } = await import("./main.js");
  return main(argv, streams);
}

tuneEngine();
process.exitCode = (await repeatRun(argv, streams)) ?? (await runMain());
