import { execFile } from "node:child_process";
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCli } from "../support/build-cli.js";
import { createProject } from "./cached-project.js";

const execute = promisify(execFile);

let cli: { program: string; folder: string };

beforeAll(async () => {
  cli = await buildCli();
});

afterAll(() => rmSync(cli.folder, { recursive: true, force: true }));

it("a run with nothing to do loads no library but the one for colours, and none of the stages", async () => {
  const folder = createProject({
    "a.json": '{"title": "Event", "type": "object"}',
    "parts/b.json": "{}",
    "schemist.config.ts":
      'export default { inputs: [{ schema: "a.json", documents: ["parts/*.json"], output: "out" }] };',
    "hooks.mjs": `
      import { appendFileSync } from "node:fs";
      export async function load(url, context, next) {
        appendFileSync(new URL("loaded.txt", import.meta.url), url + "\\n");
        return next(url, context);
      }`,
  });
  const hooks = JSON.stringify(pathToFileURL(join(folder, "hooks.mjs")).href);
  const register = `data:text/javascript,import { register } from "node:module"; register(${hooks});`;
  const run = async (command: string): Promise<readonly string[]> => {
    writeFileSync(join(folder, "loaded.txt"), "");
    await execute(process.execPath, ["--import", register, cli.program, command], { cwd: folder });
    return readFileSync(join(folder, "loaded.txt"), "utf8").trim().split("\n");
  };
  expect((await run("generate")).join("\n")).toContain("ts-morph");
  for (const command of ["generate", "check"]) {
    const loaded = (await run(command)).filter((url) => !url.startsWith("node:"));
    const libraries = loaded.filter((url) => !url.startsWith(pathToFileURL(realpathSync(cli.folder)).href));
    expect(libraries.map((url) => url.split("/node_modules/")[1])).toEqual(["picocolors/picocolors.js"]);
    const size = loaded.reduce((sum, url) => sum + readFileSync(new URL(url)).length, 0);
    // The page of diagnostics, which is a third of it, is a text that nothing looks at.
    expect(size).toBeLessThan(100_000);
  }
});

/** All that lies in the folder, by path. */
function readAll(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]));
}

it("neither language nor time zone nor the cache changes a byte", async () => {
  const makeSchema = (type: string): string =>
    JSON.stringify({
      title: "Title",
      description: "Initial: i, I, ı, ä, z.",
      type: "object",
      properties: {
        issued: { type: "string", format: "date-time", default: "2020-01-01T00:00:00Z" },
        i: { type },
      },
      $defs: { item: { enum: ["i", "I", "ı", "z", "ä"] }, Item: { type: "string", minLength: 1 } },
    });
  const input = { schema: "a.json", output: "out", package: { name: "a", version: "1.0.0" } };
  const files = {
    "a.json": makeSchema("integer"),
    "schemist.config.json": JSON.stringify({ inputs: [input] }),
  };
  const places = [
    { LC_ALL: "C", TZ: "UTC" },
    { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Asia/Kathmandu" },
  ].map((variables) => ({ variables, folder: createProject(files) }));
  const run = (at: (typeof places)[number], ...flags: string[]) =>
    execute(process.execPath, [cli.program, "generate", ...flags], {
      cwd: at.folder,
      env: { ...process.env, ...at.variables },
    });
  const [first, second] = places;
  if (!first || !second) throw new Error("two places");
  await run(first);
  await run(second, "--no-cache");
  const texts = readAll(join(first.folder, "out"));
  expect(Object.keys(texts).length).toBeGreaterThan(10);
  expect(readAll(join(second.folder, "out"))).toEqual(texts);
  for (const { folder } of places) writeFileSync(join(folder, "a.json"), makeSchema("string"));
  await run(first);
  await run(second, "--no-cache");
  expect(readAll(join(first.folder, "out"))).not.toEqual(texts);
  expect(readAll(join(second.folder, "out"))).toEqual(readAll(join(first.folder, "out")));
});
