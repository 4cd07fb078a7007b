import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const packages = ["ajv", "typebox", "@exodus/schemasafe", "typia", "zod", "valibot", "esbuild"];

/** @type {(name: string) => string} */
function versionOf(name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return /** @type {{ version: string }} */ (JSON.parse(readFileSync(file, "utf8"))).version;
}

/** What the figures depend on. */
export const environment = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processor: `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
  date: new Date().toISOString().slice(0, 10),
  versions: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
};
