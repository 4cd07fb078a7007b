import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const files = {
  "schemist.config.json": JSON.stringify({
    inputs: [],
    imports: { from: ["*.ts"], declarations: "types/env.d.ts" },
  }),
  "types/.keep": "",
  "main.ts": 'import { isEvent } from "./event.json?schemist";',
  "event.json": '{ "title": "Event", "type": "string" }',
};

describe("declarations of imports", () => {
  it("are written by generate and compared by check", async () => {
    const folder = createFolder(files);
    const missing = await runCli(["check"], folder);
    expect(missing).toMatchObject({ code: 1, stderr: "" });
    expect(missing.stdout).toContain("types/env.d.ts is missing.");
    expect(existsSync(join(folder, "types/env.d.ts"))).toBe(false);
    const first = await runCli(["generate"], folder);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^types\/env\.d\.ts: created \(.*\)\n0 inputs generated, 0 failed/);
    expect(readFileSync(join(folder, "types/env.d.ts"), "utf8")).toContain("export function isEvent(");
    expect((await runCli(["check"], folder)).code).toBe(0);
  });

  it("are not written where a schema has an error", async () => {
    const folder = createFolder({ ...files, "event.json": '{ "type": "objekt" }' });
    const { code, stderr } = await runCli(["generate"], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^event\.json:1:\d+ error keyword-invalid\n/);
    expect(existsSync(join(folder, "types/env.d.ts"))).toBe(false);
  });

  it("may be all that a config asks for, but not nothing", async () => {
    const folder = createFolder({ ...files, "schemist.config.json": '{ "inputs": [] }' });
    expect((await runCli(["generate"], folder)).stderr).toContain("config-invalid");
  });
});
