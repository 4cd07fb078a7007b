import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const schema = JSON.stringify({
  type: "object",
  required: ["a"],
  properties: { a: { type: "integer", minimum: 3 } },
});

describe("schemist sample", () => {
  it("prints a payload a line, the same each time", async () => {
    const folder = createFolder({ "a.json": schema });
    const { code, stdout, stderr } = await runCli(
      ["sample", "a.json", "--count", "4", "--seed", "x"],
      folder,
    );
    expect([code, stderr]).toEqual([0, ""]);
    const values = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { a: number });
    expect(values.map(({ a }) => Number.isInteger(a) && a >= 3)).toEqual([true, true, true, true]);
    expect((await runCli(["sample", "a.json", "--count", "4", "--seed", "x"], folder)).stdout).toBe(stdout);
  });

  it("says of a near-valid payload what is wrong", async () => {
    const folder = createFolder({ "a.json": schema });
    const { stdout } = await runCli(["sample", "a.json", "--count", "6", "--invalid"], folder);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { issue: { keyword: string } });
    expect(new Set(lines.map(({ issue }) => issue.keyword))).toEqual(
      new Set(["required", "type", "minimum"]),
    );
  });

  it("writes files that check takes, or refuses", async () => {
    const folder = createFolder({ "a.json": schema });
    expect((await runCli(["generate", "a.json", "--out", "g"], folder)).code).toBe(0);
    const { stdout } = await runCli(["sample", "a.json", "--count", "2", "--out", "s"], folder);
    expect(stdout).toBe("s: 2 samples written\n");
    await runCli(["sample", "a.json", "--count", "2", "--out", "s", "--invalid"], folder);
    const files = readdirSync(join(folder, "s")).sort();
    expect(files).toEqual([
      expect.stringMatching(/^invalid-1-\w+/),
      expect.stringMatching(/^invalid-2-\w+/),
      "valid-1.json",
      "valid-2.json",
    ]);
    expect(JSON.parse(readFileSync(join(folder, "s/valid-1.json"), "utf8"))).toHaveProperty("a");
    const check = (glob: string) => runCli(["check", "a.json", "--out", "g", "--samples", glob], folder);
    expect([(await check("s/valid-*")).code, (await check("s/invalid-*")).code]).toEqual([0, 1]);
  });

  it("returns 2 where the schema has no value, and for a count that is none", async () => {
    const folder = createFolder({
      "a.json": '{"type": "object", "required": ["a"], "properties": {"a": false}}',
      "b.json": schema,
    });
    const { code, stdout, stderr } = await runCli(["sample", "a.json"], folder);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining("error sample-not-found")]);
    expect((await runCli(["sample", "b.json", "--count", "many"], folder)).code).toBe(2);
  });
});
