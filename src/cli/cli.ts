#!/usr/bin/env node
import picocolors from "picocolors";
import { repeatRun } from "./repeat-run.js";
import type { Streams } from "./streams.js";

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const isTerminal = process.stderr.isTTY;

const streams: Streams = {
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal,
  // picocolors reads NO_COLOR and its like, but looks at standard output.
  hasColors: isTerminal && picocolors.isColorSupported,
  cwd: process.cwd(),
};
const argv = process.argv.slice(2);

process.exitCode =
  (await repeatRun(argv, streams)) ?? (await (await import("./main.js")).main(argv, streams));
