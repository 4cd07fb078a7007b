import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createFolder } from "../../config/temporary-folder.js";
import { runCli } from "../run-cli.js";

const [enter, space, down, escape, backspace] = ["\r", " ", "\u001B[B", "\u001B", "\u007F"];

const shape = JSON.stringify({
  title: "Shape",
  oneOf: [
    { required: ["kind"], type: "object", properties: { kind: { const: "circle" } } },
    { type: "object", required: ["kind"], properties: { kind: { const: "square" } } },
  ],
});

/** Runs `init` as on a terminal: each answer is typed once its question stands there. */
async function answer(
  folder: string,
  answers: readonly (readonly [question: string, keys: readonly string[]])[],
) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  const run = runCli(["init"], folder, { isTerminal: true, prompts: { input, output } });
  for (const [question, keys] of answers) {
    await expect.poll(() => shown, { timeout: 100_000 }).toContain(question);
    for (const key of keys) {
      await setTimeout(5);
      input.write(key);
    }
  }
  return { ...(await run), shown };
}

function createProject(): string {
  return createFolder({
    "shape.schema.json": shape,
    "other/thing.schema.json": "{}",
    "package.json":
      '{ "name": "@acme/app", "license": "MIT", "scripts": { "types": "json2ts old.json old.d.ts" } }',
    "old.json": '{ "title": "Old" }',
    "tsconfig.json": "{}",
  });
}

const takeOver = "Take over what json2ts does (types)?";

describe("schemist init on a terminal", () => {
  it("asks what, where to, as what, and about unions, and does as it is told", async () => {
    const folder = createProject();
    const { code, stdout, stderr, shown } = await answer(folder, [
      [takeOver, ["n"]],
      // The first is other/thing.schema.json: not that.
      ["What is to be generated?", [space, enter]],
      ["Into which folder?", [...Array.from("generated", () => backspace), "o", "u", "t", enter]],
      ["As what?", [down, enter]],
      ["Which unions", [space, enter]],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("schemist.config.ts: written, with 1 input");
    expect(stderr).toBe("\r\u001B[Kshape.schema.json (1 of 1)…\r\u001B[K");
    expect(shown).toContain("Shape: 2 variants, told apart by kind.");
    expect(readFileSync(join(folder, "schemist.config.ts"), "utf8")).toContain(`    {
      schema: "shape.schema.json",
      output: "out/shape",
      package: { name: "@acme/shape", version: "0.1.0", license: "MIT" },
      // Shape: 2 variants, told apart by kind.
      unions: { Shape: { open: true } },
    },
  ],
`);
    expect(await runCli(["generate"], folder)).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "out/shape/src/types.ts"), "utf8")).toContain("AnyShape");
  });

  it.each([
    ["the first question", [[takeOver, [escape]]]],
    [
      "the documents",
      [
        [takeOver, [enter]],
        ["What is to be generated?", ["\u0003"]],
      ],
    ],
    [
      "the folder",
      [
        [takeOver, [enter]],
        ["What is", [enter]],
        ["Into which", [escape]],
      ],
    ],
    [
      "the form",
      [
        [takeOver, [enter]],
        ["What is", [enter]],
        ["Into which", [enter]],
        ["As what?", [escape]],
      ],
    ],
    [
      "the unions",
      [
        [takeOver, [enter]],
        ["What is", [enter]],
        ["Into which", [enter]],
        ["As what?", [enter]],
        ["Which unions", [escape]],
      ],
    ],
  ] as const)("writes nothing where the user cancels at %s", async (_name, answers) => {
    const folder = createProject();
    const before = readFileSync(join(folder, "package.json"), "utf8");
    const { code, stdout, stderr } = await answer(folder, answers);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("init-unanswered\n  Nothing was written, since you cancelled.");
    expect(existsSync(join(folder, "schemist.config.ts"))).toBe(false);
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(before);
  });
});
