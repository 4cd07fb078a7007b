import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSurroundings } from "../../src/load/surroundings.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

const nothing = { publishedNames: {}, formatting: {} };
const manifest = "generated/schemist.manifest.json";

describe("published names", () => {
  it("are those of the manifest", async () => {
    const names = JSON.parse('{"file:///a#": "A", "__proto__": "Proto"}') as Record<string, string>;
    const root = await makeFolder({ [manifest]: JSON.stringify({ names, files: [] }) });
    const { value, diagnostics } = await readSurroundings(resolvedInput(root, {}));
    expect(diagnostics).toEqual([]);
    expect(Object.entries(value.publishedNames)).toEqual([
      ["file:///a#", "A"],
      ["__proto__", "Proto"],
    ]);
  });

  it("are none where there is no manifest", async () => {
    const root = await makeFolder({});
    expect(await readSurroundings(resolvedInput(root, {}))).toEqual({ value: nothing, diagnostics: [] });
  });

  it("are none where the output is a file", async () => {
    const root = await makeFolder({ generated: "x" });
    expect((await readSurroundings(resolvedInput(root, {}))).diagnostics).toEqual([]);
  });

  it.each<[string, string, string, number | undefined]>([
    ['{"names": {},}', "document-syntax", "This is not JSON: a name in double quotes is expected.", 14],
    ["[]", "manifest-invalid", "The manifest must be an object.", 1],
    ['{"names": []}', "manifest-invalid", "The manifest's `names` must be an object of strings.", 2],
    ['{"names": {"a": 1}}', "manifest-invalid", "The manifest's `names` must be an object of strings.", 2],
  ])("cannot be had from %s", async (text, code, message, column) => {
    const root = await makeFolder({ [manifest]: text });
    const { value, diagnostics } = await readSurroundings(resolvedInput(root, {}));
    expect(value.publishedNames).toEqual({});
    expect(diagnostics).toMatchObject([
      {
        code,
        severity: "error",
        message,
        help: "Restore the file as the last run wrote it, or delete it and let all names be given anew.",
        place: { uri: uriOf(root, manifest), file: manifest, line: 1, column },
      },
    ]);
  });

  it("cannot be had from a folder", async () => {
    const root = await makeFolder({ [`${manifest}/x`]: "" });
    const { diagnostics } = await readSurroundings(resolvedInput(root, {}));
    expect(diagnostics).toMatchObject([{ code: "manifest-invalid", place: { file: manifest } }]);
  });
});

describe("formatting", () => {
  it("is what Prettier resolves for the sources of the output", async () => {
    const root = await makeFolder({
      ".prettierrc.json": {
        semi: false,
        overrides: [{ files: "generated/src/*.ts", options: { tabWidth: 3 } }],
      },
      ".editorconfig": "root = true\n[*]\nmax_line_length = 77\n",
    });
    const { value, diagnostics } = await readSurroundings(resolvedInput(root, {}));
    expect(diagnostics).toEqual([]);
    expect(value.formatting).toMatchObject({ semi: false, tabWidth: 3, printWidth: 77 });
  });

  it.each([".prettierrc", "prettier.config.mjs", ".editorconfig", "package.json", "package.yaml"])(
    "is what %s says, in a folder above",
    async (name) => {
      const text = {
        ".prettierrc": "printWidth: 77",
        "prettier.config.mjs": "export default { printWidth: 77 };",
        ".editorconfig": "root = true\n[*]\nmax_line_length = 77\n",
        "package.json": '{ "prettier": { "printWidth": 77 } }',
        "package.yaml": "prettier:\n  printWidth: 77",
      }[name];
      const root = await makeFolder({ [name]: text ?? "", "generated/x": "" });
      const { value } = await readSurroundings(resolvedInput(root, {}));
      expect(value.formatting).toMatchObject({ printWidth: 77 });
    },
  );

  it("is Prettier's own where a package only depends on Prettier", async () => {
    const root = await makeFolder({ "package.json": '{ "devDependencies": { "prettier": "3.0.0" } }' });
    expect((await readSurroundings(resolvedInput(root, {}))).value.formatting).toEqual({});
  });

  it("is not asked for where nothing is formatted", async () => {
    const root = await makeFolder({ ".prettierrc.json": { semi: false } });
    expect(await readSurroundings(resolvedInput(root, { format: false }))).toEqual({
      value: nothing,
      diagnostics: [],
    });
  });

  it("sees a change of the configuration", async () => {
    const root = await makeFolder({ ".prettierrc.json": { semi: false } });
    await readSurroundings(resolvedInput(root, {}));
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(root, ".prettierrc.json"), '{"semi": true}');
    expect((await readSurroundings(resolvedInput(root, {}))).value.formatting).toMatchObject({ semi: true });
  });

  it("reports configuration that is broken", async () => {
    const root = await makeFolder({ ".prettierrc.json": "{" });
    const { value, diagnostics } = await readSurroundings(resolvedInput(root, {}));
    expect(value.formatting).toEqual({});
    expect(diagnostics).toMatchObject([
      { code: "config-unreadable", help: "Correct Prettier's configuration, or set `format: false`." },
    ]);
  });
});

describe("the surroundings of a schema given as a value", () => {
  it("are empty, whatever lies in the output folder", async () => {
    const root = await makeFolder({
      [manifest]: '{"names": {"a": "A"}}',
      ".prettierrc.json": { semi: false },
    });
    const input = resolvedInput(root, { schema: { schema: {} }, documents: [join(root, "*.json")] });
    expect(await readSurroundings(input)).toEqual({ value: nothing, diagnostics: [] });
  });
});
