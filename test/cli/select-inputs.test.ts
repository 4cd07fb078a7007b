import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandFlags } from "../../src/cli/command-flags.js";
import { selectInputs } from "../../src/cli/select-inputs.js";
import { createFolder } from "../config/temporary-folder.js";

const config = {
  root: "..",
  inputs: [
    { schema: "schemas/event.json", output: "out/event", untyped: "exact" },
    { schema: "schemas/api.yaml#/components/schemas/User", output: "out/user" },
    { schema: "schemas/event.json", output: "out/plain" },
    { schema: { uri: "urn:a", schema: true }, output: "out/value" },
  ],
};

/** The selection in a folder that has a config file in `settings`, as [schema, output, root] with paths in the folder. */
async function select(schemas: readonly string[], flags: Partial<CommandFlags>, cwd = ".", files = {}) {
  const all = { "settings/schemist.config.json": JSON.stringify(config), ...files };
  const folder = createFolder(all);
  const given: CommandFlags = {
    reporter: "text",
    config: join(folder, "settings/schemist.config.json"),
    ...flags,
  };
  const selected = await selectInputs(schemas, given, join(folder, cwd));
  const {
    value: { selections: value },
    diagnostics,
  } = selected;
  const inFolder = (path: string) => path.replace(folder, "");
  return {
    selected: value.map(({ input, root }) => [input.schema, inFolder(input.output), inFolder(root)]),
    messages: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    inputs: value.map(({ input }) => input),
  };
}

describe("selectInputs", () => {
  it("selects all inputs of the config file, with paths from its root", async () => {
    const { selected, messages } = await select([], {});
    expect(messages).toEqual([]);
    expect(selected).toEqual([
      ["schemas/event.json", "/out/event", ""],
      ["schemas/api.yaml#/components/schemas/User", "/out/user", ""],
      ["schemas/event.json", "/out/plain", ""],
      [{ uri: "urn:a", schema: true }, "/out/value", ""],
    ]);
  });

  it("selects the inputs whose schema is named, once, with their settings", async () => {
    const { selected, inputs } = await select(["event.json", "../schemas/event.json"], {}, "schemas");
    expect(selected.map(([, output]) => output)).toEqual(["/out/event", "/out/plain"]);
    expect(inputs[0]).toMatchObject({ untyped: "exact" });
  });

  it("selects by pointer too", async () => {
    const { selected } = await select(["schemas/api.yaml#/components/schemas/User"], {});
    expect(selected.map(([, output]) => output)).toEqual(["/out/user"]);
    const { messages } = await select(["schemas/api.yaml"], {});
    expect(messages).toEqual([
      'config-invalid: There is no input "schemas/api.yaml" in a config file, and no --out.',
    ]);
  });

  it("gives any other schema the defaults, and paths from the working directory", async () => {
    const { selected, inputs } = await select(["other.json"], { out: "gen" }, "schemas");
    expect(selected).toEqual([["other.json", "/schemas/gen", "/schemas"]]);
    expect(Object.keys(inputs[0] ?? {})).toEqual(["schema", "output"]);
  });

  it("writes to --out itself for one input, and to folders in it for several", async () => {
    const one = await select(["schemas/api.yaml#/components/schemas/User"], { out: "gen" });
    expect(one.selected.map(([, output]) => output)).toEqual(["/gen"]);
    const several = await select(
      ["a/one.schema.json", "https://example.com/two.yml", "b.json#/$defs/three"],
      { out: "gen" },
    );
    expect(several.selected.map(([, output]) => output)).toEqual(["/gen/one", "/gen/two", "/gen/three"]);
  });

  it("refuses to write two inputs to one folder", async () => {
    const { selected, messages } = await select(["a/one.json", "b/one.json"], { out: "gen" });
    expect(selected).toEqual([]);
    expect(messages).toEqual([
      'config-invalid: The folder gen/one would be written by several inputs: "a/one.json", "b/one.json".',
    ]);
  });

  it("refuses a glob among several, which names no folder", async () => {
    const { messages } = await select(["a/*.json", "b/one.json"], { out: "gen" });
    expect(messages).toEqual(['config-invalid: No folder in --out can be named after "a/*.json".']);
  });

  it("refuses --name and --package for several, and schemas without output, all at once", async () => {
    const flags = { name: "Event", package: { name: "a", version: "1.0.0" } };
    const { messages } = await select(["a.json", "b.json"], flags);
    expect(messages).toEqual([
      "config-invalid: --name cannot be that of 2 inputs.",
      "config-invalid: --package cannot be that of 2 inputs.",
      'config-invalid: There is no input "a.json" in a config file, and no --out.',
      'config-invalid: There is no input "b.json" in a config file, and no --out.',
    ]);
  });

  it("applies flags to every selected input", async () => {
    const { inputs } = await select([], { untyped: "infer", layout: "single-file" });
    expect(inputs.map(({ untyped, layout }) => [untyped, layout])).toEqual(
      Array.from({ length: 4 }, () => ["infer", "single-file"]),
    );
  });

  it("refuses flags that make an input wrong", async () => {
    const flags = { out: "gen", package: { name: "A B", version: "1" } };
    const { messages } = await select(["a.json"], flags);
    expect(messages.length).toBe(2);
    expect(messages[0]).toMatch(/^config-invalid: "inputs\[0\]\.package\.name"/);
  });

  it("needs a config file or a schema", async () => {
    const { diagnostics } = await selectInputs([], { reporter: "text" }, createFolder({}));
    expect(diagnostics).toMatchObject([{ code: "config-not-found" }]);
  });

  it("tells what is wrong with the config file, also where a schema is named", async () => {
    const folder = createFolder({ "schemist.config.json": '{"inputs": 1}' });
    const { value, diagnostics } = await selectInputs(["a.json"], { reporter: "text", out: "gen" }, folder);
    expect(value).toEqual({ selections: [] });
    expect(diagnostics).toMatchObject([{ code: "config-invalid" }]);
  });
});
