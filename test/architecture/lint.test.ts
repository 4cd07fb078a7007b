import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-lint-")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The rules that our configuration finds broken in the files. */
async function lint(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const program = join(root, "node_modules/oxlint/bin/oxlint");
  const args = ["--config", join(root, ".oxlintrc.json"), "--format", "json", ...Object.keys(files)];
  const { stdout } = await execute(process.execPath, [program, ...args], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return [...new Set(diagnostics.map(({ code }) => code))].toSorted();
}

describe("lint holds", () => {
  it("that no imports run in a circle", async () => {
    const files = {
      "one.ts": 'import { two } from "./two.js";\nexport const one = (): number => two();\n',
      "two.ts": 'import { one } from "./one.js";\nexport const two = (): number => one();\n',
    };
    expect(await lint(files)).toEqual(["import(no-cycle)"]);
  });

  it("the limits of size", async () => {
    const line = "  console.assert(true);\n";
    const long = `export function long(): void {\n${line.repeat(51)}}\n`;
    expect(await lint({ "long.ts": long.replaceAll("console.assert(true)", "Math.abs(1)") })).toEqual([
      "eslint(max-lines-per-function)",
    ]);
    expect(
      await lint({ "many.ts": "export const a = 1;\n".replace("a", "b").concat("// \n".repeat(300)) }),
    ).toEqual(["eslint(max-lines)"]);
  });

  it("that nothing is typed any, and nothing printed", async () => {
    expect(await lint({ "any.ts": "export const a: any = 1;\nconsole.log(a);\n" })).toEqual([
      "eslint(no-console)",
      "typescript(no-explicit-any)",
    ]);
  });
});
