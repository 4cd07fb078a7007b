import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "./run-cli.js";

const schema = JSON.stringify({ title: "Event", type: "object", properties: { a: { type: "string" } } });
const config = JSON.stringify({
  inputs: [
    { schema: "event.json", output: "out/event" },
    { schema: "other.json", output: "out/other" },
  ],
});

/** A folder in which all is generated. */
async function createGenerated(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const all = { "schemist.config.json": config, "event.json": schema, "other.json": schema, ...files };
  const folder = createFolder(all);
  expect((await runCli(["generate"], folder)).code).toBe(0);
  return folder;
}

/** A generated TypeScript file of the first input. */
function findSource(folder: string): string {
  const files = readdirSync(join(folder, "out/event"), { recursive: true, encoding: "utf8" });
  const [source] = files.filter((file) => file.endsWith(".ts")).sort();
  return join("out/event", source ?? "");
}

describe("schemist check", () => {
  it("returns 0 where everything is as generated", async () => {
    const { code, stdout } = await runCli(["check"], await createGenerated());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^out\/event: as generated, \d+ files \(.*\)\nout\/other: as generated/);
    expect(stdout).toMatch(/\n2 inputs checked, 0 with findings, 0 failed \(.*\)\n$/);
  });

  it("returns 1 and shows the difference where a file was changed, and leaves it", async () => {
    const folder = await createGenerated();
    const source = findSource(folder);
    appendFileSync(join(folder, source), "// mine\n");
    const { code, stdout } = await runCli(["check"], folder);
    expect(code).toBe(1);
    expect(stdout).toContain(`  ${source} differs.\n`);
    expect(stdout).toContain("\n-// mine\n");
    expect(stdout).toContain("2 inputs checked, 1 with findings, 0 failed");
    expect(readFileSync(join(folder, source), "utf8")).toContain("// mine");
  });

  it("returns 1 where a file is missing", async () => {
    const folder = await createGenerated();
    const source = findSource(folder);
    rmSync(join(folder, source));
    const { code, stdout } = await runCli(["check", "event.json"], folder);
    expect(code).toBe(1);
    expect(stdout).toContain(`  ${source} is missing.\n`);
  });

  it("checks the named schema alone", async () => {
    const folder = await createGenerated();
    appendFileSync(join(folder, findSource(folder)), "// mine\n");
    expect((await runCli(["check", "other.json"], folder)).code).toBe(0);
  });

  it("returns 2 where an input has errors, whatever else it finds", async () => {
    const folder = await createGenerated();
    appendFileSync(join(folder, findSource(folder)), "// mine\n");
    rmSync(join(folder, "other.json"));
    expect((await runCli(["check"], folder)).code).toBe(2);
  });
});

describe("schemist check --reporter", () => {
  /** A file differs, and a sample is invalid. */
  async function createFaulty(): Promise<{ folder: string; source: string }> {
    const folder = await createGenerated({ "s/a.json": '{\n  "a": 5\n}\n' });
    const source = findSource(folder);
    appendFileSync(join(folder, source), "// mine\n");
    return { folder, source };
  }

  const argv = ["check", "event.json", "--samples", "s/*.json", "--reporter"];

  it("annotates what differs, and what is invalid, in a workflow of GitHub", async () => {
    const { folder, source } = await createFaulty();
    const { code, stdout } = await runCli([...argv, "github"], folder, { workspace: dirname(folder) });
    expect(code).toBe(1);
    const name = basename(folder);
    const line = readFileSync(join(folder, source), "utf8").split("\n").length - 1;
    expect(stdout).toContain(`\n::error file=${name}/${source},line=${line},title=output-differs::`);
    expect(stdout).toContain(`\n::error file=${name}/s/a.json,line=2,col=3,title=sample-invalid::`);
    expect(stdout).toMatch(/^::stop-commands::/);
    expect(stdout).toContain("\n-// mine\n");
  });

  it("makes results of them in SARIF", async () => {
    const { folder, source } = await createFaulty();
    const { code, stdout } = await runCli([...argv, "sarif"], folder);
    expect(code).toBe(1);
    const results: { ruleId: string; locations: object[] }[] = JSON.parse(stdout).runs[0].results;
    const locations = results.map(({ ruleId, locations }) => [ruleId, locations[0]]);
    const located = (uri: string, startLine: number) => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    });
    expect(locations).toMatchObject([
      ["output-differs", located(source, expect.any(Number))],
      ["sample-invalid", located("s/a.json", 2)],
    ]);
  });
});

