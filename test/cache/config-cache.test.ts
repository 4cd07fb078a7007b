import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createProject, runCached, writeTo } from "./cached-project.js";

const schema = '{"title": "Event", "type": "object"}';

/** How often configs have been read: each run of this one counts itself. */
const counter = globalThis as { configReads?: number };

function countReads(): number {
  return counter.configReads ?? 0;
}

/** A config that imports its settings, and says `more` of itself. */
function makeConfig(more: string, head = ""): string {
  return `
import { defineConfig } from "schemist";
import { output } from "./settings/output.js";
${head}
Object.assign(global, { configReads: (global.configReads ?? 0) + 1 });
export default defineConfig({ inputs: [{ schema: "a.json", output, format: false, runtime: [] }], ${more} });
`;
}

const settings = {
  "settings/output.ts": 'import { name } from "./name";\nexport const output: string = `out/${name}`;\n',
  "settings/name.ts": 'export const name = "one";\n',
};

function createWith(config: string, more: Readonly<Record<string, string>> = {}): string {
  onTestFinished(() => {
    delete counter.configReads;
  });
  return createProject({ "a.json": schema, "schemist.config.ts": config, ...settings, ...more });
}

/** What `change` leads to, after two runs of which the second should not read the config. */
async function runAfter(folder: string, change: () => void): Promise<{ reads: number; stdout: string }> {
  await runCached(["generate"], folder);
  const first = countReads();
  await runCached(["generate"], folder);
  expect(countReads()).toBe(first);
  change();
  const { stdout } = await runCached(["generate"], folder);
  return { reads: countReads() - first, stdout };
}

describe("the config is read again when", () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    [
      "it changes",
      (folder) =>
        writeTo(folder, "schemist.config.ts", makeConfig('root: "."').replace("output,", 'output: "two",')),
      /^two: /,
    ],
    [
      "what it imports changes",
      (folder) => writeTo(folder, "settings/name.ts", 'export const name = "two";'),
      /^out\/two: /,
    ],
    [
      "what it imports is found elsewhere",
      (folder) => writeTo(folder, "settings/output.js", 'export const output = "two";'),
      /^two: /,
    ],
    [
      "another is nearer",
      (folder) => {
        rmSync(join(folder, "a.json"));
        writeTo(folder, "b.json", schema);
        rmSync(join(folder, "schemist.config.ts"));
        writeTo(
          folder,
          "schemist.config.json",
          '{"inputs": [{"schema": "b.json", "output": "two", "format": false}]}',
        );
      },
      /^two: /,
    ],
  ])("%s", async (_what, change, output) => {
    const folder = createWith(makeConfig(""));
    expect((await runAfter(folder, () => change(folder))).stdout).toMatch(output);
  });

  it("a variable or a file changes that it says it depends on", async () => {
    const head = 'const flavour = process.env["SCHEMIST_TEST_FLAVOUR"] ?? "plain";';
    const more = 'root: ".", cache: { env: ["SCHEMIST_TEST_FLAVOUR"], files: ["schemas/*.txt", "list.txt"] }';
    const folder = createWith(makeConfig(more, head).replace("output,", "output: flavour,"));
    onTestFinished(() => {
      delete process.env["SCHEMIST_TEST_FLAVOUR"];
    });
    const spiced = await runAfter(folder, () => (process.env["SCHEMIST_TEST_FLAVOUR"] = "spiced"));
    expect(spiced).toMatchObject({ reads: 1, stdout: expect.stringMatching(/^spiced: /) });
    expect((await runAfter(folder, () => writeTo(folder, "list.txt", "a"))).reads).toBe(1);
    expect((await runAfter(folder, () => writeTo(folder, "schemas/new.txt", "a"))).reads).toBe(1);
    expect((await runAfter(folder, () => writeTo(folder, "schemas/new.txt", "b"))).reads).toBe(1);
    expect((await runAfter(folder, () => writeTo(folder, "other.txt", "a"))).reads).toBe(0);
  });

  it("it looks at more and does not say so, in each run", async () => {
    const folder = createWith(makeConfig("", 'import { readdirSync } from "node:fs";\nreaddirSync(".");'));
    for (const count of [1, 2]) {
      expect((await runCached(["generate"], folder)).stdout).toMatch(/^out\/one: /);
      expect(countReads()).toBe(count);
    }
  });
});

it("nothing is cached where the config says so", async () => {
  const folder = createWith(makeConfig("cache: false"));
  await runCached(["generate"], folder);
  expect(await runCached(["generate"], folder)).toMatchObject({ isRecalled: false });
  expect(countReads()).toBe(2);
});

it("an input whose documents a function gives is generated in each run", async () => {
  const folder = createWith(makeConfig("").replace("output,", "output, documents: () => undefined,"));
  await runCached(["generate"], folder);
  await runCached(["generate"], folder);
  expect(countReads()).toBe(2);
});
