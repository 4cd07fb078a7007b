import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Converter } from "./convert.mjs";
import { typia } from "./terms.mjs";

/** @typedef {import("./cases.mjs").Case} Case */

const compiler = createRequire(import.meta.url).resolve("ts-patch/bin/tspc");

/** The longest that types may take to become a check. */
const budgetMilliseconds = 240_000;

/**
 * What typia makes of the types while TypeScript compiles them. Where objects are closed, it refuses what the types do not name.
 * @type {(given: Case, folder: string) => string}
 */
export function printTypia({ schema }, folder) {
  const isClosed = JSON.stringify(schema).includes('"additionalProperties":false');
  const source = [
    `import typia, { type tags } from "typia";`,
    new Converter(typia, schema).print("Root", schema),
    `export type Tags = tags.Type<"int64">;`,
    `export const guard = typia.create${isClosed ? "Equals" : "Is"}<Root>();`,
  ];
  writeFileSync(join(folder, "typia.ts"), source.join("\n"));
  const compilerOptions = {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    strict: true,
    skipLibCheck: true,
    types: [],
    outDir: "typia-compiled",
    plugins: [{ transform: "typia/lib/transform" }],
  };
  const config = join(folder, "tsconfig.typia.json");
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ["typia.ts"] }));
  const { stdout, status, error } = spawnSync(process.execPath, [compiler, "-p", config], {
    cwd: folder,
    encoding: "utf8",
    timeout: budgetMilliseconds,
  });
  if (error) throw new Error(`typia took longer than ${budgetMilliseconds / 1000} s`);
  if (status !== 0) throw new Error(`typia: ${stdout.trim().slice(0, 200)}`);
  return readFileSync(join(folder, "typia-compiled/typia.js"), "utf8");
}
