import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import type { Source } from "../load/documents.js";
import { diagnoseProblems } from "../load/diagnose-problems.js";
import { locateAmong } from "../load/locate.js";
import { parseText } from "../load/parse-text.js";
import { placeOfFile, showPath } from "./show-path.js";

/** A payload file: its value and text, or why it has none. */
export type Sample = ReadSample | { readonly file: string; readonly problems: readonly Diagnostic[] };

export interface ReadSample {
  readonly file: string;
  readonly value: unknown;
  readonly source: Source;
  /** Warnings: what may be meant otherwise than it is read. */
  readonly doubts: readonly Diagnostic[];
}

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

/** Reads a payload as schemas are read. Its name is shown from `cwd`. */
export async function readSample(file: string, cwd: string): Promise<Sample> {
  const name = showPath(file, cwd);
  try {
    const { text, syntax, value, problems } = parseText(await readFile(file), extname(file).toLowerCase());
    const source = { file: name, text, syntax };
    const told = diagnoseProblems(problems, pathToFileURL(file).href, source);
    if (value !== undefined) return { file, value, source, doubts: told };
    return { file, problems: told.map(({ message, place }) => refuse(message, place)) };
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return { file, problems: [refuse(`${error.message}.`, placeOfFile(file, cwd))] };
  }
}

/** A payload that cannot be read is as wrong as one that is invalid, and is told as one. */
function refuse(reason: string, place: Diagnostic["place"]): Diagnostic {
  return diagnose("sample-invalid", `It cannot be read: ${reason}`, "Write valid JSON or YAML.", place);
}

/** The diagnostics of a sample, with the lines that their pointers lead to. */
export function locateInSample(
  { file, source }: ReadSample,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const uri = pathToFileURL(file).href;
  const document = { uri, value: null, source, patches: [], dialect: undefined };
  return locateAmong(new Map([[uri, document]]), diagnostics);
}
