import { access } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDynamicPattern } from "tinyglobby";
import { resolveConfig } from "../config/resolve-config.js";
import { findEntries } from "../load/find-entries.js";
import { isAbsoluteUri } from "../uri.js";
import { globFolder } from "../watch/glob-folder.js";
import type { Selection } from "./selection.js";

/** An input, and what it is known to be made from. */
export interface WatchedInput {
  readonly selection: Selection;
  /** Files, by absolute path. */
  readonly sources: readonly string[];
  readonly globs: readonly string[];
  /** The files that the globs match. */
  readonly matches: readonly string[];
}

/** The input before it is generated. */
export async function watchInput(selection: Selection): Promise<WatchedInput> {
  const [resolved] = resolveConfig({ inputs: [selection.input] }, selection.root);
  const { schema, documents = [] } = resolved ?? {};
  const patterns = [schema, ...(Array.isArray(documents) ? documents : [])];
  const globs = await Promise.all(patterns.map((pattern) => findGlob(pattern)));
  const known = globs.flatMap((glob) => glob ?? []);
  return { selection, sources: [], globs: known, matches: await matchGlobs(known) };
}

/** With what a run said that it is made from. URLs, and packages of extensions, are not watched. */
export function withSources(input: WatchedInput, sources: readonly string[]): WatchedInput {
  return { ...input, sources: sources.filter((source) => isAbsolute(source)) };
}

/** With what the globs match now. */
export async function matchAgain(input: WatchedInput): Promise<WatchedInput> {
  return { ...input, matches: await matchGlobs(input.globs) };
}

export function listFolders({ globs }: WatchedInput): readonly string[] {
  return globs.map((glob) => resolve(globFolder(glob)));
}

async function matchGlobs(globs: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(globs.map((glob) => findEntries(glob)));
  return found.flatMap(({ value }) => value.map(({ uri }) => fileURLToPath(uri)));
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
