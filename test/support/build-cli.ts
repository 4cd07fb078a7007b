import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import config from "../../rolldown.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds the command line and the API (`cli.js`, `index.js`) into a folder of its own below node_modules, where what it imports is found; gives the path of the
 * program. The folder is the caller's to remove.
 */
export async function buildCli(): Promise<{ program: string; folder: string }> {
  const cache = join(root, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "schemist-test-"));
  const { output: _output, input: _input, ...options } = config;
  const bundle = await rolldown({
    ...options,
    cwd: root,
    input: { cli: "src/cli/cli.ts", index: "src/index.ts" },
  });
  await bundle.write({ dir: folder, format: "esm" });
  await bundle.close();
  return { program: join(folder, "cli.js"), folder };
}
