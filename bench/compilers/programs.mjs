import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilerOptions, locateCompiler } from "../generators/compile-outputs.mjs";
import { runProcess } from "../measure/run-process.mjs";

export const versions = ["5.9", "6.0", "7.0"];

/**
 * Writes a file to a folder, and what compiles it and all that it imports.
 * @type {(folder: string, name: string, text: string) => string}
 */
export function writeProgram(folder, name, text) {
  const file = join(folder, `${name}-consumer.ts`);
  const config = join(folder, `${name}-tsconfig.json`);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(file, text);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  return config;
}

/** @type {(version: string, config: string) => import("../measure/run-process.mjs").Run} */
export const compileProgram = (version, config) =>
  runProcess([locateCompiler(version), "-p", config, "--extendedDiagnostics", "--pretty", "false"]);
