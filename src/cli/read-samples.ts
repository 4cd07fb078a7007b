import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { parseDocument } from "yaml";
import { diagnose, type Outcome } from "../diagnostic.js";

/** A payload file: its value, or why it has none. */
export type Sample = { readonly file: string } & ({ readonly value: unknown } | { readonly problem: string });

/** The files that the globs name, as absolute paths in the order of their names; an error for each glob that names none. */
export async function findSamples(
  globs: readonly string[],
  cwd: string,
): Promise<Outcome<readonly string[]>> {
  const found = await Promise.all(globs.map((pattern) => glob(pattern, { cwd, absolute: true, dot: true })));
  const diagnostics = globs
    .filter((_, index) => found[index]?.length === 0)
    .map((pattern) => {
      const message = `No sample is named by ${JSON.stringify(pattern)}.`;
      return diagnose(
        "glob-matches-nothing",
        message,
        "Write a path or glob that starts from the working directory.",
      );
    });
  return { value: [...new Set(found.flat())].sort(), diagnostics };
}

/** Reads a payload: YAML where the name says so, otherwise JSON. */
export async function readSample(file: string): Promise<Sample> {
  try {
    const text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
    return { file, value: /\.ya?ml$/i.test(file) ? parseYaml(text) : JSON.parse(text) };
  } catch (error) {
    // A payload that cannot be read is as wrong as one that is invalid, and is told as one.
    return { file, problem: error instanceof Error ? error.message : String(error) };
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS();
}
