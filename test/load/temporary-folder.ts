import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

/** A folder with these files that lasts as long as the test; values that are no text are written as JSON. */
export async function makeFolder(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-load-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const isData = typeof content === "string" || content instanceof Uint8Array;
    await writeFile(file, isData ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

export function uriOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
