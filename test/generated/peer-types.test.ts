import { execFile } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { JSONSchema } from "json-schema-to-typescript";
import { compile } from "json-schema-to-typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

let folder = "";
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-peer-")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of a program that holds our types against those of json-schema-to-typescript. */
async function compare(name: string, program: string): Promise<string> {
  const schema = JSON.parse(await readFile(join(root, `generated/${name}/schema.json`), "utf8")) as JSONSchema;
  // Without this, every object that the schema leaves open gets an index signature, which ours do not have.
  const theirs = await compile(schema, "Event", { additionalProperties: false, format: false });
  await writeFile(join(folder, `${name}-theirs.ts`), theirs);
  const imports = [
    `import type { Event as Ours } from "${join(root, `generated/${name}/src/index.js`)}";`,
    `import type { Event as Theirs } from "./${name}-theirs.js";`,
    "declare const ours: Ours; declare const theirs: Theirs;",
  ];
  const file = join(folder, `${name}.ts`);
  await writeFile(file, [...imports, program, "export {};"].join("\n"));
  const options = ["--strict", "--noEmit", "--module", "NodeNext", "--target", "ES2020", "--types", ""];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await execute(process.execPath, [tsc, ...options, file], { cwd: folder }).catch((error: { stdout: string }) => error);
  return stdout;
}

describe("our types and those of json-schema-to-typescript", () => {
  it("admit the same, for the flat event", async () => {
    expect(await compare("webex-event-bare", "export const a: Theirs = ours; export const b: Ours = theirs;")).toBe("");
  });

  it("differ where it drops `required` names that a base declares: ours are tighter", async () => {
    const program = "export const a: Theirs = ours;\n// @ts-expect-error -- orgId\nexport const b: Ours = theirs;";
    expect(await compare("webex-event", program)).toBe("");
  });
});
