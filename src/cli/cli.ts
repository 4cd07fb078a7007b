#!/usr/bin/env node
import picocolors from "picocolors";
import { main } from "./main.js";

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const isTerminal = process.stderr.isTTY;

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal,
  // picocolors reads NO_COLOR and its like, but looks at standard output.
  hasColors: isTerminal && picocolors.isColorSupported,
  ...(isTerminal && process.stdin.isTTY && { prompts: { input: process.stdin, output: process.stderr } }),
  cwd: process.cwd(),
});
