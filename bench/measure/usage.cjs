// Loaded before a measured program: as it ends, writes what the whole process used to the descriptor that was given.
const { writeSync } = require("node:fs");

const descriptor = process.env["BENCH_USAGE"];
if (descriptor !== undefined) {
  // What the program starts in turn is not asked.
  delete process.env["BENCH_USAGE"];
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(Number(descriptor), JSON.stringify({ userCPUTime, systemCPUTime, maxRSS }));
  });
}
