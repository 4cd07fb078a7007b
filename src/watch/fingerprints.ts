import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";

/** What happened to a file. */
export interface FileChange {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}

/** Clocks of file systems lag a little behind, in milliseconds. */
const clockLag = 10;

/** Knows what files held when they were read, so that a change is told from a mere event. */
export class Fingerprints {
  readonly #known = new Map<string, string>();

  /**
   * Takes the files for what they are now, if they are not known yet. Returns those that were changed after `startedAt` (of
   * `Date.now()`), of which nobody knows what was read.
   */
  async learn(paths: Iterable<string>, startedAt: number): Promise<readonly string[]> {
    const unknown = [...new Set(paths)].filter((path) => !this.#known.has(path));
    const learned = await Promise.all(
      unknown.map(async (path) => ({ path, print: await readPrint(path), time: await readTime(path) })),
    );
    const late = learned.filter(({ time }) => time > startedAt - clockLag);
    for (const { path, print } of learned) this.#known.set(path, print);
    for (const { path } of late) this.#known.set(path, uncertain);
    return late.map(({ path }) => path);
  }

  /** Which of the files are not what they were; those that are not known are left out. They count as known now. */
  async findChanges(paths: Iterable<string>): Promise<readonly FileChange[]> {
    const known = [...paths].filter((path) => this.#known.has(path)).sort();
    const found = await Promise.all(known.map((path) => this.#findChange(path)));
    return found.flatMap((change) => change ?? []);
  }

  async #findChange(path: string): Promise<FileChange | undefined> {
    const before = this.#known.get(path);
    const after = await readPrint(path);
    this.#known.set(path, after);
    if (before === after) return undefined;
    if (before === absent) return { path, kind: "added" };
    return { path, kind: after === absent ? "removed" : "changed" };
  }
}

const absent = "";
/** No digest, and so different from what any file holds. */
const uncertain = "?";

async function readPrint(path: string): Promise<string> {
  try {
    return createHash("sha256")
      .update(await readFile(path))
      .digest("base64");
  } catch {
    // What cannot be read is as good as absent: whoever needs it has said so.
    return absent;
  }
}

/** When the file was last changed or put there, in milliseconds; 0 where none is. */
async function readTime(path: string): Promise<number> {
  try {
    return (await stat(path)).ctimeMs;
  } catch {
    // A file that is not there tells by its print when it comes.
    return 0;
  }
}
