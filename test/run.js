// Runs everything that must hold, one step after the other, and closes with a line that counts the tests.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "schemist-test-"));
const report = join(folder, "report.json");
const bin = (name) => join(root, "node_modules", ".bin", name);

/** Each step is a test of its own; vitest's own tests are counted one by one. */
const steps = [
  ["format", bin("prettier"), "--check", "--log-level", "warn", "."],
  ["lint", bin("oxlint"), "--type-aware"],
  ["types", bin("tsc"), "--noEmit"],
  ["build", "npm", "run", "--silent", "build"],
  ["drift", process.execPath, "dist/cli.js", "check"],
  ["vitest", bin("vitest"), "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
];

const failed = [];
for (const [name, command, ...args] of steps) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}

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

/** What was skipped, by the file's own words: the outermost name. */
function describeSkipped(tests) {
  const groups = new Map();
  for (const { ancestorTitles, title } of tests) {
    const group = ancestorTitles[0] ?? title;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  for (const [group, count] of groups) console.log(`skipped: ${count} of ${group}`);
}
