import { describe, expect, it } from "vitest";
import { reportDrift } from "../../src/cli/report-drift.js";
import { createReporter } from "../../src/cli/reporter.js";
import type { Change, ChangeKind } from "../../src/write/change.js";

function change(kind: ChangeKind, path: string, before?: string, after?: string): Change {
  return { kind, output: "/p/out", path, before, after };
}

function drift(changes: readonly Change[], format: "text" | "json" = "text") {
  let stdout = "";
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write() {} },
    isTerminal: false,
    cwd: "/p",
  };
  const reporter = createReporter({ reporter: format }, streams);
  const found = reportDrift({ changes, folder: "out", duration: "5 ms" }, reporter, "/p");
  if (format === "json") reporter.close();
  return { found, stdout };
}

describe("reportDrift", () => {
  it("finds nothing where all files are the same", () => {
    expect(drift([change("same", "a.ts", "x", "x")])).toEqual({
      found: false,
      stdout: "out: as generated, 1 file (5 ms)\n",
    });
  });

  it("shows what differs, is missing and is left over", () => {
    const changes = [
      change("update", "a.ts", "one\n", "two\n"),
      change("create", "b.ts", undefined, "new\n"),
      change("same", "c.ts", "x", "x"),
      change("delete", "d.ts", "old\n", undefined),
    ];
    const { found, stdout } = drift(changes);
    expect(found).toBe(true);
    expect(stdout).toMatch(/^out: differs from what is generated \(5 ms\)\n {2}out\/a\.ts differs\.\n/);
    for (const line of [
      "-one\n+two\n",
      "  out/b.ts is missing.\n",
      "+new\n",
      "  out/d.ts is no longer generated.\n",
      "-old\n",
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout).not.toContain("c.ts");
  });

  it("reports a run that was killed, though all files are the same", () => {
    const { found, stdout } = drift([change("unfinished", ""), change("same", "a.ts", "x", "x")]);
    expect(found).toBe(true);
    expect(stdout).toContain("  A run that was killed left its work in out unfinished.\n");
  });

  it("shows the differences of ten files, and names the others", () => {
    const changes = Array.from({ length: 12 }, (_, index) =>
      change("update", `f${index}.ts`, "one\n", "two\n"),
    );
    const { stdout } = drift(changes);
    expect(stdout.split("-one\n").length - 1).toBe(10);
    expect(stdout).toContain("  out/f11.ts differs.\n");
  });

  it("is a diagnostic for each file in JSON", () => {
    const { stdout } = drift([change("unfinished", ""), change("update", "a.ts", "one", "two")], "json");
    expect(JSON.parse(stdout)).toMatchObject([
      {
        code: "output-differs",
        message: "out/a.ts differs.",
        place: { uri: "file:///p/out/a.ts", file: "out/a.ts" },
      },
      { code: "run-unfinished", place: { file: "out" } },
    ]);
  });
});
