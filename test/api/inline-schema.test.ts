import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/index.js";
import { buildCli } from "../support/build-cli.js";

const execute = promisify(execFile);
let build: { folder: string };

beforeAll(async () => {
  build = await buildCli();
});
afterAll(() => rm(build.folder, { recursive: true, force: true }));

/** Runs the built API with every function of the file system and the network replaced by one that throws. */
const program = `
  import { syncBuiltinESMExports } from "node:module";
  import fs from "node:fs";
  import net from "node:net";
  import dns from "node:dns";
  import { generate } from "./index.js";

  const meta = "https://json-schema.org/draft/2019-09/meta/format";
  const properties = { b: { $ref: "https://example.com/b" }, c: { $ref: "c.json" }, d: { $ref: meta } };
  const schema = { title: "A", type: "object", properties };
  const known = { "https://example.com/b": { type: "string" }, "https://example.com/c.json": { type: "number" } };
  const config = {
    inputs: [
      {
        schema: { uri: "https://example.com/a", schema },
        documents: (uri) => known[uri],
        output: "out",
        package: { name: "a", version: "1.0.0" },
      },
    ],
  };
  // Once before, so that modules that load on demand are there.
  await generate(config);
  const touched = [];
  for (const library of [fs, fs.promises, net, net.Socket.prototype, dns]) {
    for (const [name, member] of Object.entries(library)) {
      if (typeof member !== "function" || /^[A-Z_]/.test(name)) continue;
      library[name] = () => {
        touched.push(name);
        throw new Error("touched " + name);
      };
    }
  }
  syncBuiltinESMExports();
  globalThis.fetch = () => {
    throw new Error("touched fetch");
  };
  const { files, diagnostics } = await generate(config);
  const result = { files: files.map(({ path }) => path).length, diagnostics, touched };
  process.exitCode = 0;
  process.stderr._handle === undefined || 0;
  globalThis.result = JSON.stringify(result);
`;

describe("an inline schema", () => {
  it("touches neither disk nor network", async () => {
    const file = join(build.folder, "inline.mjs");
    const report = `const write = process.stdout.write.bind(process.stdout);\nprocess.on("exit", () => write(globalThis.result));`;
    await writeFile(file, `${program.replace("// Once before", `${report}\n  // Once before`)}`);
    const { stdout } = await execute(process.execPath, [file]).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    const { files, diagnostics, touched } = JSON.parse(stdout) as {
      files: number;
      diagnostics: [];
      touched: [];
    };
    expect({ diagnostics, touched }).toEqual({ diagnostics: [], touched: [] });
    expect(files).toBeGreaterThan(20);
  });

  it("asks a function for documents before anything else", async () => {
    const asked: string[] = [];
    const { diagnostics } = await generate({
      inputs: [
        {
          schema: { uri: "https://example.com/a", schema: { $ref: "b" } },
          documents: (uri) => {
            asked.push(uri);
            return Promise.resolve(undefined);
          },
          output: "out",
        },
      ],
    });
    expect(asked).toEqual(["https://example.com/b"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["reference-unresolved"]);
  });

  it("takes a document whose URI has no folders, and so gives no names by them", async () => {
    const { diagnostics, files } = await generate({
      inputs: [
        {
          schema: {
            uri: "urn:a",
            schema: { title: "A", properties: { b: { $ref: "urn:b" } }, type: "object" },
          },
          documents: { "urn:b": { type: "string" } },
          output: "out",
          layout: "single-file",
          runtime: [],
          format: false,
        },
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(files[0]?.text).toContain("export type B = string;");
  });
});
