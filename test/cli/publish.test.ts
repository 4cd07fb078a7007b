import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const packaged = {
  schema: "event.json",
  output: "out/event",
  runtime: ["guards"],
  package: { name: "@example/event", version: "1.2.3" },
};
const sources = { schema: "other.json", output: "out/other", runtime: [] };

/** A folder in which all is generated. */
async function createGenerated(...inputs: readonly object[]): Promise<string> {
  const schema = JSON.stringify({ title: "Event", type: "object" });
  const config = JSON.stringify({ inputs });
  const folder = createFolder({ "schemist.config.json": config, "event.json": schema, "other.json": schema });
  expect((await runCli(["generate"], folder)).code).toBe(0);
  return folder;
}

describe("schemist publish", () => {
  it("shows with --dry-run what npm would send", async () => {
    const folder = await createGenerated(packaged, sources);
    const { code, stdout, stderr } = await runCli(["publish", "--dry-run"], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^@example\/event@1\.2\.3, from out\/event$/m);
    expect(stdout).toMatch(/^ +\d+(\.\d)? k?B {2}dist\/index\.d\.cts$/m);
    expect(stdout).toMatch(/^\d+ files, .*B packed, .*B unpacked$/m);
    expect(stdout).toContain("npm publish ./out/event");
    expect(stdout).not.toContain("out/other");
  });

  it("refuses with 1 what is not as it is generated", async () => {
    const folder = await createGenerated(packaged);
    appendFileSync(join(folder, "out/event/README.md"), "More.\n");
    const { code, stdout } = await runCli(["publish", "--dry-run"], folder);
    expect(code).toBe(1);
    expect(stdout).toContain("out/event/README.md differs.");
    expect(stdout).not.toContain("npm publish");
  });

  it("refuses with 2 a folder that is no package", async () => {
    const folder = await createGenerated(sources);
    const { code, stderr } = await runCli(["publish", "--dry-run"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("out/other has TypeScript sources alone");
    const both = await createGenerated(packaged, sources);
    expect((await runCli(["publish", "--dry-run", "event.json", "other.json"], both)).code).toBe(2);
  });

  it("sends nothing, and says with 2 how to", async () => {
    const { code, stdout, stderr } = await runCli(["publish"], await createGenerated(packaged));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("`npm publish ./out/event`");
  });

  it("tells where npm cannot say what it would pack", async () => {
    const folder = await createGenerated(packaged);
    const { PATH } = process.env;
    process.env["PATH"] = "";
    const { code, stderr } = await runCli(["publish", "--dry-run"], folder).finally(() => {
      process.env["PATH"] = PATH;
    });
    expect(code).toBe(2);
    expect(stderr).toContain("npm cannot say what it would pack");
  });
});
