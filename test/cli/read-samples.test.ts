import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findSamples, readSample } from "../../src/cli/read-samples.js";
import { createFolder } from "../config/temporary-folder.js";

describe("findSamples", () => {
  it("finds each file once, in order", async () => {
    const folder = createFolder({ "s/b.json": "1", "s/a.json": "1", "c.json": "1" });
    const { value, diagnostics } = await findSamples(["s/*.json", "s", "c.json"], folder);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([join(folder, "c.json"), join(folder, "s/a.json"), join(folder, "s/b.json")]);
  });

  it("refuses each glob that finds nothing", async () => {
    const { diagnostics } = await findSamples(["a/*.json", "b.json"], createFolder({}));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["glob-matches-nothing", 'No sample is named by "a/*.json".'],
      ["glob-matches-nothing", 'No sample is named by "b.json".'],
    ]);
  });
});

describe("readSample", () => {
  it.each([
    ["a.json", '\uFEFF{"a": 1}'],
    ["a.yaml", "a: 1\n"],
    ["a.yml", "a: 1\n"],
    ["payload", '{"a": 1}'],
  ])("reads %s", async (name, text) => {
    const file = join(createFolder({ [name]: text }), name);
    expect(await readSample(file)).toEqual({ file, value: { a: 1 } });
  });

  it.each([
    ["a.json", "{"],
    ["a.yaml", "a: 'b"],
  ])("says why %s has no value", async (name, text) => {
    const file = join(createFolder({ [name]: text }), name);
    expect(await readSample(file)).toEqual({ file, problem: expect.any(String) });
  });
});
