import { access } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { resolveConfig } from "../config/resolve-config.js";
import { isDynamicPattern } from "../libraries.js";
import { isAbsoluteUri } from "../uri.js";
import type { Selection } from "./selection.js";
import { type WatchedGlobs, watchGlobs } from "./watched-globs.js";

/** An input, and what it is known to be made from. */
export interface WatchedInput extends WatchedGlobs {
  readonly selection: Selection;
  /** Files, by absolute path. */
  readonly sources: readonly string[];
}

/** The input before it is generated. */
export async function watchInput(selection: Selection): Promise<WatchedInput> {
  const [resolved] = resolveConfig({ inputs: [selection.input] }, selection.root);
  const { schema, documents = [] } = resolved ?? {};
  const patterns = [schema, ...(Array.isArray(documents) ? documents : [])];
  const globs = await Promise.all(patterns.map((pattern) => findGlob(pattern)));
  return { selection, sources: [], ...(await watchGlobs(globs.flatMap((glob) => glob ?? []))) };
}

/** With what a run said that it is made from. URLs, and packages of extensions, are not watched. */
export function withSources(input: WatchedInput, sources: readonly string[]): WatchedInput {
  return { ...input, sources: sources.filter((source) => isAbsolute(source)) };
}

/** The path of a reference, where it is a glob, as reading takes it. */
async function findGlob(reference: unknown): Promise<string | undefined> {
  if (typeof reference !== "string" || (isAbsoluteUri(reference) && !/^[a-z]:/i.test(reference)))
    return undefined;
  const path = /^(.*)#(?:\/.*)?$/s.exec(reference)?.[1] ?? reference;
  const isFile = (await exists(reference)) || (await exists(path));
  return isDynamicPattern(path) && !isFile ? path : undefined;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    // That it is not there is the answer.
    return false;
  }
}
