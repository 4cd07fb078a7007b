import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** Bundles `writer.ts` into `folder`, so that a process starts it without delay; gives the path of the program. */
export async function bundleWriter(folder: string): Promise<string> {
  const file = join(folder, "writer.mjs");
  const bundle = await rolldown({
    input: fileURLToPath(new URL("writer.ts", import.meta.url)),
    platform: "node",
  });
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  return file;
}
