import { describe, expect, it } from "vitest";
import { isOutputPath, parentsOf } from "../../src/write/output-path.js";

describe("isOutputPath", () => {
  it.each(["index.ts", "a/b/c.d.ts", ".gitignore", "a..b/c", "größe.ts", ".schemist-runs/x"])(
    "admits %j",
    (path) => {
      expect(isOutputPath(path)).toBe(true);
    },
  );

  it.each([
    "",
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a/..",
    ".",
    "./a",
    "a//b",
    "a/",
    "a\\..\\b",
    "C:/x",
    "file:stream",
    "a\0b",
    "a\nb",
    ".. /x",
    "a./b",
    ".schemist-run/0",
    ".Schemist-Run/0",
    ".schemist-run",
  ])("refuses %j", (path) => {
    expect(isOutputPath(path)).toBe(false);
  });
});

describe("parentsOf", () => {
  it("lists the outermost folder first", () => {
    expect(parentsOf("a/b/c.ts")).toEqual(["a", "a/b"]);
  });

  it("is empty for a file at the top", () => {
    expect(parentsOf("c.ts")).toEqual([]);
  });
});
