import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";

const page = readFileSync(new URL("../../docs/extensions.md", import.meta.url), "utf8");

/** The page's code blocks of one language, in order. */
function blocksOf(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(
    ([, text = ""]) => text,
  );
}

const [extensions = "", config = "", usage = ""] = blocksOf("ts");
const [schema = ""] = blocksOf("json");

let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-extensions-")));
  await mkdir(join(folder, "src"));
  await writeFile(join(folder, "src/extensions.ts"), extensions);
  await writeFile(join(folder, "schemist.config.ts"), config);
  await writeFile(join(folder, "order.schema.json"), schema);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const { code, stderr } = await runCli(["generate"], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const installed = join(folder, "node_modules/@example/order");
  await mkdir(dirname(installed), { recursive: true });
  await symlink(join(folder, "generated/order"), installed, "junction");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Order {
  readonly isOrder: (value: unknown) => boolean;
}

describe("the page's example", () => {
  it("does what its comments say", async () => {
    const body = usage.replaceAll("console.log(", "lines.push(");
    const text = `export const lines: unknown[] = [];\n${body}`;
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    await writeFile(join(folder, "usage.mjs"), ts.transpileModule(text, { compilerOptions }).outputText);
    const { lines } = (await import(join(folder, "usage.mjs"))) as { lines: unknown[] };
    const expected = [...usage.matchAll(/ \/\/ → (.*)$/gm)].map(([, line]) => line);
    expect(expected).toHaveLength(4);
    expect(lines.map(String)).toEqual(expected);
  });

  it("holds for the package's CommonJS form too", () => {
    const { isOrder } = createRequire(join(folder, "index.js"))("@example/order") as Order;
    expect(isOrder({ number: "AB-123456", card: "4242424242424242" })).toBe(true);
    expect(isOrder({ number: "AB-123456", card: "4242424242424243" })).toBe(false);
  });

  it("does not run what it reads", async () => {
    await writeFile(join(folder, "src/extensions.ts"), `${extensions}\nthrow new Error("ran");\n`);
    const { code, stderr } = await runCli(["check"], folder);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    await writeFile(join(folder, "src/extensions.ts"), extensions);
  });

  it("is up to date until the functions change, wherever lines end", async () => {
    expect((await runCli(["check"], folder)).code).toBe(0);
    await writeFile(join(folder, "src/extensions.ts"), extensions.replaceAll("\n", "\r\n"));
    expect((await runCli(["check"], folder)).code).toBe(0);
    await writeFile(join(folder, "src/extensions.ts"), extensions.replace("{6}", "{7}"));
    expect((await runCli(["check"], folder)).code).toBe(1);
    await writeFile(join(folder, "src/extensions.ts"), extensions);
  });

  it("decides samples", async () => {
    await mkdir(join(folder, "samples"));
    await writeFile(
      join(folder, "samples/good.json"),
      '{ "number": "AB-123456", "card": "4242424242424242" }',
    );
    await writeFile(
      join(folder, "samples/bad.json"),
      '{ "number": "AB-123456", "card": "4242424242424243" }',
    );
    const { code, stdout } = await runCli(["check", "--samples", "samples/*.json"], folder);
    expect(stdout).toContain("2 samples: 1 valid, 1 invalid");
    expect(code).toBe(1);
  });

  it("is imported from where it is without a package", async () => {
    const plain = config.replace(/^ *package: .*\n/m, "").replace("generated/order", "plain/order");
    await writeFile(join(folder, "plain.config.ts"), plain);
    expect((await runCli(["generate", "--config", "plain.config.ts"], folder)).code).toBe(0);
    const guards = readFileSync(join(folder, "plain/order/guards.ts"), "utf8");
    expect(guards).toContain(`from "../../src/extensions.js";`);
    const { createJiti } = await import("jiti");
    const { isOrder } = await createJiti(pathToFileURL(folder).href, { fsCache: false }).import<Order>(
      join(folder, "plain/order/index.ts"),
    );
    expect(isOrder({ number: "AB-123456", card: "4242424242424242" })).toBe(true);
    expect(isOrder({ number: "AB-12345", card: "4242424242424242" })).toBe(false);
  });

  it("holds in a single file, beside which the functions stay a module of their own", async () => {
    const single = config
      .replace("generated/order", "single/order")
      .replace('schema: "', 'layout: "single-file",\n      schema: "');
    await writeFile(join(folder, "single.config.ts"), single);
    expect((await runCli(["generate", "--config", "single.config.ts"], folder)).code).toBe(0);
    const { isOrder } = (await import(join(folder, "single/order/dist/index.js"))) as Order;
    expect(isOrder({ number: "AB-123456", card: "4242424242424242" })).toBe(true);
    expect(isOrder({ number: "AB-123456", card: "4242424242424243" })).toBe(false);
    expect(Object.keys(await import(join(folder, "single/order/dist/index.js")))).not.toContain("passesLuhn");
  });

  it("is refused with the nearest name where an export is misspelled", async () => {
    await writeFile(join(folder, "wrong.config.ts"), config.replace('"passesLuhn"', '"passLuhn"'));
    const { code, stderr } = await runCli(["generate", "--config", "wrong.config.ts"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("src/extensions.ts exports no function passLuhn.");
    expect(stderr).toContain("Did you mean passesLuhn?");
  });
});
