import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { traceImports } from "../../src/watch/trace-imports.js";
import { createFolder } from "../config/temporary-folder.js";

async function trace(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = createFolder(files);
  return (await traceImports(join(folder, "config.ts"))).map((path) => relative(folder, path));
}

describe("traceImports", () => {
  it("finds what is imported by a path, directly or not, in each way, around circles", async () => {
    const files = {
      "config.ts": `import { a } from "./a.ts"; import "../outside.ts"; import schemist from "schemist";`,
      "a.ts": `export * from "./lib/b.mjs"; const c = require('./c.cjs'); const d = await import("./d.json");`,
      "lib/b.mjs": `import "../config.ts";`,
      "c.cjs": "",
      "d.json": "{}",
    };
    const found = await trace(files);
    expect(found.filter((file) => file in files).toSorted()).toEqual(Object.keys(files).toSorted());
    expect(found).toContain("../outside.ts");
    expect(found.filter((file) => file.includes("schemist"))).toEqual([]);
  });

  it("finds a file whose ending is left out, is that of what it is compiled to, or is an index", async () => {
    const found = await trace({
      "config.ts": `import "./a"; import "./b.js"; import "./c";`,
      "a.ts": "",
      "b.ts": "",
      "c/index.ts": "",
    });
    expect(found).toEqual(expect.arrayContaining(["a.ts", "b.ts", "c/index.ts"]));
  });

  it("names where a file that is not there would be", async () => {
    expect(await trace({ "config.ts": `import "./a";` })).toEqual(
      expect.arrayContaining(["a.ts", "a.mjs", "a.json", "a/index.ts"]),
    );
  });
});
