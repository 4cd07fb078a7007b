import { execFile } from "node:child_process";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

/** A copy of `fixtures/monorepo` as it is after an installation, in a repository of its own. */
export interface Monorepo {
  readonly folder: string;
  readonly packages: readonly string[];
  /** Runs a program of node_modules, by its path there; gives all that it writes. */
  run(program: string, args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<string>;
  /** The packages whose build really ran since the last call, in the order of their starts. */
  takeRuns(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Nobody is told of the runs, and nothing stays behind that serves the next. */
const settings = {
  NX_DAEMON: "false",
  NX_NO_CLOUD: "true",
  NX_INTERACTIVE: "false",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
};

/** `program` is the built command line. */
export async function createMonorepo(program: string): Promise<Monorepo> {
  const home = await realpath(await mkdtemp(join(tmpdir(), "schemist-monorepo-")));
  const folder = join(home, "shop");
  const log = join(home, "runs.log");
  await cp(join(root, "fixtures/monorepo"), folder, { recursive: true });
  const packages = await readdir(join(folder, "packages"));
  await linkModules(folder, packages);
  const esbuild = join(root, "node_modules/esbuild/bin/esbuild");
  await writeProgram(folder, "schemist", log, `"${execPath}" "${program}"`);
  await writeProgram(folder, "esbuild", log, `"${esbuild}"`);
  await commitAll(folder);
  return {
    folder,
    packages,
    async run(path, args, more) {
      const file = join(root, "node_modules", path);
      // Variables of this run, such as vitest's, are none of the tools' business, nor is what is set at home.
      const { PATH = "" } = env;
      const options = { cwd: folder, env: { PATH, HOME: home, ...settings, ...more }, maxBuffer: 2 ** 26 };
      const { stdout, stderr } = await execute(execPath, [file, ...args], options);
      return stdout + stderr;
    },
    async takeRuns() {
      const lines = await readFile(log, "utf8");
      await writeFile(log, "");
      return lines.split("\n").filter((line) => line !== "");
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** Both tools ask git what there is, and Turborepo only where there is a commit. */
async function commitAll(cwd: string): Promise<void> {
  const author = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  await execute("git", ["init", "--quiet"], { cwd });
  await execute("git", ["add", "--all"], { cwd });
  await execute("git", [...author, "commit", "--quiet", "--no-verify", "--message", "Start"], { cwd });
}

/** What an installation makes of a workspace. */
async function linkModules(folder: string, packages: readonly string[]): Promise<void> {
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@example"), { recursive: true });
  for (const name of packages) {
    await symlink(join(folder, "packages", name), join(modules, "@example", name));
  }
  for (const name of ["nx", "turbo"]) await symlink(join(root, "node_modules", name), join(modules, name));
}

/** A program in `.bin` that notes in which package it runs. */
async function writeProgram(folder: string, name: string, log: string, command: string): Promise<void> {
  const file = join(folder, "node_modules/.bin", name);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho "\${PWD##*/}" >> "${log}"\nexec ${command} "$@"\n`);
  await writeFile(log, "");
  await chmod(file, 0o755);
}
