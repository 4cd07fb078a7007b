import { mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { traceFormatting } from "../../src/cache/trace-formatting.js";
import { createFolder } from "../config/temporary-folder.js";

function trace(folder: string) {
  const { files, others, isWhole } = traceFormatting(join(folder, "out/src"));
  const toNames = (paths: readonly string[]) =>
    paths.map((path) => relative(folder, path)).filter((path) => !path.startsWith(".."));
  return { files: toNames(files), others: toNames(others), isWhole };
}

describe("traceFormatting", () => {
  it("finds configurations in all folders above, and the plugins that they name", () => {
    const folder = createFolder({
      ".prettierrc": "semi: false\nplugins:\n  - prettier-plugin-sorted\n  - ./own-plugin.js\n",
      "own-plugin.js": 'import "./part.js";',
      "part.js": "",
      "out/package.json": '{"prettier": "@a/prettier-config"}',
      "node_modules/prettier-plugin-sorted/package.json": "{}",
      "node_modules/@a/prettier-config/package.json": "{}",
    });
    const { files, others, isWhole } = trace(folder);
    expect(isWhole).toBe(true);
    expect(others).toEqual(["out/package.json", ".prettierrc"]);
    const named = ["prettier-plugin-sorted", "@a/prettier-config"].map(
      (name) => `node_modules/${name}/package.json`,
    );
    expect(files).toEqual(expect.arrayContaining([...named, "own-plugin.js", "part.js"]));
  });

  it("knows nothing of a configuration that looks around, or is shared by a link", () => {
    expect(
      trace(createFolder({ "prettier.config.js": "export default { semi: Boolean(process.env.SEMI) };" }))
        .isWhole,
    ).toBe(false);
    const folder = createFolder({ ".prettierrc.json": '"shared"', "packages/shared/package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(folder, "packages/shared"), join(folder, "node_modules/shared"));
    expect(trace(folder).isWhole).toBe(false);
  });
});
