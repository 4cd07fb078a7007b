import { describe, expect, it } from "vitest";
import { reportDrift } from "../../src/cli/report-drift.js";
import { createReporter } from "../../src/cli/reporter.js";
import type { Change, ChangeKind } from "../../src/write/change.js";

function change(kind: ChangeKind, path: string, before?: string, after?: string): Change {
  return { kind, output: "/p/out", path, before, after };
}

async function drift(changes: readonly Change[], format: "text" | "json" = "text", hasOutputColors = false) {
  let stdout = "";
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write() {} },
    isTerminal: false,
    hasOutputColors,
    cwd: "/p",
  };
  const reporter = createReporter({ reporter: format }, streams);
  const selection = { input: { schema: "a.json", output: "/p/out" }, root: "/p" };
  const found = await reportDrift({ selection, changes, folder: "out", duration: "5 ms" }, reporter, "/p");
  if (format === "json") reporter.close();
  return { found, stdout };
}

describe("reportDrift", () => {
  it("finds nothing where all files are the same", async () => {
    expect(await drift([change("same", "a.ts", "x", "x")])).toEqual({
      found: false,
      stdout: "out: as generated, 1 file (5 ms)\n",
    });
  });

  it("shows what differs, is missing and is left over", async () => {
    const changes = [
      change("update", "a.ts", "one\n", "two\n"),
      change("create", "b.ts", undefined, "new\n"),
      change("same", "c.ts", "x", "x"),
      change("delete", "d.ts", "old\n", undefined),
    ];
    const { found, stdout } = await drift(changes);
    expect(found).toBe(true);
    expect(stdout).toMatch(
      /^out: 3 of 4 files differ from what is generated, 2 lines to add, 2 to remove \(5 ms\)\n {2}out\/a\.ts differs\.\n/,
    );
    for (const line of [
      "\n--- out/a.ts\ton disk\n+++ out/a.ts\tgenerated\n@@ -1,1 +1,1 @@\n-one\n+two\n",
      "  out/b.ts is missing.\n",
      "+new\n",
      "  out/d.ts is no longer generated.\n",
      "-old\n",
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout).not.toContain("c.ts");
  });

  it("reports a run that was killed, though all files are the same", async () => {
    const { found, stdout } = await drift([change("unfinished", ""), change("same", "a.ts", "x", "x")]);
    expect(found).toBe(true);
    expect(stdout).toContain(
      "out: a run is unfinished (5 ms)\n  A run that was killed left its work in out unfinished.\n",
    );
  });

  it("shows two hundred lines of differences, names fifty files, and counts the others", async () => {
    const changes = Array.from({ length: 60 }, (_, index) =>
      change("update", `f${index}.ts`, "one\n", "two\n"),
    );
    const { stdout } = await drift(changes);
    expect(stdout.split("-one\n").length - 1).toBe(40);
    expect(stdout).toContain("  out/f49.ts differs.\n");
    expect(stdout).not.toContain("out/f50.ts");
    expect(stdout).toMatch(/ {2}… the differences of 10 files are left out\n {2}… and 10 more files\n$/);
    expect(JSON.parse((await drift(changes, "json")).stdout)).toHaveLength(60);
  });

  it("shows what is compiled from sources after them", async () => {
    const changes = ["dist/a.js", "schema.json", "src/a.ts"].map((path) => change("update", path, "1", "2"));
    const { stdout } = await drift(changes);
    const named = [...stdout.matchAll(/^ {2}out\/(.+) differs\.$/gm)].map(([, path]) => path);
    expect(named).toEqual(["schema.json", "src/a.ts", "dist/a.js"]);
  });

  it("has colours only where they are wanted", async () => {
    const changes = [change("update", "a.ts", "one\n", "two\n")];
    const painted = (await drift(changes, "text", true)).stdout;
    expect(painted).toContain("\u001B[31m-one\u001B[39m\n\u001B[32m+two\u001B[39m\n");
    expect((await drift(changes)).stdout).not.toContain("\u001B");
  });

  it("is a diagnostic for each file in JSON", async () => {
    const { stdout } = await drift(
      [change("unfinished", ""), change("update", "a.ts", "one", "two")],
      "json",
    );
    expect(JSON.parse(stdout)).toMatchObject([
      {
        code: "output-differs",
        message: "out/a.ts differs.",
        place: { uri: "file:///p/out/a.ts", file: "out/a.ts", line: 1 },
      },
      { code: "run-unfinished", place: { file: "out" } },
    ]);
  });
});
