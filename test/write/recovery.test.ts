import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/write/journal.js";
import { write } from "../../src/write/write.js";
import { diagnosticsOf } from "./diagnostics-of.js";
import type { Tree } from "./output-folder.js";
import { filesOf, generatedTree, makeFolder, readTree, summarize, writeTree } from "./output-folder.js";

const before = generatedTree({
  "gone.ts": "gone",
  "old/gone.ts": "gone",
  "a.ts": "old a",
  swap: "old",
  same: "same",
});
const after = generatedTree({ "a.ts": "new a", "swap/x.ts": "new x", "b/new.ts": "new b", same: "same" });

/** What the journal of the run from `before` to `after` says, with the texts that it stages. */
const staged = ["new a", "new x", "new b", after["schemist.manifest.json"] ?? ""];
const operations: readonly Operation[] = [
  { kind: "delete", path: "gone.ts" },
  { kind: "delete", path: "old/gone.ts" },
  { kind: "delete", path: "swap" },
  { kind: "rename", staged: "0", path: "a.ts" },
  { kind: "rename", staged: "1", path: "swap/x.ts" },
  { kind: "rename", staged: "2", path: "b/new.ts" },
  { kind: "rename", staged: "3", path: "schemist.manifest.json" },
];

/** The folder as a run that was killed after `count` of its operations leaves it. */
async function makeKilledRun(count: number): Promise<string> {
  const run = Object.fromEntries(staged.map((text, index) => [`.schemist-run/${index}`, text]));
  const output = await makeFolder({ ...before, ...run, ...journalTree(operations), "mine.txt": "mine" });
  for (const operation of operations.slice(0, count)) await perform(output, operation);
  return output;
}

async function perform(output: string, operation: Operation): Promise<void> {
  const target = join(output, operation.path);
  if (operation.kind === "delete") {
    await rm(target);
    if (operation.path === "old/gone.ts") await rm(join(output, "old"), { recursive: true });
  } else {
    await mkdir(dirname(target), { recursive: true });
    await rename(join(output, ".schemist-run", operation.staged), target);
  }
}

function journalTree(operations: readonly unknown[]): Tree {
  return { ".schemist-run/journal.json": JSON.stringify({ version: 1, operations }) };
}

describe("a run that was killed", () => {
  const points = Array.from({ length: operations.length + 1 }, (_, index) => index);

  it.each(points)("is finished by the next, when %i of its operations were done", async (count) => {
    const output = await makeKilledRun(count);
    const changes = await write({ files: filesOf(output, after) });
    expect(summarize(changes)).toEqual([
      "unfinished",
      "same a.ts",
      "same swap/x.ts",
      "same b/new.ts",
      "same same",
      "same schemist.manifest.json",
    ]);
    expect(await readTree(output)).toEqual({ ...after, "mine.txt": "mine" });
  });

  it.each(points)(
    "is finished before another version is written, when %i operations were done",
    async (count) => {
      const output = await makeKilledRun(count);
      await write({ files: filesOf(output, before) });
      expect(await readTree(output)).toEqual({ ...before, "mine.txt": "mine" });
    },
  );

  it.each(points)("is reported and left as it is by a check, when %i operations were done", async (count) => {
    const output = await makeKilledRun(count);
    const tree = await readTree(output);
    const [first, ...rest] = await write({ files: filesOf(output, after) }, { check: true });
    expect(first).toEqual({ kind: "unfinished", output, path: "", before: undefined, after: undefined });
    expect(rest.filter(({ kind }) => kind !== "delete")).toHaveLength(5);
    expect(await readTree(output)).toEqual(tree);
  });

  it("is finished when it had only begun to clean up", async () => {
    const output = await makeKilledRun(operations.length);
    await rm(join(output, ".schemist-run/journal.json"));
    expect(summarize(await write({ files: filesOf(output, after) }, { check: true }))[0]).toBe("unfinished");
    await write({ files: filesOf(output, after) });
    expect(await readTree(output)).toEqual({ ...after, "mine.txt": "mine" });
  });

  it("is forgotten where it left no journal", async () => {
    const stage = {
      ".schemist-run/0": "half a fi",
      ".schemist-run/journal.json.draft": '{ "version": 1, "oper',
    };
    const output = await makeFolder({ ...before, ...stage });
    expect(summarize(await write({ files: filesOf(output, before) }, { check: true }))[0]).toBe("unfinished");
    const changes = summarize(await write({ files: filesOf(output, before) }));
    expect(changes).not.toContain("unfinished");
    expect(changes.filter((change) => !change.startsWith("same"))).toEqual([]);
    expect(await readTree(output)).toEqual(before);
  });

  it("does not delete what has come to the path of a file that it deleted", async () => {
    const output = await makeKilledRun(4);
    await rename(join(output, "mine.txt"), join(output, "gone.ts"));
    await write({ files: filesOf(output, after) });
    expect(await readTree(output)).toEqual({ ...after, "gone.ts": "mine" });
  });

  it("places a staged file that a later one has overtaken", async () => {
    const output = await makeKilledRun(3);
    await rename(join(output, ".schemist-run/3"), join(output, "schemist.manifest.json"));
    const [first, ...rest] = await write({ files: filesOf(output, after) });
    expect(first?.kind).toBe("unfinished");
    expect(new Set(rest.map(({ kind }) => kind))).toEqual(new Set(["same"]));
    expect(await readTree(output)).toEqual({ ...after, "mine.txt": "mine" });
  });

  it("stays as it is while a foreign file stops the next run", async () => {
    const output = await makeKilledRun(4);
    const tree = await readTree(output);
    const files = filesOf(output, { ...after, "mine.txt": "generated" });
    expect(await diagnosticsOf(() => write({ files }))).toEqual([
      "file-foreign: `mine.txt` is to be generated, but a file of that name is there that Schemist did not make.",
    ]);
    expect(await readTree(output)).toEqual(tree);
  });

  it("is found in each of several outputs", async () => {
    const killed = await makeKilledRun(4);
    const other = await makeFolder(before);
    const files = [...filesOf(other, before), ...filesOf(killed, after)];
    const changes = await write({ files });
    expect(changes.filter(({ kind }) => kind !== "same").map(({ kind, output }) => [kind, output])).toEqual([
      ["unfinished", killed],
    ]);
    expect(await readTree(killed)).toEqual({ ...after, "mine.txt": "mine" });
  });
});

