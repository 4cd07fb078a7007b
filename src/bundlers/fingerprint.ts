import { stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import type { ResolvedInput } from "../config/config.js";

/**
 * Changes when one of the files does, and when one comes or goes that a glob of the input matches. URLs count as unchanged. A
 * file that was written after `readAt`, in milliseconds, may not be what was read, so that it counts as changed already.
 */
export async function takeFingerprint(
  sources: readonly string[],
  input: Pick<ResolvedInput, "schema" | "documents">,
  readAt = Infinity,
): Promise<string> {
  const states = await Promise.all(sources.map((source) => describeFile(source, readAt)));
  const matches = await Promise.all(listGlobs(input).map((pattern) => glob(pattern, { absolute: true })));
  return [...states, ...matches.flat().sort()].join("\n");
}

async function describeFile(source: string, readAt: number): Promise<string> {
  if (/^https?:/i.test(source)) return source;
  try {
    const { mtimeMs, size } = await stat(source);
    return mtimeMs < readAt ? `${source} ${mtimeMs} ${size}` : `${source} changed`;
  } catch {
    return `${source} is missing`;
  }
}

function listGlobs({ schema, documents }: Pick<ResolvedInput, "schema" | "documents">): readonly string[] {
  const named = [schema, ...(Array.isArray(documents) ? documents : [])];
  return named.filter((name) => typeof name === "string").filter((name) => isDynamicPattern(name));
}
