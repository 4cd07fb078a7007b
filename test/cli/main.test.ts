import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

describe("main", () => {
  it("tells the version of the package", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await runCli(["--version"], ".")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  const commands = ["generate", "check", "watch", "diff", "publish", "bundle", "sample", "init"];
  it.each([["--help"], ["help"], ...commands.map((command) => [command, "--help"])])(
    "helps: %s %s",
    async (...argv) => {
      const { code, stdout, stderr } = await runCli(argv, ".");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("Usage: schemist");
    },
  );

  it("documents how schemas and the config file go together", async () => {
    const { stdout } = await runCli(["generate", "--help"], ".");
    expect(stdout).toContain("Which inputs:");
    expect(stdout).toContain("Exit codes:");
  });

  it.each([
    [[], "Usage: schemist"],
    [["genrate"], "(Did you mean generate?)"],
    [["generate", "--untypd", "exact"], "(Did you mean --untyped?)"],
    [["generate", "--untyped", "exat"], "Allowed choices are infer, exact."],
    [["generate", "--format", "biome"], "Allowed choices are prettier, false."],
    [["generate", "--package", "event"], "Write it like @example/event@1.0.0."],
    [["generate", "--out"], "option '--out <dir>' argument missing"],
    [["generate", "--reporter", "gitlab"], "Allowed choices are text, json, github, sarif."],
    [["generate", "--samples", "a"], "unknown option '--samples'"],
  ])("refuses the command line %j with 2", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv, createFolder({}));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("tells of an unexpected exception with its stack, and returns 3", async () => {
    const stdout = {
      write() {
        throw new Error("nobody listens");
      },
    };
    const { code, stderr } = await runCli(["--version"], ".", { stdout });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Error: nobody listens\n {4}at /);
    expect(stderr).toContain("This is a bug in Schemist. Please report it");
  });
});
