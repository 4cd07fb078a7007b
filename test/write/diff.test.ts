import { describe, expect, it } from "vitest";
import { diffChange, findFirstDifference } from "../../src/write/diff.js";
import type { Change } from "../../src/write/change.js";

function change(before: string | undefined, after: string | undefined): Change {
  return { kind: "update", output: "/out", path: "src/a.ts", before, after };
}

function lines(count: number, word = "line"): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}\n`).join("");
}

function diff(change: Change): string {
  return diffChange(change, "out/src/a.ts")?.lines.join("\n") ?? "";
}

describe("diffChange", () => {
  it("shows three lines around each difference", () => {
    const after = lines(20).replace("line 10\n", "other\n");
    expect(diff(change(lines(20), after))).toBe(
      [
        "--- out/src/a.ts\ton disk",
        "+++ out/src/a.ts\tgenerated",
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
    expect(diff(change(undefined, "a\n\nb\n"))).toBe(
      ["--- /dev/null", "+++ out/src/a.ts\tgenerated", "@@ -0,0 +1,3 @@", "+a", "+", "+b"].join("\n"),
    );
  });

  it("shows a deleted file as removed", () => {
    expect(diff(change("a\nb\n", undefined))).toBe(
      ["--- out/src/a.ts\ton disk", "+++ /dev/null", "@@ -1,2 +0,0 @@", "-a", "-b"].join("\n"),
    );
  });

  it("keeps a blank line at the end", () => {
    expect(diff(change("a\n\n", "b\n\n"))).toBe(
      ["--- out/src/a.ts\ton disk", "+++ out/src/a.ts\tgenerated", "@@ -1,2 +1,2 @@", "-a", "+b", " "].join(
        "\n",
      ),
    );
  });

  it("says where the last line has no break", () => {
    expect(diff(change("a\n", "a"))).toContain("\\ No newline at end of file");
  });

  it("is empty where nothing changes", () => {
    expect(diff(change("a\n", "a\n"))).toBe("");
    expect(diff({ kind: "unfinished", output: "/out", path: "", before: undefined, after: undefined })).toBe(
      "",
    );
  });

  it("cuts a long diff and says what is left out", () => {
    const before = lines(100, "old");
    const shown = diff(change(before, lines(30, "old") + lines(500, "new"))).split("\n");
    expect(shown).toHaveLength(63);
    expect(shown.at(2)).toBe("@@ -28,73 +28,503 @@");
    expect(shown.at(-2)).toBe("-old 86");
    expect(shown.at(-1)).toBe("… 514 more lines, 500 added and 14 removed");
  });

  it("cuts a long line", () => {
    const shown = diff(change(undefined, `${"x".repeat(1000)}\n`)).split("\n");
    expect(shown.at(-1)).toBe(`+${"x".repeat(199)}… 801 more characters`);
  });

  it("counts what is added and removed, also what is cut", () => {
    const after = lines(300).replace("line 10\n", "one\ntwo\n").replace("line 200\n", "");
    expect(diffChange(change(lines(300), after), "a.ts")).toMatchObject({ added: 2, removed: 2 });
    expect(diffChange(change(undefined, lines(500)), "a.ts")).toMatchObject({ added: 500, removed: 0 });
  });

  it("does not search for the least difference of texts that have nothing in common", () => {
    const started = performance.now();
    const shown = diff(change(lines(50_000, "old"), lines(50_000, "new"))).split("\n");
    expect(performance.now() - started).toBeLessThan(5000);
    expect(shown.slice(0, 4)).toEqual([
      "--- out/src/a.ts\ton disk",
      "+++ out/src/a.ts\tgenerated",
      "@@ -1,50000 +1,50000 @@",
      "-old 1",
    ]);
  });
});

describe("findFirstDifference", () => {
  it("is the line on disk", () => {
    expect(findFirstDifference(change(lines(20), lines(20).replace("line 10\n", "other\n")))).toBe(10);
    expect(findFirstDifference(change("a\nb\n", "a\n"))).toBe(2);
    expect(findFirstDifference(change("a\n", "a\nb\n"))).toBe(2);
    expect(findFirstDifference(change("a\n", undefined))).toBe(1);
  });

  it("is nowhere where no file is", () => {
    expect(findFirstDifference(change(undefined, "a\n"))).toBeUndefined();
  });
});
