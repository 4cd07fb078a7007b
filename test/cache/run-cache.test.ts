import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { ResolvedInput } from "../../src/config/config.js";
import { Emitter } from "../../src/emit/emit.js";
import { createProject, listCache, runCached, writeTo } from "./cached-project.js";

/** The inputs that were generated, and not only looked up. */
const generated: string[] = [];

beforeEach(() => {
  generated.length = 0;
  const emit = Emitter.prototype.emit;
  const spy = vi.spyOn(Emitter.prototype, "emit").mockImplementation(function (this: Emitter, models) {
    generated.push(
      String((models.options as Partial<ResolvedInput>).output)
        .split("/")
        .at(-1) ?? "",
    );
    return emit.call(this, models);
  });
  onTestFinished(() => spy.mockRestore());
});

const schema = (properties: object): string =>
  JSON.stringify({
    title: "Event",
    type: "object",
    properties,
    $defs: { Other: { type: "string", minLength: 2 } },
  });

const config = JSON.stringify({
  inputs: [
    {
      schema: "a/event.json",
      output: "out/a",
      documents: ["a/parts/*.json"],
      runtime: ["guards"],
      format: false,
    },
    { schema: "b/event.json", output: "out/b", overlays: ["b/*.overlay.yaml"], runtime: ["guards"] },
  ],
});

const overlay =
  "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions:\n  - target: $\n    update: {description: Seen.}\n";

const files = {
  "schemist.config.json": config,
  "a/event.json": schema({ part: { $ref: "parts/part.json" } }),
  "a/parts/part.json": '{"title": "Part", "type": "integer"}',
  "b/event.json": schema({ name: { type: "string" } }),
  "b/one.overlay.yaml": overlay,
};

/** A project in which all is generated and known. */
async function createGenerated(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = createProject({ ...files, ...more });
  expect(await runCached(["generate"], folder)).toMatchObject({ code: 0, stderr: "", isRecalled: false });
  generated.length = 0;
  return folder;
}

const unchanged =
  "out/a: 0 created, 0 updated, 0 deleted, 6 unchanged\nout/b: 0 created, 0 updated, 0 deleted, 5 unchanged\n2 inputs generated, 0 failed\n";

describe("a second run", () => {
  it("says the same and does nothing", async () => {
    const folder = await createGenerated();
    expect(await runCached(["generate"], folder)).toEqual({
      code: 0,
      stdout: unchanged,
      stderr: "",
      isRecalled: true,
    });
    expect(await runCached(["check"], folder)).toMatchObject({
      code: 0,
      stdout:
        "out/a: as generated, 6 files\nout/b: as generated, 5 files\n2 inputs checked, 0 with findings, 0 failed\n",
      isRecalled: true,
    });
    expect(generated).toEqual([]);
  });

  it("tells warnings and notes again", async () => {
    const doubtful =
      '{"title": "Event", "type": "integer", "minLength": 2, "properties": {"a": true}, "$id": "#x"}';
    const folder = createProject({ ...files, "b/event.json": doubtful });
    const first = await runCached(["generate", "--verbose"], folder);
    expect(first.stderr).toContain("warning identifier-forbidden");
    expect(first.stderr).toContain("> 1 | ");
    const second = await runCached(["generate", "--verbose"], folder);
    expect(second).toMatchObject({ stderr: first.stderr, isRecalled: true });
    expect(generated).toEqual(["a", "b"]);
  });

  it("does all again with --no-cache, and keeps nothing", async () => {
    const folder = await createGenerated();
    expect((await runCached(["generate", "--no-cache"], folder)).stdout).toBe(unchanged);
    expect(generated).toEqual(["a", "b"]);
    const other = createProject(files);
    await runCached(["generate", "--no-cache"], other);
    expect(() => listCache(other, "run-")).toThrow(/ENOENT/);
  });

  it("passes over files of the cache that are broken", async () => {
    const folder = await createGenerated();
    const breakings: readonly ((path: string) => void)[] = [
      (path) => truncateSync(path, 1000),
      (path) => writeFileSync(path, readFileSync(path, "utf8").replaceAll(/export|inputs/g, "import")),
    ];
    for (const breakFile of breakings) {
      for (const path of [...listCache(folder, "run-"), ...listCache(folder, "texts-")]) breakFile(path);
      expect(await runCached(["generate"], folder)).toMatchObject({ stdout: unchanged, isRecalled: false });
    }
    expect(generated).toEqual(["a", "b", "a", "b"]);
  });

  it("begins anew when the cache is deleted", async () => {
    const folder = await createGenerated();
    rmSync(join(folder, "node_modules/.cache"), { recursive: true });
    expect((await runCached(["generate"], folder)).stdout).toBe(unchanged);
    expect((await runCached(["generate"], folder)).isRecalled).toBe(true);
  });

  it("keeps nothing where there is no node_modules beside a package.json", async () => {
    const folder = await createGenerated();
    rmSync(join(folder, "package.json"));
    expect((await runCached(["generate"], folder)).isRecalled).toBe(false);
  });
});

