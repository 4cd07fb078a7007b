import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** The oldest and the newest compiler, by the folder that holds it. */
export const compilers = ["typescript-5.4", "typescript"] as const;

/** Every compiler that users have. */
export const allCompilers = ["typescript-5.4", "typescript-5.9", "typescript-6.0", "typescript"] as const;

export type Compiler = (typeof allCompilers)[number];

const strictest = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  declaration: true,
};

const newer = { erasableSyntaxOnly: true, isolatedDeclarations: true };

const program = {
  target: "ES2020",
  lib: ["ES2020"],
  module: "ESNext",
  moduleResolution: "Bundler",
  types: [],
  noEmit: true,
  skipDefaultLibCheck: true,
};

/** Types of the platforms that listeners are of: Node's, and the browser's. */
export const platforms = {
  lib: ["ES2020", "DOM"],
  types: ["node"],
  typeRoots: [join(root, "node_modules", "@types")],
  skipLibCheck: true,
};

/**
 * What the compiler says of the files as one program under every strict option but `without`, and with `more`; empty where all is
 * well.
 */
export async function typeCheck(
  compiler: Compiler,
  files: ReadonlyMap<string, string>,
  without: readonly string[] = [],
  more: object = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "schemist-emit-"));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const options = { ...program, ...strictest, ...(compiler === "typescript-5.4" ? {} : newer), ...more };
    const compilerOptions = Object.fromEntries(
      Object.entries(options).filter(([name]) => !without.includes(name)),
    );
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    return await compile(compiler, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compile(compiler: Compiler, folder: string): Promise<string> {
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  try {
    return (await run(process.execPath, [tsc, "--project", folder, "--pretty", "false"])).stdout;
  } catch (error) {
    // The compiler leaves with a code other than 0 where it has something to say.
    return (error as { readonly stdout: string }).stdout;
  }
}
