import { readFileSync } from "node:fs";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The code block behind a marker: a comment, or for JSON the first block. */
function blockOf(pattern: string): string {
  return new RegExp(`${pattern}\\n([^]*?)\\n\`\`\``).exec(readme)?.[1] ?? "";
}

let folder = "";
let generated = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-readme-")));
  await writeFile(join(folder, "pet.schema.json"), blockOf("```json"));
  await writeFile(join(folder, ".prettierrc.json"), "{}");
  const { code, stderr } = await runCli(["generate", "pet.schema.json", "--out", "pet"], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  generated = readFileSync(join(folder, "pet/types.ts"), "utf8");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("the README's quick start is that of the page, which a test runs", () => {
  const page = readFileSync(new URL("../../docs/quick-start.md", import.meta.url), "utf8");
  const commands = blockOf("## Quick start\\n[^`]*```sh").split("\n");
  expect(commands).toHaveLength(4);
  for (const command of commands) expect(page).toContain(`\n${command.replace(/ *#.*/, "")}`);
});

describe("the README's example", () => {
  it("shows the types that come out", () => {
    expect(generated).toContain(blockOf("<!-- types.ts -->\n\n```ts"));
  });

  it("shows the guards that come out", () => {
    const guards = readFileSync(join(folder, "pet/guards.ts"), "utf8");
    expect(guards).toContain(blockOf("<!-- guards.ts -->\n\n```ts"));
  });

  it("does what its comments say", async () => {
    const usage = blockOf("<!-- usage -->\n\n```ts");
    await runCli(["generate", "pet.schema.json", "--out", "single", "--layout", "single-file"], folder);
    const options = { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } };
    const source = readFileSync(join(folder, "single/index.ts"), "utf8");
    await writeFile(join(folder, "single/index.mjs"), ts.transpileModule(source, options).outputText);
    const lines: string[] = [];
    const body = usage
      .replace("./pet/index.js", "./single/index.mjs")
      .replaceAll("console.log(", "lines.push([")
      .replaceAll(/^(\s*(?:if .*?\) )?lines\.push\(\[.*)\);$/gm, "$1].join(' '));");
    await writeFile(join(folder, "usage.ts"), body);
    const program = ts.transpileModule(`export const lines: string[] = [];\n${body}`, options).outputText;
    await writeFile(join(folder, "usage.mjs"), program);
    const module = (await import(join(folder, "usage.mjs"))) as { lines: string[] };
    lines.push(...module.lines);
    expect(lines).toEqual([...usage.matchAll(/^ *\/\/ → (.*)$/gm)].map(([, line]) => line));
  });

  it("names the commands that package.json and CI have", () => {
    const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["generate", "test"]));
    expect(readme).toContain("npm ci && npm run generate");
    expect(readme).toContain("npm ci && npm test");
  });
});
