import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { listFiles } from "../../../src/cli/init/list-files.js";
import { createFolder } from "../../config/temporary-folder.js";

const patterns = [
  "# a comment",
  "*.log",
  "!kept.log",
  "/only-here.json",
  "dist/",
  "deep/**/last.json",
  "**/anywhere/*.json",
  "all/**",
  "one?.json",
  "class[a-c].json",
  "not[!a-c].json",
  "none[^a-c].json",
  String.raw`\#sharp.json`,
  String.raw`\!bang.json`,
  "spaces.json   ",
  "a.b+c(d).json",
  "sub/inner.json",
  "",
].join("\n");

const paths = [
  ...["x.log", "kept.log", "only-here.json", "sub/only-here.json", "dist/a.json", "sub/dist/b.json"],
  ...["deep/last.json", "deep/a/b/last.json", "deep/other.json", "a/anywhere/x.json", "anywhere/y.json"],
  ...["all/a.json", "all/b/c.json", "one1.json", "one12.json", "classa.json", "classd.json", "nota.json"],
  ...[
    "notd.json",
    "nonea.json",
    "noned.json",
    "#sharp.json",
    "!bang.json",
    "spaces.json",
    "a.b+c(d).json",
    "aXb+c(d).json",
  ],
  ...[
    "sub/inner.json",
    "inner.json",
    "sub/sub/inner.json",
    "sub/again/x.log",
    "nested/kept.json",
    "nested/left.json",
  ],
];

describe("listFiles", () => {
  it("leaves out what git leaves out, whichever .gitignore says so", async () => {
    const texts = Object.fromEntries(paths.map((path) => [path, ""]));
    const nested = { "nested/.gitignore": "*.json\n!kept.json\r\n", "sub/again/.gitignore": "!x.log\n" };
    const folder = createFolder({ ...texts, ...nested, ".gitignore": patterns });
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    const args = ["ls-files", "--others", "--exclude-standard", "-z"];
    const listed = execFileSync("git", args, { cwd: folder, encoding: "utf8" }).split("\0");
    const expected = listed.filter((path) => path !== "" && !path.endsWith(".gitignore"));
    expect(expected.length).toBeGreaterThan(10);
    const { value, diagnostics } = await listFiles(folder);
    expect(value.filter((path) => !path.endsWith(".gitignore")).toSorted()).toEqual(expected.toSorted());
    expect(diagnostics).toEqual([]);
  });

  it("obeys the .gitignore files above, within the repository", async () => {
    const folder = createFolder({
      ".gitignore": "/packages/*/build/\n",
      "packages/a/build/x.json": "",
      "packages/a/y.json": "",
    });
    const list = async () => (await listFiles(`${folder}/packages/a`)).value;
    expect(await list()).toEqual(["y.json", "build/x.json"]);
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    expect(await list()).toEqual(["y.json"]);
  });

  it("looks into no dependencies, no hidden folders, and nothing that Schemist wrote", async () => {
    const folder = createFolder({
      "a.json": "",
      "node_modules/b/b.json": "",
      "sub/node_modules/c.json": "",
      ".cache/d.json": "",
      "generated/schemist.manifest.json": "",
      "generated/schema.json": "",
    });
    expect((await listFiles(folder)).value).toEqual(["a.json"]);
  });

  it("ends somewhere, and says so", async () => {
    const folder = createFolder({ "a.json": "", "b.json": "", "c/d.json": "", "c/e/f.json": "" });
    const few = await listFiles(folder, { depth: 12, files: 1 });
    expect(few.value).toEqual(["a.json", "b.json"]);
    expect(few.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "search-incomplete: The search for schemas ended after 1 files.",
    ]);
    const flat = await listFiles(folder, { depth: 1, files: 100 });
    expect(flat.value).toEqual(["a.json", "b.json", "c/d.json"]);
  });
});
