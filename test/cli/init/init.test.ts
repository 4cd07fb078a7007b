import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../../config/temporary-folder.js";
import { runCli } from "../run-cli.js";

const draft = "http://json-schema.org/draft-07/schema#";

const shapes = {
  title: "Shape",
  oneOf: ["circle", "square"].map((kind) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind } },
  })),
};

const openApi = `openapi: 3.1.0
info: { title: Shop, version: "1" }
components:
  schemas:
    Item: { type: object }
`;

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** The files of a project, as text; objects are JSON. */
function createProject(files: Readonly<Record<string, string | object>>): string {
  return createFolder(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? content : JSON.stringify(content, undefined, 2),
      ]),
    ),
  );
}

describe("schemist init --yes", () => {
  it("writes a config with a comment for each thing to know, and scripts, that generate and check", async () => {
    const folder = createProject({
      "package.json": { name: "@acme/app", devDependencies: { typescript: "5" } },
      "src/shape.schema.json": shapes,
    });
    const { code, stdout, stderr } = await runCli(["init", "--yes"], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`schemist.config.ts: written, with 1 input
package.json: has the scripts generate and check now

Next:
  npm install --save-dev schemist
  npm run generate
  npm run check    # in CI: fails where schemas and generated code have come apart
`);
    expect(read(folder, "schemist.config.ts")).toBe(`import { defineConfig } from "schemist";

// \`schemist generate\` writes what is listed here, and \`schemist check\` tells in CI whether that is up to date.
// Paths start from the folder of this file. \`schemist generate --help\` lists the options of an input.
export default defineConfig({
  inputs: [
    {
      schema: "src/shape.schema.json",
      output: "src/generated/shape",
      // Shape: 2 variants, told apart by kind.
      // Open, a union also has a form that takes variants which are still to come:
      // unions: { Shape: { open: true } },
    },
  ],
});
`);
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await runCli(["check"], folder)).toMatchObject({ code: 0, stderr: "" });
    expect(read(folder, "src/generated/shape/guards.ts")).toContain("isShape");
  });

  it("finds what says that it is a schema or a description, and nothing else", async () => {
    const folder = createProject({
      "a.json": { $schema: draft, type: "object" },
      "b.yaml": "$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\n",
      "c.schema.yaml": "type: object\n",
      "api/shop.yaml": openApi,
      "api/events.json": { asyncapi: "3.0.0", info: {}, channels: {} },
      "tsconfig.json": { $schema: "https://json.schemastore.org/tsconfig" },
      "swagger.json": { swagger: "2.0" },
      "broken.json": '{ "$schema": ',
      "list.schema.json": "[]",
      "notes.md": "openapi: 3.1.0",
      "hidden/d.schema.json": {},
      "node_modules/e/e.schema.json": {},
      ".gitignore": "hidden\n",
    });
    await runCli(["init", "--yes", "--format", "json"], folder);
    const { inputs } = JSON.parse(read(folder, "schemist.config.json"));
    expect(inputs).toEqual([
      { schema: "a.json", output: "generated/a" },
      { schema: "api/events.json", output: "generated/events" },
      { schema: "api/shop.yaml", output: "generated/shop" },
      { schema: "b.yaml", output: "generated/b" },
      { schema: "c.schema.yaml", output: "generated/c" },
    ]);
  });

  it("leaves to references what they reach, and names what they reach by $id alone", async () => {
    const folder = createProject({
      "order.schema.json": {
        properties: { item: { $ref: "parts/item.schema.json" }, by: { $ref: "urn:person" } },
      },
      "parts/item.schema.json": { type: "string" },
      "people/person.schema.json": { $id: "urn:person", properties: { parent: { $ref: "#" } } },
      "circle/a.schema.json": { properties: { b: { $ref: "b.schema.json" } } },
      "circle/b.schema.json": { properties: { a: { $ref: "a.schema.json" } } },
    });
    await runCli(["init", "--yes", "--format", "json"], folder);
    expect(JSON.parse(read(folder, "schemist.config.json")).inputs).toEqual([
      { schema: "circle/a.schema.json", output: "generated/a" },
      { schema: "order.schema.json", documents: ["people/person.schema.json"], output: "generated/order" },
    ]);
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0 });
  });

  it("makes one output of a folder of schemas, and keeps names of outputs apart", async () => {
    const folder = createProject({
      "one/a.schema.json": { title: "A" },
      "one/b.schema.json": { title: "B" },
      "two/a.schema.json": { title: "C" },
      "three/a.schema.json": { title: "D" },
      "mixed/c.json": { $schema: draft, title: "E" },
      "mixed/d.json": { $schema: draft, title: "F" },
      "mixed/values.json": {},
    });
    await runCli(["init", "--yes", "--format", "json"], folder);
    const { inputs } = JSON.parse(read(folder, "schemist.config.json"));
    expect(inputs).toEqual([
      { schema: "mixed/c.json", output: "generated/c" },
      { schema: "mixed/d.json", output: "generated/d" },
      { schema: "one/*.schema.json", output: "generated/one" },
      { schema: "three/a.schema.json", output: "generated/a" },
      { schema: "two/a.schema.json", output: "generated/two-a" },
    ]);
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0 });
  });

  it("writes JavaScript that imports nothing where no TypeScript is used", async () => {
    const folder = createProject({ "a.schema.json": shapes });
    const { stdout } = await runCli(["init", "--yes"], folder);
    expect(stdout).toContain("Next:\n  npx schemist generate\n  npx schemist check");
    expect(read(folder, "schemist.config.mjs")).toMatch(
      /^\/\/ .*\n\/\/ .*\n\/\*\* @type \{import\("schemist"\)\.Config\} \*\/\nexport default \{\n {2}inputs: \[/,
    );
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0, stderr: "" });
  });

  it("formats the config as the project does, and speaks its package manager", async () => {
    const folder = createProject({
      "a.schema.json": {},
      "package.json": { devDependencies: { schemist: "1" } },
      "tsconfig.json": {},
      "pnpm-lock.yaml": "",
      ".prettierrc.json": { singleQuote: true, semi: false },
    });
    const { stdout } = await runCli(["init", "--yes"], folder);
    expect(read(folder, "schemist.config.ts")).toMatch(/^import \{ defineConfig \} from 'schemist'\n/);
    expect(stdout).toContain("Next:\n  pnpm run generate\n  pnpm run check");
  });

  it("takes over what json2ts does in scripts, and says which to change", async () => {
    const folder = createProject({
      "package.json": {
        scripts: { types: "json2ts -i a.schema.json -o types/a.d.ts --maxItems=3", test: "x" },
      },
      "tsconfig.json": {},
      "a.schema.json": { title: "A", type: "object" },
      "b.schema.json": { title: "B", type: "object" },
    });
    const { code, stdout } = await runCli(["init", "--yes"], folder);
    expect(code).toBe(0);
    expect(stdout).toContain("Then take json2ts out of the script types; its options are in the config.");
    expect(read(folder, "schemist.config.ts")).toContain(`    {
      // From the script "types" of package.json.
      // Replaces types/a.d.ts: delete that when nothing imports it.
      // json2ts --maxItems=3: lengths are tuples while these are few, and else documented; guards check them.
      schema: "a.schema.json",
      output: "types/a",
      types: "json-schema-to-typescript",
    },
    {
      schema: "b.schema.json",
      output: "generated/b",
    },
`);
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0, stderr: "" });
    expect(read(folder, "types/a/types.ts")).toContain("[k: string]: unknown;");
  });
});

