import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { buildCli } from "../support/build-cli.js";
import { Transcript } from "./start-watch.js";

let cli: { program: string; folder: string };

beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => rm(cli.folder, { recursive: true, force: true }));

it.each(["SIGINT", "SIGTERM"] as const)("ends on %s with 0, as a process of its own", async (signal) => {
  const folder = createFolder({ "one.json": '{"title": "One", "type": "string"}' });
  const argv = [cli.program, "watch", "one.json", "--out", "out", "--format", "false"];
  const child = spawn(process.execPath, argv, { cwd: folder });
  const exited = once(child, "exit");
  const transcript = new Transcript();
  child.stdout.setEncoding("utf8").on("data", (text: string) => transcript.write(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => transcript.write(text));
  await transcript.waitFor(/^Watching 1 file for changes\.\n/m);
  await writeFile(join(folder, "one.json"), '{"title": "One", "type": "number"}');
  await transcript.waitFor(/^one\.json changed: 1 input generated, 0 failed \(.+\)\n/m);
  child.kill(signal);
  expect(await exited).toEqual([0, null]);
});
