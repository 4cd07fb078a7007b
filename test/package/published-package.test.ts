import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatFiles } from "../../src/format/format.js";
import { packageFiles } from "../../src/package/package.js";
import { contextOf, inputOf, shapesModules } from "./shapes-package.js";

// The package as a folder, and a consumer beside it that has it in node_modules.
let folder = "";
let packageFolder = "";
let consumer = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-package-")));
  packageFolder = join(folder, "shapes");
  consumer = join(folder, "consumer");
  const input = inputOf({ package: { name: "@example/shapes", version: "1.2.3", license: "MIT" } });
  const printed = await packageFiles(shapesModules, contextOf({ input }));
  const files = await formatFiles(printed, packageFolder, { format: "prettier", formatting: {} });
  await writeTree(packageFolder, Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  await writeTree(consumer, {
    "package.json": '{ "private": true }',
    "example.mts": example,
    "example.cts": example,
    "strict.mts": `import { matchShape, type Circle, type Shape } from "@example/shapes";
export const circle: Circle = { kind: "circle", radius: 1 };
export const size: number = matchShape(circle as Shape, { circle: ({ radius }) => radius, square: () => 0 });
// @ts-expect-error radius is required
export const other: Circle = { kind: "circle" };
`,
  });
  await mkdir(join(consumer, "node_modules/@example"), { recursive: true });
  await symlink(packageFolder, join(consumer, "node_modules/@example/shapes"), "junction");
});

afterAll(() => rm(folder, { recursive: true }));

async function writeTree(root: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** What a program prints, and its exit code. */
function run(file: string, args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve(file), ...args], { cwd }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

describe("the package", () => {
  it("satisfies publint", async () => {
    const { messages } = await publint({ pkgDir: packageFolder, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it("satisfies are-the-types-wrong in every way to resolve it", async () => {
    const cli = "node_modules/@arethetypeswrong/cli/dist/index.js";
    const { code, output } = await run(cli, ["--pack", packageFolder, "--format", "json"], folder);
    const { analysis } = JSON.parse(output) as { analysis: { problems: unknown; entrypoints: object } };
    expect(analysis.problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./schema.json", "./package.json"]);
    expect(code).toBe(0);
  });

  const names = [
    "ValidationError",
    "isCircle",
    "isObject",
    "isShape",
    "isSquare",
    "knownKinds",
    "matchShape",
    "shapeKinds",
  ];
  const exported = names.filter((name) => name !== "isObject");

  it("is ESM to import", async () => {
    const esm = (await import(pathToFileURL(join(packageFolder, "dist/index.js")).href)) as Shapes;
    expect(Object.keys(esm).sort()).toEqual(exported);
    expectToWork(esm);
  });

  it("is CommonJS to require, with a class of its own", () => {
    const requireHere = createRequire(join(consumer, "index.js"));
    const commonJs = requireHere("@example/shapes") as Shapes;
    expect(Object.keys(commonJs).sort()).toEqual(exported);
    expectToWork(commonJs);
    expect(requireHere("@example/shapes/schema.json")).toMatchObject({ $ref: "#/$defs/Shape" });
  });

  it("gives Node the names of its CommonJS form", async () => {
    const imported = (await import(pathToFileURL(join(packageFolder, "dist/index.cjs")).href)) as object;
    expect(Object.keys(imported)).toEqual(expect.arrayContaining(exported));
  });
});

interface Shapes {
  readonly isShape: (value: unknown) => boolean;
  readonly matchShape: (shape: unknown, handlers: object, otherwise?: () => string) => string;
  readonly ValidationError: new (message: string) => Error;
}

function expectToWork({ isShape, matchShape, ValidationError }: Shapes): void {
  expect(isShape({ kind: "circle", radius: 1 })).toBe(true);
  expect(isShape({ kind: "circle", radius: 0 })).toBe(false);
  expect(matchShape({ kind: "square" }, { circle: () => "c" }, () => "other")).toBe("other");
  expect(new ValidationError("a")).toMatchObject({ name: "ValidationError", message: "a" });
}

describe.each(["typescript-5.4", "typescript"])("%s", (compiler) => {
  const strictest = {
    target: "ES2020",
    lib: ["ES2020"],
    types: [],
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    isolatedModules: true,
    skipLibCheck: false,
  };

  async function typeCheck(files: readonly string[], options: object): Promise<string> {
    const project = join(consumer, `${compiler}-${files.length}.json`);
    await writeFile(project, JSON.stringify({ compilerOptions: { ...strictest, ...options }, files }));
    const { output } = await run(join("node_modules", compiler, "bin/tsc"), ["--project", project], consumer);
    return output;
  }

  it("accepts the package from ESM and CommonJS, and the README's example", async () => {
    const files = ["example.mts", "example.cts", "strict.mts"];
    expect(await typeCheck(files, { module: "NodeNext" })).toBe("");
  });

  it("accepts the sources", async () => {
    const files = [join(packageFolder, "src/index.ts")];
    expect(await typeCheck(files, { module: "NodeNext", declaration: true })).toBe("");
  });
});
