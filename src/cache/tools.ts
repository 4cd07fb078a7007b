import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import manifestText from "../../package.json?raw";
import type { Present } from "./present.js";
import { findPackage } from "./trace-modules.js";

/** The libraries that Schemist works with, by the digest of what stands for each: a new version may print other texts. */
export function digestTools(present: Present): Readonly<Record<string, string>> {
  const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } =
    JSON.parse(manifestText);
  const own = join(dirname(fileURLToPath(import.meta.url)), "schemist.js");
  const files = Object.keys(dependencies).flatMap((name) => findPackage(name, own)?.files ?? []);
  const manifests = files.filter((file) => file.endsWith("package.json"));
  return Object.fromEntries(manifests.map((file) => [file, present.digestFile(file)]));
}
