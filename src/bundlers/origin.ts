import { glob } from "tinyglobby";
import type { Input } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { isDynamicPattern } from "../libraries.js";
import { arePrintsTrue, type Prints, takePrints } from "../watch/fingerprints.js";

/** What an input was made from: what its files held, and which ones its globs matched. URLs count as unchanged. */
export interface Origin {
  readonly prints: Prints;
  readonly matches: readonly string[];
}

/** `readAt`: when reading them began, of `Date.now()`. */
export async function observeOrigin(
  input: Input,
  root: string,
  sources: readonly string[],
  readAt: number,
): Promise<Origin> {
  return { prints: await takePrints(sources, readAt), matches: await matchGlobs(input, root) };
}

/** Whether the input would be made from the same again. */
export async function isOriginSame(
  { prints, matches }: Origin,
  input: Input,
  root: string,
): Promise<boolean> {
  if (!(await arePrintsTrue(prints))) return false;
  return JSON.stringify(matches) === JSON.stringify(await matchGlobs(input, root));
}

async function matchGlobs(input: Input, root: string): Promise<readonly string[]> {
  const named = resolveConfig({ inputs: [input] }, root).flatMap(({ schema, documents }) => [
    schema,
    ...(Array.isArray(documents) ? documents : []),
  ]);
  const globs = named.filter((name) => typeof name === "string").filter((name) => isDynamicPattern(name));
  const matches = await Promise.all(globs.map((pattern) => glob(pattern, { absolute: true })));
  return matches.flat().sort();
}
