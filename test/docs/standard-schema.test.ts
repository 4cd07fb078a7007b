import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const page = readFileSync("docs/standard-schema.md", "utf8");
const [rpc = "", http = "", write = ""] = [...page.matchAll(/```ts\n([^]*?)```/g)].map(
  ([, text = ""]) => text,
);

let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-standard-")));
  const packages = [
    "@hono/standard-validator",
    "@standard-schema/spec",
    "@trpc/server",
    "@types/node",
    "hono",
  ];
  const all = [
    ...packages.map((name) => [name, `node_modules/${name}`]),
    ["@example/webex-event", "generated/webex-event"],
  ];
  for (const [name = "", path = ""] of all) {
    await mkdir(join(folder, "node_modules", name, ".."), { recursive: true });
    await symlink(resolve(path), join(folder, "node_modules", name), "junction");
  }
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    strict: true,
    noEmit: true,
    types: ["node"],
    skipLibCheck: true,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, "rpc.mts"), rpc);
  await writeFile(join(folder, "http.mts"), http);
  await writeFile(join(folder, "write.mts"), `import { eventSchema } from "@example/webex-event";\n${write}`);
});

afterAll(() => rm(folder, { recursive: true }));

it("docs/standard-schema.md shows programs that compile", async () => {
  const compiler = resolve("node_modules/typescript/bin/tsc");
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [compiler, "--project", folder], (error, text) =>
      done(error ? text || error.message : ""),
    );
  });
  expect(output).toBe("");
});
