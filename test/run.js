// Runs everything that must hold, and closes with a line that counts the tests.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "schemist-test-"));
const report = join(folder, "report.json");
const bin = (name) => join(root, "node_modules", ".bin", name);

/** Each step is a test of its own; vitest's own tests are counted one by one. */
const format = ["format", bin("prettier"), "--check", "--log-level", "warn", "."];
const others = [
  ["lint", bin("oxlint"), "--type-aware"],
  ["types", bin("tsc"), "--noEmit"],
  ["build", "npm", "run", "--silent", "build"],
  ["drift", process.execPath, "dist/cli.js", "check"],
  [
    "drift of configs",
    process.execPath,
    "dist/cli.js",
    "check",
    "--config",
    "src/config/schemist.config.json",
  ],
];
const json = `--outputFile.json=${report}`;
const vitest = ["vitest", bin("vitest"), "run", "--reporter=dot", "--reporter=json", json];
const steps = [format, ...others, vitest];

const failed = [];
// Formatting takes one processor as long as all the others take another; vitest has both for itself.
await Promise.all([runAll([format]), runAll(others)]);
await runAll([vitest]);

const counts = { passed: steps.length - failed.length, failed: failed.length, skipped: 0 };
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(
      ({ status }) => status === "skipped" || status === "pending" || status === "todo",
    ),
  );
  counts.passed += numPassedTests - (failed.includes("vitest") ? 0 : 1);
  counts.failed += numFailedTests - (failed.includes("vitest") && numFailedTests > 0 ? 1 : 0);
  counts.skipped += skipped.length;
  describeSkipped(skipped);
}
rmSync(folder, { recursive: true, force: true });

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs one step after the other. */
async function runAll(list) {
  for (const [name, command, ...args] of list) {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    const outcome = status === 0 ? "ok" : "FAILED";
    console.log(`${outcome}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (status !== 0) failed.push(name);
  }
}

/** What was skipped, by the file's own words: the outermost name. */
function describeSkipped(tests) {
  const groups = new Map();
  for (const { ancestorTitles, title } of tests) {
    const group = ancestorTitles[0] ?? title;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  for (const [group, count] of groups) console.log(`skipped: ${count} of ${group}`);
}
