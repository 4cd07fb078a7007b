import { describe, expect, it } from "vitest";
import { parseManifest } from "../../src/write/manifest.js";

describe("parseManifest", () => {
  it("gives the files, whatever else the manifest holds", () => {
    const text = '{ "inputs": [1], "files": ["a.ts", "b/c.ts"] }';
    expect(parseManifest("/out", text)).toEqual({ value: ["a.ts", "b/c.ts"], diagnostics: [] });
  });

  it.each([
    "",
    "<<<<<<< HEAD",
    "null",
    "[]",
    '{ "files": "a.ts" }',
    '{ "files": [1] }',
    "{}",
    '{ "__proto__": { "files": [] } }',
    "[".repeat(100_000),
  ])("refuses what is no manifest (%#)", (text) => {
    const { value, diagnostics } = parseManifest("/out", text);
    expect(value).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "manifest-invalid",
        severity: "error",
        message: "`schemist.manifest.json` is not a manifest that Schemist wrote.",
        place: { uri: "file:///out/schemist.manifest.json", pointer: "" },
      },
    ]);
  });

  it("reports each path that leaves the folder, and then takes none", () => {
    const { value, diagnostics } = parseManifest("/out", '{ "files": ["a.ts", "../b.ts", "/etc/passwd"] }');
    expect(value).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '`schemist.manifest.json` lists "../b.ts", which is no path in this folder.',
      '`schemist.manifest.json` lists "/etc/passwd", which is no path in this folder.',
    ]);
  });
});