describe("schemist init", () => {
  it.each([
    ["schemist.config.yaml", { "schemist.config.yaml": "" }],
    ["schemist.config.ts", { "schemist.config.ts": "" }],
    ["package.json", { "package.json": { schemist: {} } }],
  ])("never touches a config that is there: %s", async (file, files) => {
    const folder = createProject({ "a.schema.json": {}, ...files });
    const { code, stdout, stderr } = await runCli(["init", "--yes"], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${file} error config-exists`);
    expect(existsSync(join(folder, "schemist.config.mjs"))).toBe(false);
  });

  it.each([
    ["nothing is found", { "a.json": {} }, ["--yes"], "schemas-not-found"],
    [
      "package.json cannot be read",
      { "a.schema.json": {}, "package.json": "{" },
      ["--yes"],
      "config-unreadable",
    ],
    ["nobody can be asked", { "a.schema.json": {} }, [], "init-unanswered"],
  ])("writes nothing where %s", async (_name, files, flags, diagnostic) => {
    const folder = createProject(files);
    const { code, stdout, stderr } = await runCli(["init", ...flags], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error ${diagnostic}`);
    expect(existsSync(join(folder, "schemist.config.mjs"))).toBe(false);
  });

  it("warns of Prettier's options that cannot be read, and writes the config", async () => {
    const folder = createProject({ "a.schema.json": {}, ".prettierrc.json": "{" });
    const { code, stderr } = await runCli(["init", "--yes"], folder);
    expect(code).toBe(0);
    expect(stderr).toContain("warning formatting-unread");
    expect(existsSync(join(folder, "schemist.config.mjs"))).toBe(true);
  });

  it("warns of what is called a schema and cannot be read", async () => {
    const folder = createProject({
      "a.schema.json": {},
      "b.schema.json": "{",
      "openapi.yaml": "openapi: 3.1.0\n- x",
      "settings.json": '{ "$schema": "https://example.com/x", /* a comment */ }',
    });
    const { code, stderr } = await runCli(["init", "--yes", "--format", "json"], folder);
    expect(code).toBe(0);
    expect([...stderr.matchAll(/^(\S+) warning search-incomplete$/gm)].map(([, file]) => file)).toEqual([
      "b.schema.json",
      "openapi.yaml",
    ]);
    expect(JSON.parse(read(folder, "schemist.config.json")).inputs).toHaveLength(1);
  });

  it("calls unions as their types will be called", async () => {
    const folder = createProject({
      "a.schema.json": {
        title: "All",
        properties: { x: { $ref: "#/$defs/shape-1" } },
        $defs: { "shape-1": shapes },
      },
    });
    await runCli(["init", "--yes"], folder);
    expect(read(folder, "schemist.config.mjs")).toContain("// unions: { Shape1: { open: true } },");
    await runCli(["generate"], folder);
    expect(read(folder, "generated/a/types.ts")).toContain("export type Shape1 =");
  });

  it("keeps text from schemas inside comments", async () => {
    const tag = "kind\u2028}); process.exit(9); //\n";
    const oneOf = ["a", "b"].map((value) => ({
      type: "object",
      required: [tag],
      properties: { [tag]: { const: value } },
    }));
    const folder = createProject({ "a.schema.json": { title: "Hostile", oneOf } });
    await runCli(["init", "--yes"], folder);
    expect(read(folder, "schemist.config.mjs")).toContain(
      "// Hostile: 2 variants, told apart by kind }); process.exit(9); // .\n",
    );
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0, stderr: "" });
  });
});