/** What is changed, how, and what is then generated. */
const changes: readonly (readonly [string, (folder: string) => void, readonly string[]])[] = [
  ["a schema", (folder) => writeTo(folder, "b/event.json", schema({ age: { type: "integer" } })), ["b"]],
  ["a document", (folder) => writeTo(folder, "a/parts/part.json", '{"title": "Part"}'), ["a"]],
  ["what a glob of documents matches", (folder) => writeTo(folder, "a/parts/new.json", "{}"), ["a"]],
  ["what it does not match", (folder) => writeTo(folder, "a/parts/readme.md", "x"), []],
  ["an overlay", (folder) => writeTo(folder, "b/one.overlay.yaml", overlay.replace("Seen", "Met")), ["b"]],
  ["what a glob of overlays matches", (folder) => writeTo(folder, "b/two.overlay.yaml", overlay), ["b"]],
  ["Prettier's options", (folder) => writeTo(folder, "out/.prettierrc", "semi: false\n"), ["b"]],
  [
    "an editor's options",
    (folder) => writeTo(folder, "out/b/.editorconfig", "[*]\nindent_size = 8\n"),
    ["b"],
  ],
  ["package.json", (folder) => writeTo(folder, "package.json", '{"prettier": {"tabWidth": 3}}'), ["b"]],
  [
    "another part of it",
    (folder) => writeTo(folder, "package.json", '{"prettier": {"tabWidth": 3}, "a": 1}'),
    [],
  ],
  ["a generated file", (folder) => appendFileSync(join(folder, "out/a/guards.ts"), "// mine\n"), ["a"]],
  ["a file that is gone", (folder) => rmSync(join(folder, "out/b/types.ts")), ["b"]],
  ["published names", (folder) => rmSync(join(folder, "out/b/schemist.manifest.json")), ["b"]],
  ["a run that was killed", (folder) => writeTo(folder, "out/a/.schemist-run/0", ""), ["a"]],
];

describe("a change of", () => {
  it("anything generates what is made from it, once", async () => {
    const folder = await createGenerated();
    for (const [what, change, expected] of changes) {
      change(folder);
      await runCached(["generate"], folder);
      await runCached(["check"], folder);
      expect([what, ...generated]).toEqual([what, ...expected]);
      generated.length = 0;
    }
    expect(await runCached(["check", "--no-cache"], folder)).toMatchObject({ code: 0 });
  });

  it("a generated file is drift", async () => {
    const folder = await createGenerated();
    appendFileSync(join(folder, "out/a/guards.ts"), "// mine\n");
    const { stdout, code } = await runCached(["check"], folder);
    expect([code, stdout]).toEqual([1, expect.stringContaining("-// mine\n")]);
    expect((await runCached(["check"], folder)).code).toBe(1);
  });

  it("an option generates that input alone", async () => {
    const folder = await createGenerated();
    writeTo(folder, "schemist.config.json", config.replace('"out/b"', '"out/b", "readonly": true'));
    await runCached(["generate"], folder);
    await runCached(["generate"], folder);
    expect(generated).toEqual(["b"]);
  });

  it("a file that one input writes and another reads reaches the other", async () => {
    const inputs = [
      { schema: "a.json", output: "out", package: { name: "a", version: "1.0.0" }, format: false },
      { schema: "out/schema.json", output: "other", format: false },
    ];
    const folder = createProject({
      "schemist.config.json": JSON.stringify({ inputs }),
      "a.json": schema({ one: { type: "string" } }),
    });
    await runCached(["generate"], folder);
    await runCached(["generate"], folder);
    writeTo(folder, "a.json", schema({ two: { type: "string" } }));
    await runCached(["generate"], folder);
    expect(readFileSync(join(folder, "other/types.ts"), "utf8")).toContain("two?");
  });

  it("an input that fails leaves the others known, and is told each time", async () => {
    const folder = await createGenerated();
    writeTo(folder, "b/event.json", "{");
    const failed = await runCached(["generate"], folder);
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining("document-syntax") });
    expect(await runCached(["generate"], folder)).toMatchObject({ code: 2, stderr: failed.stderr });
    expect(generated).toEqual([]);
  });
});
