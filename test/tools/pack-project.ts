import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import config from "../../rolldown.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

/** Builds the project into an empty folder, as `npm run build` does into `dist`, and packs it there; gives the tarball's path. */
export async function packProject(folder: string): Promise<string> {
  const { output, ...options } = config;
  const bundle = await rolldown({ ...options, cwd: root });
  await bundle.write({ ...output, dir: join(folder, "dist") });
  await bundle.close();
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const target = ["--project", "tsconfig.build.json", "--outDir", join(folder, "dist/types")];
  await execute(process.execPath, [compiler, ...target], { cwd: root });
  for (const name of ["package.json", "README.md", "LICENSE"])
    await copyFile(join(root, name), join(folder, name));
  // It is built already; the script of the package would build into the project's own folder.
  const { stdout } = await execute("npm", ["pack", "--json", "--ignore-scripts"], { cwd: folder });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return join(folder, filename);
}
