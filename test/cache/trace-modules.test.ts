import { mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { traceModules } from "../../src/cache/trace-modules.js";
import { createFolder } from "../config/temporary-folder.js";

function trace(text: string, files: Readonly<Record<string, string>> = {}) {
  const folder = createFolder({ "config.ts": text, ...files });
  const { files: found, isWhole } = traceModules(join(folder, "config.ts"));
  return { isWhole, files: found.map((file) => relative(folder, file)) };
}

describe("traceModules", () => {
  it("follows all forms of imports, and circles", () => {
    const { files, isWhole } = trace(
      'import { b } from "./b.ts";\nexport * from "./c.mjs";\nconst d = require("./d");',
      {
        "b.ts": 'import type { A } from "./config.ts";\nconst e = await import("./e.json");',
        "c.mjs": "export {};",
        "d/index.js": "",
        "e.json": '"./f.ts"',
      },
    );
    expect(files).toEqual(expect.arrayContaining(["config.ts", "b.ts", "c.mjs", "d/index.js", "e.json"]));
    expect(files).not.toContain("f.ts");
    expect(isWhole).toBe(true);
  });

  it("follows imports whose ending is left out, or is that of what a file is compiled to", () => {
    const { files } = trace('import "./a"; import "./b.js"; import "../outside.ts";', {
      "a.ts": "",
      "b.ts": "",
    });
    expect(files).toEqual(expect.arrayContaining(["a.ts", "b.ts", "../outside.ts"]));
  });

  it("remembers the places where what is imported may appear", () => {
    expect(trace('import "./gone";').files).toEqual(
      expect.arrayContaining(["gone", "gone.ts", "gone/index.ts"]),
    );
  });

  it("takes an installed package by its manifest, and by what installed it", () => {
    const { files, isWhole } = trace('import preset from "@a/preset/sub";', {
      "node_modules/@a/preset/package.json": "{}",
    });
    expect(isWhole).toBe(true);
    expect(files).toContain("node_modules/@a/preset/package.json");
    expect(files).toContain("node_modules/.package-lock.json");
  });

  it("knows nothing of a package that is linked or missing", () => {
    expect(trace('import "missing";').isWhole).toBe(false);
    const folder = createFolder({ "config.ts": 'import "linked";', "packages/linked/package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(folder, "packages/linked"), join(folder, "node_modules/linked"));
    expect(traceModules(join(folder, "config.ts")).isWhole).toBe(false);
  });

  it.each([
    'import { join } from "node:path";',
    'import { defineConfig } from "schemist";',
    "export default { dateFormat: 1, processed: 2 };",
  ])("finds nothing else in %s", (text) => expect(trace(text).isWhole).toBe(true));

  it.each([
    'import { readFileSync } from "node:fs";',
    'import os from "os";',
    'process.env["CI"]',
    "new Date()",
    "Math.random()",
    'fetch("https://example.com")',
    "import.meta.url",
    "await import(name)",
    "require(`./${name}`)",
  ])("sees that more is looked at in %s", (text) => expect(trace(text).isWhole).toBe(false));
});
