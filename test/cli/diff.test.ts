import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

function eventSchema(properties: object, more: object = {}): string {
  return JSON.stringify({ title: "Event", type: "object", properties, ...more });
}

const text = { type: "string" };
const old = eventSchema({ a: text });
const wider = eventSchema({ a: text, b: text });
const breaking = eventSchema({ a: text, b: text }, { required: ["b"] });

function writeConfig(version: string, name = "schemist.config.json"): Readonly<Record<string, string>> {
  const input = { schema: "event.json", output: "out", package: { name: "event", version } };
  const config = { inputs: [input] };
  const isManifest = name === "package.json";
  return { [name]: JSON.stringify(isManifest ? { name: "mine", schemist: config } : config, undefined, 2) };
}

/** A folder with a published package, whose schema has changed since. */
async function createPublished(
  schema: string,
  config: Readonly<Record<string, string>> = writeConfig("1.2.3"),
): Promise<string> {
  const folder = createFolder({ ...config, "event.json": old });
  expect((await runCli(["generate"], folder)).code).toBe(0);
  writeFileSync(join(folder, "event.json"), schema);
  return folder;
}

describe("schemist diff", () => {
  it("compares two schemas, and returns 0 where nothing breaks", async () => {
    const folder = createFolder({ "old/event.json": old, "new/event.json": wider });
    const { code, stdout } = await runCli(["diff", "old/event.json", "new/event.json"], folder);
    expect(stdout).toBe(
      [
        "old/event.json → new/event.json",
        "",
        "Compatible",
        '  Event: The optional property "b" is new.',
        "",
        "readers: compatible",
        "writers: compatible, where such properties are not in use yet",
        "consumers: compatible",
        "minor",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });

  it("returns 1 where something breaks, and shows a value that does", async () => {
    const folder = createFolder({ "old/event.json": old, "new/event.json": breaking });
    const { code, stdout } = await runCli(["diff", "old/event.json", "new/event.json"], folder);
    expect(stdout).toContain('  Event: The required property "b" is new.\n    writers: breaking\n');
    expect(stdout).toContain("the old schema accepts {} here, the new one does not\n");
    expect(stdout).toContain("\nmajor; no more than minor is allowed\n");
    expect(code).toBe(1);
  });

  it("allows what it is told to, and counts whom it is told to", async () => {
    const folder = createFolder({ "old/event.json": old, "new/event.json": breaking });
    const files = ["diff", "old/event.json", "new/event.json"];
    expect((await runCli([...files, "--allow", "major"], folder)).code).toBe(0);
    expect((await runCli([...files, "--for", "readers"], folder)).code).toBe(0);
    expect((await runCli([...files, "--for", "readers", "--allow", "patch"], folder)).code).toBe(1);
  });

  it("counts properties that are not named where it is strict", async () => {
    const folder = createFolder({ "old/event.json": old, "new/event.json": wider });
    const { code, stdout } = await runCli(["diff", "old/event.json", "new/event.json", "--strict"], folder);
    expect(code).toBe(1);
    expect(stdout).toContain("writers: breaking");
  });

  it("compares each package of the config with what lies in its folder", async () => {
    const folder = await createPublished(wider);
    const { code, stdout } = await runCli(["diff", "--format", "json"], folder);
    const [report] = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(report).toMatchObject({
      old: { label: "out", version: "1.2.3" },
      level: "minor",
      nextVersion: "1.3.0",
      allowed: "minor",
      isAllowed: true,
      verdicts: { readers: "compatible", writers: "assumed", consumers: "compatible" },
    });
    expect(code).toBe(0);
  });

  it("allows what the step between two packages lets through", async () => {
    const folder = await createPublished(breaking, writeConfig("2.0.0"));
    const manifest = join(folder, "out/package.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace("2.0.0", "1.2.3"));
    expect((await runCli(["diff"], folder)).code).toBe(0);
  });

  it("sets the version in data, and tells what to set in code", async () => {
    for (const name of ["schemist.config.json", "package.json"]) {
      const folder = await createPublished(breaking, writeConfig("1.2.3", name));
      expect(await runCli(["diff", "--write"], folder)).toMatchObject({ code: 0, stderr: "" });
      expect(readFileSync(join(folder, name), "utf8")).toBe(Object.values(writeConfig("2.0.0", name)).join());
    }
    const yaml =
      "inputs:\n  # Ours\n  - schema: event.json\n    output: out\n    package: { name: event, version: 0.2.0 }\n";
    const folder = await createPublished(breaking, { "schemist.config.yaml": yaml });
    expect((await runCli(["diff", "--write"], folder)).code).toBe(0);
    const written = readFileSync(join(folder, "schemist.config.yaml"), "utf8");
    expect(written).toBe(yaml.replace("0.2.0", "0.3.0"));
    const module = `export default ${Object.values(writeConfig("1.2.3")).join()};\n`;
    const other = await createPublished(breaking, { "schemist.config.mjs": module });
    const { code, stderr } = await runCli(["diff", "--write"], other);
    expect(stderr).toContain('Set `package.version` of its input 1 to "2.0.0".');
    expect(code).toBe(2);
  });

  it("writes an entry into a changelog, once", async () => {
    const folder = await createPublished(wider);
    writeFileSync(join(folder, "CHANGELOG.md"), "# Changes\n\nAll of them.\n\n## 1.2.3\n\n- The first.\n");
    for (let times = 0; times < 2; times++) {
      expect((await runCli(["diff", "--changelog", "CHANGELOG.md"], folder)).code).toBe(0);
      expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toBe(
        [
          "# Changes\n\nAll of them.\n",
          "## 1.3.0\n\n### Compatible\n",
          '- `Event`: The optional property "b" is new.\n',
          "## 1.2.3\n\n- The first.\n",
        ].join("\n"),
      );
    }
  });

  it("tells in Markdown", async () => {
    const folder = createFolder({ "old/event.json": old, "new/event.json": breaking });
    const { stdout } = await runCli(
      ["diff", "old/event.json", "new/event.json", "--format", "markdown"],
      folder,
    );
    expect(stdout).toContain("\n| writers | breaking |\n");
    expect(stdout).toContain('- `Event`: The required property "b" is new. _(writers: breaking)_\n');
  });

  it("returns 2 where a side cannot be read, and where there is nothing to compare", async () => {
    const folder = createFolder({ "event.json": old, "empty/a.txt": "" });
    const missing = await runCli(["diff", "event.json", "gone.json"], folder);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("error ")]);
    const empty = await runCli(["diff", "empty", "event.json"], folder);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("error package-unreadable")]);
    const none = await runCli(["diff"], folder);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("error config-invalid")]);
  });

  it("sees that an export is renamed", async () => {
    const wrap = (name: string): string =>
      JSON.stringify({
        title: "Event",
        $ref: `#/$defs/${name}`,
        $defs: { [name]: { type: "string", minLength: 2 } },
      });
    const folder = createFolder({ "old/event.json": wrap("First"), "new/event.json": wrap("Second") });
    const { code, stdout } = await runCli(["diff", "old/event.json", "new/event.json"], folder);
    expect(stdout).toContain(
      "Second: First is called Second, and so are its helpers.\n    consumers: breaking\n",
    );
    expect(code).toBe(1);
  });
});
