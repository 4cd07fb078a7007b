import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { makeFolder } from "./temporary-folder.js";

describe("the licence of a package", () => {
  function run(root: string, licenseFile: string): ReturnType<typeof generate> {
    return generate({
      root,
      inputs: [
        {
          schema: { schema: { type: "string" } },
          output: "out",
          runtime: [],
          package: { name: "a", version: "1.0.0", license: "MIT", licenseFile },
        },
      ],
    });
  }

  it("is read from a path that starts where the config's do, and is a source", async () => {
    const root = await makeFolder({ "LICENSE.txt": "\uFEFFOne.\r\n\r\nTwo.\r\n" });
    const { files, sources } = await run(root, "LICENSE.txt");
    expect(files.find(({ path }) => path === "LICENSE")?.text).toBe("One.\n\nTwo.\n");
    expect(sources).toEqual([join(root, "LICENSE.txt")]);
  });

  it("is told to be missing", async () => {
    const root = await makeFolder({});
    const { files, diagnostics, sources } = await run(root, "LICENCE");
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "license-unreadable", place: { file: "LICENCE" } }]);
    expect(sources).toEqual([join(root, "LICENCE")]);
  });
});
