import { execFile } from "node:child_process";
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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
    expect(size).toBeLessThan(60_000);
  }
});