describe("schemist check --samples", () => {
  it("tells which samples are invalid, and where", async () => {
    const folder = await createGenerated({ "s/a.json": '{"a": "b"}', "s/b.json": "5", "s/c.json": "{" });
    const { code, stdout } = await runCli(["check", "event.json", "--samples", "s/*.json"], folder);
    expect(code).toBe(1);
    expect(stdout).not.toContain("s/a.json");
    expect(stdout).toMatch(/\ns\/b\.json is invalid:\n {2}the whole value at 1:1: .+\n/);
    expect(stdout).toMatch(/\ns\/c\.json is invalid:\n {2}the whole value at 1:2: It cannot be read: .+\n/);
    expect(stdout).toContain("\n3 samples: 1 valid, 2 invalid\n");
  });

  it("returns 0 where all are valid", async () => {
    const folder = await createGenerated({ "s/a.json": '{"a": "b"}', "t/b.yaml": "a: b\n" });
    const argv = ["check", "event.json", "--samples", "s", "--samples", "t"];
    const { code, stdout } = await runCli(argv, folder);
    expect(code).toBe(0);
    expect(stdout).toContain("\n2 samples: 2 valid, 0 invalid\n");
  });

  it("is a diagnostic for each issue in JSON", async () => {
    const folder = await createGenerated({ "s/b.json": "5" });
    const argv = ["check", "event.json", "--samples", "s/*.json", "--reporter", "json"];
    const { code, stdout } = await runCli(argv, folder);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)[0]).toMatchObject({
      code: "sample-invalid",
      place: { file: "s/b.json", pointer: "", line: 1, column: 1 },
    });
  });

  it("asks for one schema where several inputs are selected", async () => {
    const folder = await createGenerated({ "s/a.json": "{}" });
    const { code, stderr } = await runCli(["check", "--samples", "s/*.json"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "error config-invalid\n  The samples belong to one schema, and 2 inputs are selected.\n",
    );
  });

  it("takes a schema of an API description, and not a whole one, which has no root", async () => {
    const api =
      "openapi: 3.0.3\ncomponents:\n  schemas:\n    Other: {type: integer}\n    Name: {type: string}\n";
    const folder = await createGenerated({ "api.yaml": api, "s/a.json": '"a"', "s/b.json": "5" });
    const runAt = async (pointer: string) => {
      await runCli(["generate", `api.yaml${pointer}`, "--out", "out/api"], folder);
      const argv = ["check", `api.yaml${pointer}`, "--out", "out/api", "--samples", "s/*.json"];
      return runCli(argv, folder);
    };
    const { stdout } = await runAt("#/components/schemas/Name");
    expect(stdout).toContain("\n2 samples: 1 valid, 1 invalid\n");
    const { code, stderr } = await runAt("");
    expect([code, stderr]).toEqual([2, expect.stringContaining("error samples-without-root\n")]);
  });

  it("judges bodies without the tag that comes beside them", async () => {
    const folder = createFolder({
      "schemist.config.json": JSON.stringify({
        inputs: [
          { schema: "hook.json", output: "out/hook", unions: { Hook: { tags: [{ external: "event" }] } } },
        ],
      }),
      "hook.json": '{"anyOf": [{"title": "text", "type": "string"}, {"title": "size", "type": "number"}]}',
      "s/a.json": '"a"',
      "s/b.json": "true",
    });
    await runCli(["generate"], folder);
    const { code, stdout } = await runCli(["check", "--samples", "s/*.json"], folder);
    expect([code, stdout]).toEqual([1, expect.stringContaining("\n2 samples: 1 valid, 1 invalid\n")]);
  });

  it("refuses a glob that finds nothing", async () => {
    const folder = await createGenerated();
    const { code, stderr } = await runCli(["check", "event.json", "--samples", "s/*.json"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("error glob-matches-nothing\n");
  });
});