describe("a journal is refused", () => {
  const notOurs =
    "journal-invalid: `.schemist-run` is not what an unfinished run leaves, so the run cannot be finished.";

  it.each([
    ["torn", '{ "version": 1, "opera'],
    ["of another version", '{ "version": 2, "operations": [] }'],
    ["without operations", '{ "version": 1 }'],
    [
      "with an operation that it does not know",
      '{ "version": 1, "operations": [{ "kind": "run", "path": "a" }] }',
    ],
    ["that deletes outside", '{ "version": 1, "operations": [{ "kind": "delete", "path": "../secret" }] }'],
    [
      "that writes outside",
      '{ "version": 1, "operations": [{ "kind": "rename", "staged": "0", "path": "/x" }] }',
    ],
    [
      "that takes from outside",
      '{ "version": 1, "operations": [{ "kind": "rename", "staged": "../0", "path": "a" }] }',
    ],
  ])("that is %s", async (_, journal) => {
    const tree = { secret: "mine", "out/.schemist-run/journal.json": journal, "out/.schemist-run/0": "0" };
    const folder = await makeFolder(tree);
    const files = filesOf(join(folder, "out"), {});
    expect(await diagnosticsOf(() => write({ files }))).toEqual([notOurs]);
    expect(await diagnosticsOf(() => write({ files }, { check: true }))).toEqual([notOurs]);
    expect(await readTree(folder)).toEqual(tree);
  });

  it("where its folder is a link", async () => {
    const folder = await makeFolder({ "elsewhere/mine": "mine", "out/": "" });
    await symlink(join(folder, "elsewhere"), join(folder, "out/.schemist-run"));
    expect(await diagnosticsOf(() => write({ files: filesOf(join(folder, "out"), {}) }))).toEqual([notOurs]);
    expect(await readTree(join(folder, "elsewhere"))).toEqual({ mine: "mine" });
  });

  it("where its folder is a file", async () => {
    const output = await makeFolder({ ".schemist-run": "mine" });
    expect(await diagnosticsOf(() => write({ files: filesOf(output, {}) }))).toEqual([notOurs]);
  });

  it.each([
    ["delete", { kind: "delete", path: "src/a.ts" }],
    ["rename", { kind: "rename", staged: "0", path: "src/a.ts" }],
  ])("when it would %s through a linked folder", async (_, operation) => {
    const run = { ...journalTree([operation]), ".schemist-run/0": "evil" };
    const folder = await makeFolder({ "elsewhere/a.ts": "mine", "out/": "" });
    const output = join(folder, "out");
    await symlink(join(folder, "elsewhere"), join(output, "src"));
    await writeTree(output, run);
    expect(await diagnosticsOf(() => write({ files: filesOf(output, {}) }))).toEqual([
      "file-foreign: `src/a.ts` is to be changed, but `src` is a symbolic link, and what it leads to is not Schemist's.",
    ]);
    expect(await readTree(join(folder, "elsewhere"))).toEqual({ "a.ts": "mine" });
  });
});
