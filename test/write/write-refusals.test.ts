import { chmod, readFile, symlink } from "node:fs/promises";
import { getuid } from "node:process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnostic.js";
import { write } from "../../src/write/write.js";
import { diagnosticsOf } from "./diagnostics-of.js";
import {
  filesOf,
  generatedTree,
  makeFolder,
  manifestOf,
  readTree,
  summarize,
  writeTree,
} from "./output-folder.js";

describe("write refuses", () => {
  it("a result with an error, and leaves the last good output", async () => {
    const output = await makeFolder(generatedTree({ "a.ts": "good" }));
    const diagnostics = [
      diagnose("document-syntax", "The document is not JSON.", "Mend it."),
      diagnose("type-inferred", "A type is inferred.", "Give it."),
    ];
    const files = filesOf(output, { "a.ts": "broken" });
    for (const check of [true, false]) {
      expect(await diagnosticsOf(() => write({ files, diagnostics }, { check }))).toEqual([
        "document-syntax: The document is not JSON.",
        "type-inferred: A type is inferred.",
      ]);
    }
    expect(await readTree(output)).toEqual(generatedTree({ "a.ts": "good" }));
  });

  it("but writes beside warnings and notes", async () => {
    const output = await makeFolder();
    const diagnostics = [diagnose("type-inferred", "A type is inferred.", "Give it.")];
    expect(await write({ files: filesOf(output, {}), diagnostics })).toHaveLength(1);
  });

  it("foreign files of every output at once, and writes nothing to any", async () => {
    const folder = await makeFolder({ "one/a.ts": "mine", "two/b.ts": "mine", "two/c.ts": "mine" });
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    const files = [
      ...filesOf(one, { "a.ts": "1", "new.ts": "2" }),
      ...filesOf(two, { "b.ts": "3", "c.ts": "mine" }),
    ];
    expect(await diagnosticsOf(() => write({ files }))).toEqual([
      "file-foreign: `a.ts` is to be generated, but a file of that name is there that Schemist did not make.",
      "file-foreign: `b.ts` is to be generated, but a file of that name is there that Schemist did not make.",
    ]);
    expect(await readTree(folder)).toEqual({ "one/a.ts": "mine", "two/b.ts": "mine", "two/c.ts": "mine" });
  });

  it("a manifest that leads outside the output, and deletes nothing", async () => {
    const folder = await makeFolder({ "secret.txt": "mine", "out/a.ts": "a" });
    const output = join(folder, "out");
    const manifest = manifestOf("a.ts", "../secret.txt");
    await writeTree(output, { "schemist.manifest.json": manifest });
    const messages = await diagnosticsOf(() => write({ files: filesOf(output, {}) }));
    expect(messages).toEqual([
      'manifest-invalid: `schemist.manifest.json` lists "../secret.txt", which is no path in this folder.',
    ]);
    const tree = { "secret.txt": "mine", "out/a.ts": "a", "out/schemist.manifest.json": manifest };
    expect(await readTree(folder)).toEqual(tree);
  });

  it("a manifest that is torn", async () => {
    const output = await makeFolder({ "a.ts": "a", "schemist.manifest.json": '{ "files": ["a.' });
    expect(await diagnosticsOf(() => write({ files: filesOf(output, {}) }))).toEqual([
      "manifest-invalid: `schemist.manifest.json` is not a manifest that Schemist wrote.",
    ]);
  });

  it("to write through a linked folder, or over a linked file", async () => {
    const folder = await makeFolder({ "elsewhere/a.ts": "old", "elsewhere/b.ts": "old", "out/": "" });
    const output = join(folder, "out");
    await writeTree(output, { "schemist.manifest.json": manifestOf("src/a.ts", "b.ts") });
    await symlink(join(folder, "elsewhere"), join(output, "src"));
    await symlink(join(folder, "elsewhere/b.ts"), join(output, "b.ts"));
    await symlink(join(folder, "nowhere"), join(output, "c.ts"));
    await symlink(join(folder, "elsewhere"), join(output, "d.ts"));
    const tree = { "src/a.ts": "new", "src/new.ts": "new", "b.ts": "new", "c.ts": "new", "d.ts": "new" };
    expect(await diagnosticsOf(() => write({ files: filesOf(output, tree) }))).toEqual([
      "file-foreign: `src/a.ts` is to be changed, but `src` is a symbolic link, and what it leads to is not Schemist's.",
      "file-foreign: `src/new.ts` is to be generated, but `src` is in its way, and Schemist did not make it.",
      "file-foreign: `b.ts` is to be changed, but `b.ts` is a symbolic link, and what it leads to is not Schemist's.",
      "file-foreign: `c.ts` is to be generated, but `c.ts` is in its way, and Schemist did not make it.",
      "file-foreign: `d.ts` is to be generated, but `d.ts` is in its way, and Schemist did not make it.",
    ]);
    expect(await readTree(join(folder, "elsewhere"))).toEqual({ "a.ts": "old", "b.ts": "old" });
  });

  it("to delete through links, and leaves them", async () => {
    const folder = await makeFolder({ "elsewhere/a.ts": "a", "elsewhere/b.ts": "b", "out/": "" });
    const output = join(folder, "out");
    await writeTree(output, { "schemist.manifest.json": manifestOf("src/a.ts", "b.ts") });
    await symlink(join(folder, "elsewhere"), join(output, "src"));
    await symlink(join(folder, "elsewhere/b.ts"), join(output, "b.ts"));
    expect(summarize(await write({ files: filesOf(output, {}) }))).toEqual(["update schemist.manifest.json"]);
    expect(await readTree(join(folder, "elsewhere"))).toEqual({ "a.ts": "a", "b.ts": "b" });
    expect(await readFile(join(output, "b.ts"), "utf8")).toBe("b");
  });

  it("nothing where what is read through a link is equal", async () => {
    const folder = await makeFolder({ "elsewhere/a.ts": "a", "out/": "" });
    await symlink(join(folder, "elsewhere"), join(folder, "out/src"));
    const files = [{ output: join(folder, "out"), path: "src/a.ts", text: "a" }];
    expect(summarize(await write({ files }))).toEqual(["same src/a.ts"]);
  });

  it("an output that is a file", async () => {
    const folder = await makeFolder({ out: "mine" });
    const output = join(folder, "out");
    expect(await diagnosticsOf(() => write({ files: filesOf(output, {}) }))).toEqual([
      `file-foreign: The output folder ${output} is not a folder.`,
    ]);
  });

  it("two inputs that generate one file, also where one output lies in another", async () => {
    const folder = await makeFolder();
    const files = [
      { output: folder, path: "a/b.ts", text: "1" },
      { output: join(folder, "a"), path: "b.ts", text: "2" },
    ];
    expect(await diagnosticsOf(() => write({ files }))).toEqual([
      `file-duplicate: \`b.ts\` in ${join(folder, "a")} is generated by two inputs.`,
    ]);
    expect(await readTree(folder)).toEqual({});
  });

  it.each(["../x.ts", "/x.ts", "a/../../x.ts", ".schemist-run/0", ""])(
    "the generated path %j as a bug",
    async (path) => {
      const output = join(await makeFolder(), "out");
      await expect(write({ files: [{ output, path, text: "" }] })).rejects.toThrow("Bug in Schemist");
    },
  );

  it("a relative output, and a file that is also a folder, as bugs", async () => {
    await expect(write({ files: [{ output: "out", path: "a", text: "" }] })).rejects.toThrow(
      "Bug in Schemist",
    );
    const output = await makeFolder();
    const files = [
      { output, path: "a", text: "" },
      { output, path: "a/b", text: "" },
    ];
    await expect(write({ files })).rejects.toThrow("Bug in Schemist");
  });

  it.skipIf(getuid?.() === 0)("a folder that may not be written, and says so", async () => {
    const output = await makeFolder({ "locked/": "" });
    await chmod(join(output, "locked"), 0o500);
    const files = filesOf(join(output, "locked"), { "a.ts": "a" });
    const [message] = await diagnosticsOf(() => write({ files }));
    expect(message).toMatch(/^output-unwritable: .*EACCES/);
  });

  it("what the system refuses, and says so", async () => {
    const output = join(await makeFolder(), "n".repeat(300));
    const [message] = await diagnosticsOf(() => write({ files: filesOf(output, { "a.ts": "a" }) }));
    expect(message).toMatch(/^output-unwritable: The output cannot be written: ENAMETOOLONG/);
  });
});
