import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifestText from "../../package.json?raw";
import config from "../../rolldown.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

/** All that a module loads at once: the files, and the packages. */
function listLoaded(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(relative(root, file))) return loaded;
  loaded.add(relative(root, file));
  const text = readFileSync(file, "utf8");
  for (const [, specifier = ""] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from "([^"]+)";/gm)) {
    if (specifier.startsWith(".")) listLoaded(join(dirname(file), specifier.replace(/\.js$/, ".ts")), loaded);
    else loaded.add(specifier);
  }
  return loaded;
}

describe.each(names)("the entry for %s", (name) => {
  it("is an export of the package, and built", () => {
    const { exports } = JSON.parse(manifestText) as { exports: Record<string, unknown> };
    expect(exports[`./${name}`]).toEqual({
      types: `./dist/types/bundlers/${name}.d.ts`,
      default: `./dist/${name}.js`,
    });
    expect(config.input).toHaveProperty(name, `src/bundlers/${name}.ts`);
  });

  it("loads little before there is something to do", () => {
    const loaded = [...listLoaded(join(root, `src/bundlers/${name}.ts`))];
    expect(loaded).toContain("src/bundlers/worker.ts");
    expect(loaded.filter((each) => !each.startsWith("src/bundlers/")).toSorted()).toEqual([
      "node:module",
      "node:path",
      "unplugin",
    ]);
  });
});
