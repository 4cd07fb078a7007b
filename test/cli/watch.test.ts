import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";
import { type RunningWatch, startWatch } from "./start-watch.js";

const fast = { layout: "single-file", runtime: [], format: false } as const;

function schema(title: string, type = "string"): string {
  return JSON.stringify({ title, type });
}

function config(...inputs: readonly object[]): string {
  return JSON.stringify({ inputs: inputs.map((input) => ({ ...fast, ...input })) });
}

const one = { schema: "one.json", output: "out/one" };
const two = { schema: "two.json", output: "out/two" };
const files = {
  "schemist.config.json": config(one, two),
  "one.json": schema("One"),
  "two.json": schema("Two"),
};

const watching = /^Watching .+ for changes\.\n/m;

interface Project {
  readonly watch: RunningWatch;
  write(path: string, text: string): void;
  read(path: string): string;
  remove(path: string): void;
  readonly folder: string;
}

/** Watches a folder with these files, and waits until it does. */
async function createProject(
  texts: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
): Promise<Project> {
  const folder = createFolder(texts);
  const watch = await startWatch(argv, folder);
  await watch.waitFor(watching);
  return {
    watch,
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
  };
}

describe("schemist watch", () => {
  it("generates what a change touches, and nothing else", async () => {
    const folder = createFolder(files);
    const watch = await startWatch([], folder);
    const first = await watch.waitFor(watching);
    expect(first).toMatch(
      /^out\/one: .+\nout\/two: .+\n2 inputs generated, 0 failed \(.+\)\nWatching 3 files /,
    );
    writeFileSync(join(folder, "two.json"), schema("Two", "number"));
    const run = await watch.waitFor(/two\.json changed: 1 input generated, 0 failed \(\d.*s\)\n/);
    expect(run).toMatch(/^out\/two: 0 created, 2 updated, 0 deleted, 0 unchanged \(.+\)\ntwo\.json changed/);
    expect(readFileSync(join(folder, "out/two/index.ts"), "utf8")).toContain("Two = number");
    expect(await watch.stop()).toBe(0);
  });

  it("sees a file that an editor puts in the place of another, again and again", async () => {
    const { watch, write, read, folder } = await createProject(files);
    for (const type of ["number", "boolean", "string"]) {
      write("one.json~", schema("One", type));
      renameSync(join(folder, "one.json~"), join(folder, "one.json"));
      await watch.waitFor(/^one\.json changed: 1 input generated/m);
      expect(read("out/one/index.ts")).toContain(`One = ${type}`);
    }
    renameSync(join(folder, "one.json"), join(folder, "one.json~"));
    write("one.json", schema("One", "null"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
  });

  it("leaves the last good output in place, tells what is wrong, and recovers", async () => {
    const { watch, write, read } = await createProject(files);
    const before = read("out/one/index.ts");
    write("one.json", '{"type": ');
    const run = await watch.waitFor(/one\.json:1:10 error document-syntax\n/);
    expect(run).toContain("out/one: failed with 1 error\none.json changed: 0 inputs generated, 1 failed (");
    expect(read("out/one/index.ts")).toBe(before);
    write("one.json", schema("One", "null"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    expect(read("out/one/index.ts")).toContain("One = null");
  });

  it("waits for a file that is gone, in a folder that is gone", async () => {
    const input = { schema: "schemas/one.json", output: "out/one" };
    const { watch, write, remove } = await createProject({
      "schemist.config.json": config(input),
      "schemas/one.json": schema("One"),
    });
    remove("schemas");
    await watch.waitFor(/^schemas\/one\.json removed: 0 inputs generated, 1 failed/m);
    write("schemas/one.json", schema("One", "number"));
    await watch.waitFor(/^schemas\/one\.json added: 1 input generated/m);
  });

  it("follows references, overlays and extensions, old and new", async () => {
    const { watch, write, read } = await createProject({
      "schemist.config.json": config({
        ...one,
        overlays: ["overlay.json"],
        extensions: { module: "./formats.ts", formats: { code: "isCode" } },
      }),
      "one.json": '{"title": "One", "$ref": "parts/a.json"}',
      "parts/a.json": schema("A"),
      "parts/b.json": schema("B", "number"),
      "overlay.json": overlay("First."),
      "formats.ts": "export const isCode = (text: string): boolean => text.length > 1;\n",
    });
    write("parts/a.json", schema("A", "boolean"));
    await watch.waitFor(/^parts\/a\.json changed: 1 input generated/m);
    write("overlay.json", overlay("Second."));
    await watch.waitFor(/^overlay\.json changed: 1 input generated/m);
    expect(read("out/one/index.ts")).toContain("Second.");
    write("formats.ts", "export const other = 1;\n");
    await watch.waitFor(/^formats\.ts changed: 0 inputs generated, 1 failed/m);
    write("formats.ts", "export const isCode = (text: string): boolean => text.length > 2;\n");
    await watch.waitFor(/^formats\.ts changed: 1 input generated/m);
    write("one.json", '{"title": "One", "$ref": "parts/b.json"}');
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    write("parts/b.json", schema("B", "null"));
    await watch.waitFor(/^parts\/b\.json changed: 1 input generated/m);
    expect(read("out/one/index.ts")).toContain("B = null");
  });

  it("sees the file that a link leads to", async () => {
    const { watch, write, folder } = await createProject({
      "schemist.config.json": config(one),
      "real/one.json": schema("One"),
      "one.json": "",
    });
    rmSync(join(folder, "one.json"));
    symlinkSync("real/one.json", join(folder, "one.json"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    write("real/one.json", schema("One", "number"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
  });

  it("sees what globs match, now and later", async () => {
    const { watch, write, remove } = await createProject({
      "schemist.config.json": config({ schema: "schemas/**/*.json", output: "out/all" }, one),
      "one.json": schema("One"),
      "schemas/a.json": schema("A"),
    });
    write("schemas/deep/er/b.json", schema("B"));
    const run = await watch.waitFor(/^schemas\/deep\/er\/b\.json added: 1 input generated/m);
    expect(run).not.toContain("out/one");
    write("schemas/deep/er/b.json", schema("B", "number"));
    await watch.waitFor(/^schemas\/deep\/er\/b\.json changed: 1 input generated/m);
    write("schemas/notes.txt", "nothing");
    remove("schemas/a.json");
    await watch.waitFor(/^schemas\/a\.json removed: 1 input generated/m);
  });

  it("does nothing where a file is written as it was", async () => {
    const { watch, write } = await createProject(files);
    write("one.json", files["one.json"]);
    write("two.json", schema("Two", "number"));
    expect(await watch.waitFor(/^.+ 1 input generated.+\n/m)).toMatch(/\ntwo\.json changed: 1 input/);
  });

  it("names a schema of the command line", async () => {
    const argv = ["one.json", "--out", "out", "--format", "false"];
    const { watch, write } = await createProject({ "one.json": schema("One") }, argv);
    write("one.json", schema("One", "number"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
  });

  it("writes a document for each run, on a line, for programs", async () => {
    const folder = createFolder(files);
    const watch = await startWatch(["--reporter", "json"], folder);
    expect(await watch.waitFor(/^.*\n/)).toBe("[]\n");
    writeFileSync(join(folder, "one.json"), '{"type": "strin"}');
    const [diagnostic] = JSON.parse(await watch.waitFor(/^.*keyword-invalid.*\n/m));
    expect(diagnostic).toMatchObject({ severity: "error", place: { file: "one.json", line: 1 } });
  });

  it("ends at once where nothing can be watched", async () => {
    const { code, stderr } = await runCli(["watch"], createFolder({}));
    expect(code).toBe(2);
    expect(stderr).toContain("error config-not-found");
  });
});

describe("schemist watch, while it generates", () => {
  /** An input whose generation waits until the gate is opened; how often it was begun, and how many at once. */
  async function createGated() {
    const state = { begun: 0, active: 0, most: 0, open: () => {} };
    let gate: Promise<void> = Promise.resolve();
    Object.assign(globalThis, {
      async passSchemistGate() {
        state.begun += 1;
        state.most = Math.max(state.most, ++state.active);
        await gate;
        state.active -= 1;
      },
    });
    onTestFinished(() => void Reflect.deleteProperty(globalThis, "passSchemistGate"));
    const input = JSON.stringify({ ...fast, ...one });
    const documents = `async (uri) => {
      if (uri !== "urn:gate") return undefined;
      await globalThis.passSchemistGate();
      return {};
    }`;
    const project = await createProject({
      "schemist.config.mjs": `export default { inputs: [{ ...${input}, documents: ${documents} }] };`,
      "one.json": gatedSchema("First"),
    });
    gate = new Promise((resolve) => (state.open = resolve));
    const begins = async (times: number) => {
      while (state.begun < times) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    return { ...project, state, begins };
  }

  const gatedSchema = (text: string) =>
    JSON.stringify({ title: "One", description: text, type: "string", not: { not: { $ref: "urn:gate" } } });

  it("runs once more for what changes meanwhile, and never twice at once", async () => {
    const { watch, write, read, state, begins } = await createGated();
    write("one.json", gatedSchema("Second"));
    await begins(2);
    write("one.json", gatedSchema("Third"));
    write("one.json", gatedSchema("Fourth"));
    // The event is there, and must wait.
    await new Promise((resolve) => setTimeout(resolve, 200));
    state.open();
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    expect(read("out/one/index.ts")).toContain("Fourth");
    expect(state).toMatchObject({ begun: 3, most: 1 });
  });

  it("finishes what it has begun when it is ended", async () => {
    const { watch, write, read, state, begins } = await createGated();
    write("one.json", gatedSchema("Second"));
    await begins(2);
    const ended = watch.stop();
    state.open();
    expect(await ended).toBe(0);
    expect(read("out/one/index.ts")).toContain("Second");
  });
});

function overlay(description: string): string {
  return JSON.stringify({
    overlay: "1.0.0",
    info: { title: "o", version: "1" },
    actions: [{ target: "$", update: { description } }],
  });
}

describe("schemist watch, of the config", () => {
  it("takes in inputs, lets go of them, and leaves alone what stays the same", async () => {
    const { watch, write, read } = await createProject({ ...files, "three.json": schema("Three") });
    write("schemist.config.json", config(one, { schema: "three.json", output: "out/three" }));
    const run = await watch.waitFor(/^schemist\.config\.json changed: .+\n/m);
    expect(run).toMatch(
      /^out\/three: .+\nout\/two: no longer an input; its files are left\n.+: 1 input generated, 0 failed \(.+\)\n$/,
    );
    write("two.json", schema("Two", "number"));
    write("three.json", schema("Three", "number"));
    const next = await watch.waitFor(/ changed: 1 input generated/);
    expect(next).toMatch(/\nthree\.json changed/);
    expect(read("out/two/index.ts")).toContain("Two = string");
  });

  it("goes on with the last good config while it is broken, and recovers", async () => {
    const { watch, write } = await createProject(files);
    write("schemist.config.json", "{");
    const run = await watch.waitFor(/error config-unreadable\n/);
    expect(run).toContain(
      "schemist.config.json changed: the config has errors, and the inputs stay as they were (",
    );
    write("one.json", schema("One", "number"));
    await watch.waitFor(/^one\.json changed: 1 input generated/m);
    write("schemist.config.json", config({ ...one, readonly: true }));
    const next = await watch.waitFor(/^schemist\.config\.json changed: 1 input generated/m);
    expect(next).toContain("out/two: no longer an input");
  });

  it("begins with a broken config", async () => {
    const { watch, write } = await createProject({ ...files, "schemist.config.json": '{"inputs": 5}' });
    write("schemist.config.json", config(one));
    await watch.waitFor(/^schemist\.config\.json changed: 1 input generated/m);
  });

  it.each(["mjs", "ts"])(
    "reads anew what a config in .%s imports, deeply, and waits for what it lacks",
    async (ending) => {
      const input = JSON.stringify({ ...fast, ...one });
      const { watch, write, read } = await createProject({
        [`schemist.config.${ending}`]: `
        import { readonly } from "./settings/index.mjs";
        import data from "./data.json" with { type: "json" };
        export default { inputs: [{ ...${input}, readonly, banner: data.banner }] };`,
        "settings/index.mjs": 'export { readonly } from "./deep.mjs";',
        "settings/deep.mjs": "export const readonly = false;",
        "data.json": '{"banner": "First"}',
        "one.json": '{"title": "One", "type": "object", "properties": {"a": {"type": "string"}}}',
      });
      write("settings/deep.mjs", "export const readonly = true;");
      await watch.waitFor(/^settings\/deep\.mjs changed: 1 input generated/m);
      expect(read("out/one/index.ts")).toContain("readonly a?");
      write("data.json", '{"banner": "Second"}');
      await watch.waitFor(/^data\.json changed: 1 input generated/m);
      expect(read("out/one/index.ts")).toContain("Second");
      write("settings/index.mjs", 'export { readonly } from "../other/new.mjs";');
      await watch.waitFor(/error config-unreadable\n/);
      write("other/new.mjs", "export const readonly = false;");
      await watch.waitFor(/^other\/new\.mjs added: 1 input generated/m);
      expect(read("out/one/index.ts")).not.toContain("readonly a?");
    },
  );

  it("reads anew a config that is made from files, by what it says of them", async () => {
    const text = `
      import { readdirSync, readFileSync } from "node:fs";
      const readonly = readFileSync(new URL("./settings/readonly.txt", import.meta.url), "utf8") === "true";
      const names = readdirSync(new URL("./schemas", import.meta.url)).sort();
      export default {
        inputs: names.map((name) => ({ ...${JSON.stringify(fast)}, readonly, schema: "schemas/" + name, output: "out/" + name })),
        cache: { files: ["settings/readonly.txt", "schemas/*.json"] },
      };`;
    const { watch, write, remove } = await createProject({
      "schemist.config.mjs": text,
      "settings/readonly.txt": "false",
      "schemas/a.json": schema("A"),
    });
    write("schemas/b.json", schema("B"));
    await watch.waitFor(/^out\/b\.json: .+\nschemas\/b\.json added: 1 input generated/m);
    write("settings/readonly.txt", "true");
    await watch.waitFor(/^settings\/readonly\.txt changed: 2 inputs generated/m);
    remove("schemas/a.json");
    await watch.waitFor(
      /^out\/a\.json: no longer an input.*\nschemas\/a\.json removed: nothing to generate/m,
    );
  });

  it("evaluates a config with await at its top anew", async () => {
    const text = (readonly: boolean) =>
      `const readonly = await Promise.resolve(${readonly});
       export default { inputs: [{ ...${JSON.stringify({ ...fast, ...one })}, readonly }] };`;
    const { watch, write } = await createProject({
      "one.json": schema("One"),
      "schemist.config.mjs": text(false),
    });
    write("schemist.config.mjs", text(true));
    await watch.waitFor(/^schemist\.config\.mjs changed: 1 input generated/m);
  });
});
