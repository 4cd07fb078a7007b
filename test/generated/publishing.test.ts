import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

describe.each(["webex-event", "webex-event-bare"])("generated/%s, as it would be published", (name) => {
  const folder = `${root}generated/${name}`;

  it("satisfies publint", async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true });
    expect(messages).toEqual([]);
  });

  it("satisfies are-the-types-wrong in every way to resolve it", async () => {
    const program = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const { stdout } = await execute(process.execPath, [program, "--pack", folder, "--format", "json"]);
    const { analysis } = JSON.parse(stdout) as { analysis: { problems: unknown[]; entrypoints: object } };
    expect(analysis.problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toContain(".");
  });

  it("packs only what it lists", async () => {
    const { stdout } = await execute("npm", ["pack", "--json", "--dry-run"], { cwd: folder });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const folders = new Set(files.map(({ path }) => path.split("/")[0]));
    expect([...folders].toSorted()).toEqual(
      ["README.md", "dist", "package.json", "schema.json", "schemist.manifest.json", "src"].toSorted(),
    );
  });
});
