import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.js";
import { createFolder } from "./temporary-folder.js";

const config = { inputs: [{ schema: "a.json", output: "out" }] };
const json = JSON.stringify(config);
const typed = `
import { defineConfig, type Config } from "schemist";
import { schema } from "./settings.ts";
const inputs: Config["inputs"] = [{ schema, output: "out" }];
export default defineConfig({ inputs });
`;

describe("loadConfig", () => {
  it.each([
    ["schemist.config.ts", typed],
    ["schemist.config.mts", typed],
    ["schemist.config.js", `module.exports = ${json}`],
    ["schemist.config.mjs", `export default await Promise.resolve(${json})`],
    ["schemist.config.json", `\uFEFF${json}`],
    ["schemist.config.yaml", "inputs:\n  - schema: a.json\n    output: out\n"],
    ["package.json", JSON.stringify({ name: "x", schemist: config })],
  ])("reads %s", async (name, text) => {
    const folder = createFolder({ [name]: text, "settings.ts": 'export const schema: string = "a.json";' });
    expect(await loadConfig({ from: folder })).toEqual({
      value: { config, file: join(folder, name) },
      diagnostics: [],
    });
  });

  it("looks upward, past a package.json without the key", async () => {
    const folder = createFolder({ "schemist.config.json": json, "a/package.json": "{}", "a/b/c.txt": "" });
    const { value } = await loadConfig({ from: join(folder, "a/b") });
    expect(value?.file).toBe(join(folder, "schemist.config.json"));
  });

  it("gives undefined where there is none", async () => {
    expect(await loadConfig({ from: createFolder({}) })).toEqual({ value: undefined, diagnostics: [] });
  });

  it("reads a named file, from the folder where the search would start", async () => {
    const folder = createFolder({ "a/other.yaml": json });
    const { value } = await loadConfig({ file: "a/other.yaml", from: folder });
    expect(value).toEqual({ config, file: join(folder, "a/other.yaml") });
  });

  it("reads a TypeScript config anew when it has changed", async () => {
    const folder = createFolder({ "schemist.config.ts": `export default ${json}` });
    await loadConfig({ from: folder });
    writeFileSync(join(folder, "schemist.config.ts"), `export default ${json.replace("a.json", "b.json")}`);
    const { value } = await loadConfig({ from: folder });
    expect(value?.config.inputs[0]?.schema).toBe("b.json");
  });

  it.each([
    ["missing.ts", {}, "config-not-found", /missing\.ts does not exist/],
    ["package.json", { "package.json": "{}" }, "config-not-found", /package\.json has no key schemist/],
    [
      "a.toml",
      { "a.toml": "x" },
      "config-unreadable",
      /must end in \.ts, \.mts, \.js, \.mjs, \.json, \.yaml\./,
    ],
    ["a.json", { "a.json/b.txt": "" }, "config-unreadable", /EISDIR/],
  ])("refuses --config %s", async (file, files, code, message) => {
    const { value, diagnostics } = await loadConfig({ file, from: createFolder(files) });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });

  it.each([
    ["schemist.config.json", '{\n  "inputs": [}\n}', 2, 14],
    ["schemist.config.yaml", "inputs:\n  - schema: 'a\n", 3, 1],
    ["schemist.config.ts", "const a: number = 1;\nexport default { inputs: [ ;\n", 2, 28],
    ["schemist.config.ts", 'export default {};\n\nthrow new Error("no schema");\n', 3, 7],
    ["package.json", '{"schemist": {},}', 1, 17],
  ])("tells where %s is broken", async (name, text, line, column) => {
    const folder = createFolder({ [name]: text });
    const { value, diagnostics } = await loadConfig({ from: folder });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "config-unreadable", place: { file: join(folder, name), line, column } },
    ]);
    expect(diagnostics[0]?.place?.frame).toContain(`> ${line} |`);
  });

  it("refuses a module that Node cannot load", async () => {
    const folder = createFolder({ "schemist.config.mjs": "export default { inputs: [ ;" });
    const { diagnostics } = await loadConfig({ from: folder });
    expect(diagnostics).toMatchObject([
      { code: "config-unreadable", place: { file: join(folder, "schemist.config.mjs") } },
    ]);
  });

  it("tells what an exception in the config says", async () => {
    const folder = createFolder({ "schemist.config.ts": 'throw new Error("no schema")' });
    const { diagnostics } = await loadConfig({ from: folder });
    expect(diagnostics[0]?.message).toBe("The config cannot be read: no schema.");
  });

  it("tells which module is missing or broken", async () => {
    const missing = createFolder({ "schemist.config.ts": 'import "./parts.ts";' });
    expect((await loadConfig({ from: missing })).diagnostics[0]?.message).toContain("./parts.ts");
    const broken = createFolder({ "schemist.config.ts": 'import "./parts.ts";', "parts.ts": "let let" });
    expect((await loadConfig({ from: broken })).diagnostics[0]?.message).toContain(join(broken, "parts.ts"));
  });

  it.each(["schemist.config.yaml", "schemist.config.json"])(
    "tells where in %s an option is wrong",
    async (name) => {
      const text = '{\n  "inputs": [\n    { "schema": "a.json", "output": 5 }\n  ]\n}\n';
      const { value, diagnostics } = await loadConfig({ from: createFolder({ [name]: text }) });
      expect(value).toBeUndefined();
      expect(diagnostics).toMatchObject([
        { code: "config-invalid", place: { pointer: "/inputs/0/output", line: 3, column: 37 } },
      ]);
    },
  );

  it("shows no frame of a line that is too long", async () => {
    const folder = createFolder({ "schemist.config.json": `{"inputs": ["${"x".repeat(300)}"]}` });
    const { diagnostics } = await loadConfig({ from: folder });
    expect(diagnostics[0]?.place).toMatchObject({ line: 1, column: 13 });
    expect(diagnostics[0]?.place?.frame).toBeUndefined();
  });

  it("leads from what is missing to what lacks it", async () => {
    const text = '{\n  "schemist": { "inputs": [\n    { "schema": "a.json" }\n  ] }\n}\n';
    const { diagnostics } = await loadConfig({ from: createFolder({ "package.json": text }) });
    expect(diagnostics).toMatchObject([
      { place: { pointer: "/schemist/inputs/0/output", line: 3, column: 5 } },
    ]);
  });

  it.each([
    ["schemist.config.json", "\n", "The config file is empty."],
    ["schemist.config.yaml", "# later\n", "The config file is empty."],
    ["schemist.config.ts", "", "The config file has no default export."],
    ["schemist.config.mts", "export const inputs = [];", "The config file has no default export."],
  ])("refuses %s without a config in it", async (name, text, message) => {
    const { diagnostics } = await loadConfig({ from: createFolder({ [name]: text }) });
    expect(diagnostics).toMatchObject([{ code: "config-invalid", message }]);
  });

  it("refuses YAML whose aliases multiply without end", async () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`,
    );
    const folder = createFolder({ "schemist.config.yaml": ["a0: &a0 x", ...lines].join("\n") });
    const { diagnostics } = await loadConfig({ from: folder });
    expect(diagnostics).toMatchObject([
      { code: "config-unreadable", message: expect.stringContaining("alias") },
    ]);
  });

  it("bears values that are nested deep", async () => {
    const deep = "[".repeat(6000) + "]".repeat(6000);
    const yaml = createFolder({ "schemist.config.yaml": `inputs: ${deep}` });
    const codes = (await loadConfig({ from: yaml })).diagnostics.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["config-unreadable"]));
    const list = createFolder({ "schemist.config.json": `{"inputs": ${deep}}` });
    expect((await loadConfig({ from: list })).diagnostics).toMatchObject([
      { code: "config-invalid", place: { pointer: "/inputs/0" } },
    ]);
    const schema = `{"schema": {"schema": {"default": ${deep}}}, "output": "out"}`;
    const inline = createFolder({ "schemist.config.json": `{"inputs": [${schema}]}` });
    expect((await loadConfig({ from: inline })).diagnostics).toEqual([]);
  });

  it("follows a link to a config", async () => {
    const folder = createFolder({ "shared/base.json": json, "a/b.txt": "" });
    symlinkSync(join(folder, "shared/base.json"), join(folder, "a/schemist.config.json"));
    const { value } = await loadConfig({ from: join(folder, "a") });
    expect(value?.file).toBe(join(folder, "a/schemist.config.json"));
  });
});
