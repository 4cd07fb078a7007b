import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { runProcess } from "../measure/run-process.mjs";

const require = createRequire(import.meta.url);

/** @typedef {{ own: string[], payloads: number[] }} Found Errors of the types themselves, and the lines of payloads that they refuse. */

/** @type {(version: string) => string} */
export const locateCompiler = (version) =>
  join(dirname(require.resolve(`typescript-${version}/package.json`)), "bin", "tsc");

export const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "NodeNext",
  strict: true,
  // Some generators declare for all modules; each is on its own here.
  moduleDetection: "force",
  // Whose declarations are no part of the question; what is generated is no declaration file.
  skipLibCheck: true,
  types: [],
  noEmit: true,
};

/**
 * Compiles what lies in some folders of `base` in one program, strictly, and returns what is wrong by folder.
 * @param {string} base
 * @param {readonly { folder: string, file: string }[]} outputs
 * @returns {ReadonlyMap<string, Found>}
 */
export function compileOutputs(base, outputs) {
  const files = outputs.flatMap(({ folder, file }) =>
    [join(base, folder, file), join(base, folder, "payloads.ts")].filter((path) => existsSync(path)),
  );
  const config = join(base, "tsconfig.json");
  writeFileSync(join(base, "package.json"), '{ "type": "module" }');
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const { stdout, failure } = runProcess([locateCompiler("5.9"), "-p", config, "--pretty", "false"], {
    cwd: base,
    accepted: [0, 1, 2],
    limit: 300,
  });
  if (failure !== undefined) throw new Error(`TypeScript, ${base}: ${failure}`);
  /** @type {Map<string, Found>} */
  const found = new Map(outputs.map(({ folder }) => [folder, { own: [], payloads: [] }]));
  for (const line of stdout.split("\n").filter((each) => /error TS\d+/.test(each))) {
    const [, path = "", at] = /^(.+?)\((\d+),\d+\): error/.exec(line) ?? [];
    const [folder = "", ...inner] = path.split(sep === "\\" ? /[\\/]/ : "/");
    const errors = found.get(folder);
    if (!errors) throw new Error(`TypeScript, ${base}: ${line}`);
    if (inner.join("/") === "payloads.ts") errors.payloads.push(Number(at));
    else errors.own.push(line.slice(path.length));
  }
  return found;
}
