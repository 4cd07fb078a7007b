import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const dialect = "https://json-schema.org/draft/2020-12/schema";
const files = {
  "root.json": JSON.stringify({ $ref: "line.json" }),
  "line.json": JSON.stringify({ type: "string" }),
};
const bundled = { $schema: dialect, $ref: "#/$defs/line", $defs: { line: { type: "string" } } };

describe("schemist bundle", () => {
  it("prints one document, and nothing beside it", async () => {
    const { code, stdout, stderr } = await runCli(["bundle", "root.json"], createFolder(files));
    expect([code, JSON.parse(stdout), stderr]).toEqual([0, bundled, ""]);
  });

  it("writes YAML or JSON, by the ending of the file", async () => {
    const folder = createFolder(files);
    const { code, stdout } = await runCli(["bundle", "root.json", "--out", "out/all.yaml"], folder);
    expect([code, stdout]).toEqual([0, "out/all.yaml: written\n"]);
    const yaml = readFileSync(join(folder, "out/all.yaml"), "utf8");
    expect(yaml).toMatch(/^\$schema: /);
    expect(parse(yaml)).toEqual(bundled);
    await runCli(["bundle", "root.json", "--out", "all.json"], folder);
    expect(readFileSync(join(folder, "all.json"), "utf8")).toBe(`${JSON.stringify(bundled, undefined, 2)}\n`);
  });

  it("uses the overlays and documents that the config has for the schema", async () => {
    const overlay = {
      overlay: "1.0.0",
      info: { title: "a", version: "1" },
      actions: [{ target: "$", update: { title: "A" } }],
    };
    const folder = createFolder({
      ...files,
      "overlay.json": JSON.stringify(overlay),
      "schemist.config.json": JSON.stringify({
        inputs: [{ schema: "root.json", overlays: ["overlay.json"], output: "o" }],
      }),
    });
    const { stdout } = await runCli(["bundle", "root.json"], folder);
    expect(JSON.parse(stdout)).toEqual({ ...bundled, title: "A" });
  });

  it("returns 2 and says where a reference leads nowhere", async () => {
    const folder = createFolder({ "root.json": '{"$ref": "gone.json"}' });
    const { code, stdout, stderr } = await runCli(["bundle", "root.json"], folder);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^root\.json:1:2 error reference-unresolved/);
  });

  it("returns 2 for what nests deeper than YAML is written", async () => {
    const text = `${'{"items":'.repeat(600)}{}${"}".repeat(600)}`;
    const { code, stderr } = await runCli(
      ["bundle", "a.json", "--out", "a.yaml"],
      createFolder({ "a.json": text }),
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining("bundle-too-deep")]);
  });
});
