import type { Present } from "./present.js";

/** What something was made from, by digest; `""` stands for what is not there. It holds as long as all of them do. */
export interface Facts {
  /** By the absolute path of a file. */
  readonly files: Readonly<Record<string, string>>;
  /** By an absolute glob: the paths that it matches. */
  readonly globs: Readonly<Record<string, string>>;
  /** By the name of a variable of the environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** By a folder: the files that tell Prettier how code in it is formatted. */
  readonly formatting: Readonly<Record<string, string>>;
}

/** Whether all is now as it was. Stops at the first thing that is not. */
export async function areFactsTrue(facts: Facts, present: Present): Promise<boolean> {
  const isSame = (known: Readonly<Record<string, string>>, look: (name: string) => string): boolean =>
    Object.entries(known).every(([name, digest]) => look(name) === digest);
  const isPlainSame =
    isSame(facts.files, (path) => present.digestFile(path)) &&
    isSame(facts.variables, (name) => present.digestVariable(name)) &&
    isSame(facts.formatting, (folder) => present.digestFormatting(folder));
  if (!isPlainSame) return false;
  for (const [pattern, digest] of Object.entries(facts.globs)) {
    if ((await present.digestGlob(pattern)) !== digest) return false;
  }
  return true;
}
