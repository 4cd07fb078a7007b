import { readFile, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { write } from "../../src/write/write.js";
import { filesOf, generatedTree, makeFolder, readTree, summarize } from "./output-folder.js";

/** A time that no test runs at, so that a touched file shows. */
const longAgo = new Date("2001-02-03T04:05:06Z");

describe("write", () => {
  it("creates the output folder with its parents", async () => {
    const output = join(await makeFolder(), "a/b/c");
    const changes = await write({ files: filesOf(output, { "index.ts": "1", "src/x.ts": "2" }) });
    expect(summarize(changes)).toEqual([
      "create index.ts",
      "create src/x.ts",
      "create schemist.manifest.json",
    ]);
    expect(await readTree(output)).toEqual(generatedTree({ "index.ts": "1", "src/x.ts": "2" }));
  });

  it("updates, deletes and keeps, and lists all of it in order", async () => {
    const output = await makeFolder(
      generatedTree({ "z.ts": "z", "b.ts": "old", "same.ts": "same", "deep/er/y.ts": "y" }),
    );
    const files = filesOf(output, { "same.ts": "same", "b.ts": "new", "a.ts": "a" });
    const expected = [
      "same same.ts",
      "update b.ts",
      "create a.ts",
      "update schemist.manifest.json",
      "delete z.ts",
      "delete deep/er/y.ts",
    ];
    expect(summarize(await write({ files }, { check: true }))).toEqual(expected);
    expect(summarize(await write({ files }))).toEqual(expected);
    expect(await readTree(output)).toEqual(generatedTree({ "same.ts": "same", "b.ts": "new", "a.ts": "a" }));
  });

  it("removes folders that deletions leave empty, but not the output, nor a folder with anything in it", async () => {
    const output = await makeFolder({
      ...generatedTree({ "a/b/c.ts": "c", "kept/d.ts": "d" }),
      "kept/mine": "x",
      "empty/": "",
    });
    await write({ files: filesOf(output, {}) });
    expect(await readTree(output)).toEqual({ ...generatedTree({}), "kept/mine": "x", "empty/": "" });
  });

  it("keeps the output folder when all that was in it goes", async () => {
    const output = await makeFolder(generatedTree({ "a.ts": "a" }));
    const other = { output, path: "b.ts", text: "b" };
    expect(summarize(await write({ files: [other] }))).toEqual([
      "create b.ts",
      "delete a.ts",
      "delete schemist.manifest.json",
    ]);
    expect(await readTree(output)).toEqual({ "b.ts": "b" });
  });

  it("touches no file that is as it should be", async () => {
    const output = await makeFolder(generatedTree({ "a.ts": "a", "b.ts": "old" }));
    await utimes(join(output, "a.ts"), longAgo, longAgo);
    await write({ files: filesOf(output, { "a.ts": "a", "b.ts": "new" }) });
    expect((await stat(join(output, "a.ts"))).mtime).toEqual(longAgo);
    expect(await readFile(join(output, "b.ts"), "utf8")).toBe("new");
  });

  it("touches nothing, not even the folder, where nothing changes", async () => {
    const output = await makeFolder(generatedTree({ "a.ts": "a" }));
    await utimes(output, longAgo, longAgo);
    expect(summarize(await write({ files: filesOf(output, { "a.ts": "a" }) }))).toEqual([
      "same a.ts",
      "same schemist.manifest.json",
    ]);
    expect((await stat(output)).mtime).toEqual(longAgo);
  });

  it("writes nothing when it checks", async () => {
    const folder = await makeFolder();
    const output = join(folder, "out");
    await write({ files: filesOf(output, { "a.ts": "a" }) }, { check: true });
    expect(await readTree(folder)).toEqual({});
  });

  it("writes texts as they are, whatever they hold", async () => {
    const output = await makeFolder();
    const tree = { "empty.ts": "", "crlf.ts": "a\r\n\u2028\0", "wide.ts": "\ufeff💡" };
    await write({ files: filesOf(output, tree) });
    expect(await readTree(output)).toEqual(generatedTree(tree));
  });

  it("settles after one run on a text that UTF-8 cannot hold", async () => {
    const output = await makeFolder();
    const files = filesOf(output, { "a.ts": "\ud800" });
    await write({ files });
    expect(summarize(await write({ files }))).toEqual(["same a.ts", "same schemist.manifest.json"]);
  });

  it("makes a file of a folder and a folder of a file", async () => {
    const output = await makeFolder(generatedTree({ "a/b/x.ts": "x", "c.ts": "c" }));
    const tree = { a: "file", "c.ts/y.ts": "y" };
    await write({ files: filesOf(output, tree) });
    expect(await readTree(output)).toEqual(generatedTree(tree));
  });

  it("writes a thousand files", async () => {
    const output = await makeFolder();
    const tree = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`${index % 7}/${index}.ts`, `${index}`]),
    );
    await write({ files: filesOf(output, tree) });
    expect(await readTree(output)).toEqual(generatedTree(tree));
  });

  it("groups by output, in the order given", async () => {
    const folder = await makeFolder();
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    const [first, ...rest] = filesOf(two, { "a.ts": "a" });
    const files = [...(first ? [first] : []), ...filesOf(one, { "b.ts": "b" }), ...rest];
    const changes = await write({ files });
    expect(changes.map(({ output, path }) => [output, path])).toEqual([
      [two, "a.ts"],
      [two, "schemist.manifest.json"],
      [one, "b.ts"],
      [one, "schemist.manifest.json"],
    ]);
  });

  it("takes two spellings of a folder for one", async () => {
    const folder = await makeFolder();
    const files = [
      { output: join(folder, "out"), path: "a.ts", text: "a" },
      { output: `${folder}/x/../out/`, path: "b.ts", text: "b" },
    ];
    expect((await write({ files })).map(({ output }) => output)).toEqual([
      join(folder, "out"),
      join(folder, "out"),
    ]);
  });

  it("writes through a link that is the output folder itself", async () => {
    const folder = await makeFolder({ "real/": "" });
    await symlink(join(folder, "real"), join(folder, "out"));
    await write({ files: filesOf(join(folder, "out"), { "src/a.ts": "a" }) });
    expect(await readTree(join(folder, "real"))).toEqual(generatedTree({ "src/a.ts": "a" }));
  });
});
