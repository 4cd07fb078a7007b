import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const compilers = ["5.4", "5.9", "6.0", "7.0"];
const require = createRequire(import.meta.url);

/**
 * Type-checks the files in one program, as strictly as the compiler can, and returns what it says.
 * @param {string} version
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {{ errors: readonly string[], milliseconds: number }}
 */
export function compile(version, folder, files) {
  const config = join(folder, `tsconfig.${version}.json`);
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022"],
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const compiler = join(dirname(require.resolve(`typescript-${version}/package.json`)), "bin", "tsc");
  const started = performance.now();
  const text = run(process.execPath, [compiler, "--project", config, "--pretty", "false"]);
  const errors = text.split("\n").filter((line) => /error TS\d+/.test(line));
  return { errors, milliseconds: performance.now() - started };
}

/** @type {(command: string, args: readonly string[]) => string} */
function run(command, args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  } catch (error) {
    // A compiler that finds errors exits with 1 or 2, and has printed them.
    if (error instanceof Error && "stdout" in error && /error TS/.test(String(error.stdout))) {
      return String(error.stdout);
    }
    throw error;
  }
}
