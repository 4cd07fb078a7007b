import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** The compilers that users have, and what each knows beside the strict family. */
const compilers: readonly [name: string, folder: string, options: Readonly<Record<string, boolean>>][] = [
  ["5.4", "typescript-5.4", {}],
  ["5.9", "typescript-5.9", { erasableSyntaxOnly: true, isolatedDeclarations: true }],
  ["6.0", "typescript-6.0", { erasableSyntaxOnly: true, isolatedDeclarations: true }],
  ["7.0", "typescript", { erasableSyntaxOnly: true, isolatedDeclarations: true }],
];

const strict = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
};

const program = {
  target: "ES2020",
  lib: ["ES2020"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
  noEmit: true,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "schemist-types-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(compiler: string, options: Readonly<Record<string, boolean>>, files: string[]): Promise<string> {
  const config = join(folder, `${compiler}-${Object.values(options).join("-")}-${files.length}.json`);
  const compilerOptions = { ...program, ...strict, ...options, declaration: true };
  await writeFile(config, JSON.stringify({ compilerOptions, include: files.map((file) => join(root, file)) }));
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  return run(process.execPath, [tsc, "--project", config]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe("everything in generated/ is one program that compiles", () => {
  for (const [name, compiler, options] of compilers) {
    for (const exactOptionalPropertyTypes of [true, false]) {
      const switched = exactOptionalPropertyTypes ? "with" : "without";
      it(`under TypeScript ${name}, ${switched} exactOptionalPropertyTypes`, async () => {
        const all = { ...options, exactOptionalPropertyTypes };
        expect(await check(compiler, all, ["generated/**/*.ts", "generated/**/*.cts"])).toBe("");
      });
    }
  }

  it("and the check can fail", async () => {
    expect(await check("typescript", { exactOptionalPropertyTypes: true }, ["test/generated/broken.fixture"])).toMatch(
      /No inputs were found/,
    );
  });
});
