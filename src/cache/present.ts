import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "../digest.js";
import { listFormattingFiles, readFormattingFile } from "../load/formatting-files.js";

/** What is on this machine at the moment. Each thing is looked at once, as of the first time that it is asked for. */
export class Present {
  readonly #variables: Readonly<Record<string, string | undefined>>;
  readonly #files = new Map<string, string>();
  readonly #formatting = new Map<string, string>();
  readonly #globs = new Map<string, string>();

  constructor(variables: Readonly<Record<string, string | undefined>>) {
    this.#variables = variables;
  }

  /** The digest of a file's bytes; `""` where there is none that can be read. */
  digestFile(path: string): string {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const bytes = readBytes(path);
    const digest = bytes ? digestOf(bytes) : "";
    this.#files.set(path, digest);
    return digest;
  }

  digestVariable(name: string): string {
    const value = Object.hasOwn(this.#variables, name) ? this.#variables[name] : undefined;
    return value === undefined ? "" : digestOf(value);
  }

  /** Of what tells Prettier how to format in the folder: files in it, and in each folder above. */
  digestFormatting(folder: string): string {
    const known = this.#formatting.get(folder);
    if (known !== undefined) return known;
    const own = listFormattingFiles(folder).map((path) => [path, readFormattingFile(path)]);
    const above = dirname(folder);
    const digest = digestOf(JSON.stringify([own, above === folder ? "" : this.digestFormatting(above)]));
    this.#formatting.set(folder, digest);
    return digest;
  }

  /** Of the paths that an absolute glob matches, or of a few more where that is found out sooner. */
  async digestGlob(pattern: string): Promise<string> {
    const known = this.#globs.get(pattern);
    if (known !== undefined) return known;
    const digest = digestOf(JSON.stringify(matchNames(pattern) ?? (await matchPaths(pattern))));
    this.#globs.set(pattern, digest);
    return digest;
  }
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Whatever keeps it from being read: there is nothing that anything could be made from.
    return undefined;
  }
}

/** The names that a glob such as `/a/b/*.json` matches; undefined for any other, which takes a library to understand. */
function matchNames(pattern: string): readonly string[] | undefined {
  const [, folder, last] = /^([^*?[\]{}()!+@\\]*)\/([\w.*-]+)$/.exec(pattern) ?? [];
  if (folder === undefined || last === undefined || last.includes("**")) return undefined;
  const form = new RegExp(`^${last.replaceAll(".", "\\.").replaceAll("*", ".*")}$`, "s");
  try {
    return readdirSync(`${folder}/`)
      .filter((name) => form.test(name))
      .sort();
  } catch {
    // No folder, no names.
    return [];
  }
}

async function matchPaths(pattern: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const paths = await glob(pattern, { absolute: true, expandDirectories: false });
  return paths.sort();
}
