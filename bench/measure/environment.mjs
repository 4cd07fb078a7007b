import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/**
 * @typedef {object} Environment Where and with what something was measured.
 * @property {string} processor
 * @property {number} cores
 * @property {number} memory In gigabytes.
 * @property {string} system
 * @property {string} node
 * @property {Readonly<Record<string, string>>} versions Of the packages that are measured, or measured with.
 */

/** @typedef {{ version: string, devDependencies?: Record<string, string> }} Manifest */

/** @type {(path: string) => Manifest} */
const readManifest = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

/** @returns {Environment} */
export function readEnvironment() {
  const { devDependencies = {} } = readManifest("../package.json");
  const versions = Object.keys(devDependencies).map((name) => [
    name,
    readManifest(`../node_modules/${name}/package.json`).version,
  ]);
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    versions: { schemist: readManifest("../../package.json").version, ...Object.fromEntries(versions) },
  };
}
