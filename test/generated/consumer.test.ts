import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as sources from "../../generated/webex-event/src/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

let folder = "";

/** A consumer in an empty folder: the package as npm packs and installs it, and the program that uses it in both forms. */
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-consumer-")));
  const packed = await execute("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: join(root, "generated/webex-event"),
  });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await execute("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], { cwd: folder });
  const program = join(root, "test/generated/consumer/uses.mts");
  await cp(program, join(folder, "uses.mts"));
  await cp(program, join(folder, "uses.cts"));
  await mkdir(join(folder, "node_modules/@types"), { recursive: true });
  await cp(join(root, "node_modules/@types/node"), join(folder, "node_modules/@types/node"), { recursive: true });
  await cp(join(root, "node_modules/undici-types"), join(folder, "node_modules/undici-types"), { recursive: true });
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: "NodeNext",
    target: "ES2022",
    types: ["node"],
    esModuleInterop: true,
    skipLibCheck: false,
    outDir: "out",
    rootDir: ".",
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["uses.mts", "uses.cts"] }));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a consumer of the packed package", () => {
  it("compiles against its declarations, in both module forms", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await execute(process.execPath, [tsc, "--project", folder]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  });

  it.each(["uses.mjs", "uses.cjs"])("uses every export in %s", async (program) => {
    const { stdout } = await execute(process.execPath, [join(folder, "out", program)], { cwd: folder });
    expect(Number(stdout)).toBe(Object.keys(sources).length);
  });

  it("finds the schema, and nothing that it did not ask for", async () => {
    const installed = join(folder, "node_modules/@example/webex-event");
    const schema = JSON.parse(await readFile(join(installed, "schema.json"), "utf8")) as { $ref: string };
    expect(schema.$ref).toBe("#/$defs/Event");
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as object;
    expect(manifest).not.toHaveProperty("dependencies");
  });

  it("recognises a ValidationError of the other module form", async () => {
    const script = `
      import { createRequire } from "node:module";
      import { isValidationError } from "@example/webex-event";
      const { assertEvent, ValidationError } = createRequire(import.meta.url)("@example/webex-event");
      try { assertEvent(null); } catch (error) { console.log(isValidationError(error), error instanceof ValidationError); }
      console.log(isValidationError(new Error("another")));`;
    await writeFile(join(folder, "across.mjs"), script);
    const { stdout } = await execute(process.execPath, [join(folder, "across.mjs")], { cwd: folder });
    expect(stdout).toBe("true true\nfalse\n");
  });
});
