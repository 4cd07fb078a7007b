import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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

/** Runs a command in a folder, and lists the addresses of all modules that it loaded, but Node's own. */
function listLoaded(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  return listLoadedBy(folder, cli.program, ...args);
}

async function listLoadedBy(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const list = join(folder, "loaded.txt");
  const hooks = `
    import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + "\\n");
      return next(url, context);
    }`;
  // What is required is seen by no hook of Node 20.
  const register = `
    import { appendFileSync } from "node:fs";
    import { createRequire, register } from "node:module";
    import { pathToFileURL } from "node:url";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hooks)}));
    const { cache } = createRequire("file:///a.js");
    process.on("exit", () => {
      for (const path of Object.keys(cache)) appendFileSync(${JSON.stringify(list)}, pathToFileURL(path) + "\\n");
    });`;
  writeFileSync(list, "");
  const flags = ["--import", `data:text/javascript,${encodeURIComponent(register)}`];
  await execute(process.execPath, [...flags, ...args], { cwd: folder });
  const loaded = new Set(readFileSync(list, "utf8").trim().split("\n"));
  return [...loaded].filter((url) => url.startsWith("file:"));
}

/** Of the modules those that are installed, by the name of their package. */
function librariesOf(urls: readonly string[]): readonly string[] {
  const own = pathToFileURL(realpathSync(cli.folder)).href;
  const names = urls
    .filter((url) => !url.startsWith(own))
    .map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url);
  return [...new Set(names)].sort();
}

it("a run with nothing to do loads no library but the one for colours, and none of the stages", async () => {
  const folder = createProject({
    "a.json": '{"title": "Event", "type": "object"}',
    "parts/b.json": "{}",
    "schemist.config.ts":
      'export default { inputs: [{ schema: "a.json", documents: ["parts/*.json"], output: "out" }] };',
  });
  expect(librariesOf(await listLoaded(folder, "generate"))).toContain("tinyglobby");
  for (const command of ["generate", "check"]) {
    const loaded = await listLoaded(folder, command);
    expect(librariesOf(loaded)).toEqual(["picocolors"]);
    const size = loaded.reduce((sum, url) => sum + readFileSync(new URL(url)).length, 0);
    // The page of diagnostics, which is a third of it, is a text that nothing looks at.
    expect(size).toBeLessThan(100_000);
  }
});

it("a run loads the libraries that its output takes, and no other: only packages take a compiler and a formatter", async () => {
  const sources = { schema: "a.json", output: "out" };
  const folder = createProject({
    "a.json": '{"title": "Event", "type": "object", "properties": {"id": {"type": "string"}}}',
    "sources.json": JSON.stringify({ inputs: [sources] }),
    "package.json": JSON.stringify({
      schemist: { inputs: [{ ...sources, package: { name: "a", version: "1.0.0" } }] },
    }),
  });
  const always = ["commander", "lilconfig", "picocolors"];
  const run = (config: string) => listLoaded(folder, "generate", "--no-cache", "--config", config);
  expect(librariesOf(await run("sources.json"))).toEqual(always);
  const compiling = librariesOf(await run("package.json")).filter((name) => !always.includes(name));
  expect(compiling).toEqual(expect.arrayContaining(["prettier", "ts-morph"]));
});

it("a program that only generates loads no compiler and no formatter", async () => {
  const folder = createProject({
    "a.json": '{"title": "Event", "type": "object", "properties": {"id": {"type": "string"}}}',
    "program.mjs": `
      import { generate, write } from ${JSON.stringify(pathToFileURL(join(cli.folder, "index.js")).href)};
      await write(await generate({ inputs: [{ schema: "a.json", output: "out" }] }));`,
  });
  const loaded = await listLoadedBy(folder, "program.mjs");
  expect(loaded.some((url) => url.endsWith("/index.js"))).toBe(true);
  const heavy = librariesOf(loaded).filter((name) => /prettier|ts-morph|typescript/.test(name));
  expect(heavy).toEqual([]);
});

it("Node keeps what it compiles for a run that does something, where it can", async () => {
  const folder = createProject({
    "a.json": "{}",
    "schemist.config.json": '{"inputs": [{"schema": "a.json", "output": "out", "format": false}]}',
  });
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  const { NODE_COMPILE_CACHE: _none, ...env } = process.env;
  const run = () =>
    execute(process.execPath, [cli.program, "generate"], {
      cwd: folder,
      env: { ...env, TMPDIR: temporary, TEMP: temporary },
    });
  await run();
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const kept = readdirSync(temporary);
  expect(kept).toEqual(major > 22 || (major === 22 && minor > 0) ? ["node-compile-cache"] : []);
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

it("says nothing on the error stream of what it asks of V8", async () => {
  const folder = createProject({ "a.json": "{}" });
  const { stdout, stderr } = await execute(process.execPath, [cli.program, "--version"], { cwd: folder });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(stderr).toBe("");
});
