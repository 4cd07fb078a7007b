import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const schema = JSON.stringify({ title: "Event", type: "object", properties: { a: { type: "string" } } });
const config = JSON.stringify({
  inputs: [
    { schema: "good.json", output: "out/good" },
    { schema: "bad.json", output: "out/bad" },
    { schema: "other.json", output: "out/other" },
  ],
});

describe("schemist generate", () => {
  it("writes the named schema to --out, and on the next run nothing", async () => {
    const folder = createFolder({ "event.json": schema });
    const first = await runCli(["generate", "event.json", "--out", "gen"], folder);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(
      /^gen: [1-9]\d* created, 0 updated, 0 deleted, 0 unchanged \(.*\)\n1 input generated, 0 failed \(.*\)\n$/,
    );
    expect(readdirSync(join(folder, "gen"))).not.toEqual([]);
    const second = await runCli(["generate", "event.json", "--out", "gen"], folder);
    expect(second.stdout).toMatch(/^gen: 0 created, 0 updated, 0 deleted, [1-9]\d* unchanged/);
  });

  it("goes on after an input with errors, writes nothing of it, and returns 2", async () => {
    const files = {
      "schemist.config.json": config,
      "good.json": schema,
      "bad.json": "{",
      "other.json": schema,
    };
    const folder = createFolder(files);
    const { code, stdout, stderr } = await runCli(["generate"], folder);
    expect(code).toBe(2);
    expect(stdout).toMatch(/out\/bad: failed with 1 error\n/);
    expect(stdout).toMatch(/\n2 inputs generated, 1 failed \(.*\)\n$/);
    expect(stderr).toMatch(/^bad\.json:1:\d+ error document-syntax\n/);
    expect(existsSync(join(folder, "out/bad"))).toBe(false);
    expect(existsSync(join(folder, "out/other"))).toBe(true);
  });

  it("names files from the working directory, which need not be that of the config", async () => {
    const folder = createFolder({ "schemist.config.json": config, "bad.json": "{", "a/b/c.txt": "" });
    const { code, stderr } = await runCli(["generate", "../../bad.json"], join(folder, "a/b"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\.\.\/\.\.\/bad\.json:1:\d+ error document-syntax\n/);
  });

  it("writes one JSON array to standard output, and nothing else, with --reporter json", async () => {
    const folder = createFolder({ "schemist.config.json": config, "bad.json": "{" });
    const { code, stdout, stderr } = await runCli(["generate", "bad.json", "--reporter", "json"], folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([
      { code: "document-syntax", place: { file: "bad.json", line: 1 } },
    ]);
  });

  it("shows progress on a terminal only, and clears it", async () => {
    const folder = createFolder({ "event.json": schema });
    const argv = ["generate", "event.json", "--out", "gen"];
    expect((await runCli(argv, folder)).stderr).not.toContain("\r");
    const { stderr } = await runCli(argv, folder, { isTerminal: true });
    expect(stderr).toContain("\r\u001B[Kgen (1 of 1)…\r\u001B[K");
  });
});
