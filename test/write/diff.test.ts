import { describe, expect, it } from "vitest";
import { diffChange } from "../../src/write/diff.js";
import type { Change } from "../../src/write/change.js";

function change(before: string | undefined, after: string | undefined): Change {
  return { kind: "update", output: "/out", path: "src/a.ts", before, after };
}

function lines(count: number, word = "line"): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}\n`).join("");
}

describe("diffChange", () => {
  it("shows three lines around each difference", () => {
    const after = lines(20).replace("line 10\n", "other\n");
    expect(diffChange(change(lines(20), after))).toBe(
      [
        "--- src/a.ts",
        "+++ src/a.ts",
        "@@ -7,7 +7,7 @@",
        " line 7",
        " line 8",
        " line 9",
        "-line 10",
        "+other",
        " line 11",
        " line 12",
        " line 13",
      ].join("\n"),
    );
  });

  it("shows a new file as added", () => {
    expect(diffChange(change(undefined, "a\n\nb\n"))).toBe(
      ["--- /dev/null", "+++ src/a.ts", "@@ -0,0 +1,3 @@", "+a", "+", "+b"].join("\n"),
    );
  });

  it("shows a deleted file as removed", () => {
    expect(diffChange(change("a\nb\n", undefined))).toBe(
      ["--- src/a.ts", "+++ /dev/null", "@@ -1,2 +0,0 @@", "-a", "-b"].join("\n"),
    );
  });

  it("keeps a blank line at the end", () => {
    expect(diffChange(change("a\n\n", "b\n\n"))).toBe(
      ["--- src/a.ts", "+++ src/a.ts", "@@ -1,2 +1,2 @@", "-a", "+b", " "].join("\n"),
    );
  });

  it("says where the last line has no break", () => {
    expect(diffChange(change("a\n", "a"))).toContain("\\ No newline at end of file");
  });

  it("is empty where nothing changes", () => {
    expect(diffChange(change("a\n", "a\n"))).toBe("");
    expect(
      diffChange({ kind: "unfinished", output: "/out", path: "", before: undefined, after: undefined }),
    ).toBe("");
  });

  it("cuts a long diff and says by how much", () => {
    const shown = diffChange(change(undefined, lines(500))).split("\n");
    expect(shown).toHaveLength(101);
    expect(shown.at(-2)).toBe("+line 97");
    expect(shown.at(-1)).toBe("… 403 more lines");
  });

  it("does not search for the least difference of texts that have nothing in common", () => {
    const started = performance.now();
    const shown = diffChange(change(lines(50_000, "old"), lines(50_000, "new"))).split("\n");
    expect(performance.now() - started).toBeLessThan(5000);
    expect(shown.slice(0, 4)).toEqual(["--- src/a.ts", "+++ src/a.ts", "@@ -1,50000 +1,50000 @@", "-old 1"]);
  });
});
