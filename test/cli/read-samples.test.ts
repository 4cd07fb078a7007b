import { dirname, join } from "node:path";
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
    expect(await readSample(file, dirname(file))).toMatchObject({ file, value: { a: 1 }, doubts: [] });
  });

  it.each([
    ["a.json", "{\n  ]", "This is not JSON: a name in double quotes is expected.", 2, 3],
    ["a.yaml", "a: 'b", "This is not YAML that can be read: Missing closing 'quote.", 1, 6],
  ])("says why and where %s has no value", async (name, text, reason, line, column) => {
    const file = join(createFolder({ [name]: text }), name);
    const sample = await readSample(file, dirname(file));
    expect("problems" in sample && sample.problems[0]).toMatchObject({
      code: "sample-invalid",
      message: `It cannot be read: ${reason}`,
      place: { file: name, line, column },
    });
  });

  it("says that a folder is no file", async () => {
    const folder = createFolder({ "a.json/b": "" });
    expect(await readSample(join(folder, "a.json"), folder)).toMatchObject({
      problems: [{ message: expect.stringContaining("EISDIR"), place: { file: "a.json" } }],
    });
  });

  it("doubts YAML that may be meant otherwise", async () => {
    const file = join(createFolder({ "a.yaml": "a: !money 5\n" }), "a.yaml");
    expect(await readSample(file, dirname(file))).toMatchObject({ doubts: [{ code: "document-doubtful" }] });
  });
});
