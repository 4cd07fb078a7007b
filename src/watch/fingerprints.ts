import { readFile, stat } from "node:fs/promises";
import { digestOf } from "../digest.js";

/** What happened to a file. */
export interface FileChange {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}

/** What stands for the contents of files, by path. */
export type Prints = ReadonlyMap<string, string>;

/** Clocks of file systems lag a little behind, in milliseconds. */
const clockLag = 10;

/** Waits until what has been changed so far is for certain older than what is read from then on. Timers may end a little early. */
export async function waitForClock(): Promise<void> {
  const asked = Date.now();
  while (Date.now() <= asked + clockLag) await new Promise((resolve) => setTimeout(resolve, clockLag + 1));
}

/**
 * What files hold that were read after `startedAt` (of `Date.now()`). Of one that was changed after that nobody knows what was read: its
 * print is equal to none.
 */
export async function takePrints(paths: Iterable<string>, startedAt: number): Promise<Prints> {
  const take = async (path: string): Promise<[string, string]> => {
    const print = await readPrint(path);
    return [path, (await readTime(path)) > startedAt - clockLag ? uncertain : print];
  };
  return new Map(await Promise.all([...new Set(paths)].map(take)));
}

/** Whether the files hold what they held. */
export async function arePrintsTrue(prints: Prints): Promise<boolean> {
  const found = await Promise.all(
    [...prints].map(async ([path, print]) => print === (await readPrint(path))),
  );
  return !found.includes(false);
}

/** Knows what files held when they were read, so that a change is told from a mere event. */
export class Fingerprints {
  readonly #known = new Map<string, string>();

  /**
   * Takes the files for what they are now, if they are not known yet. Returns those that were changed after `startedAt` (of
   * `Date.now()`), of which nobody knows what was read.
   */
  async learn(paths: Iterable<string>, startedAt: number): Promise<readonly string[]> {
    const unknown = [...paths].filter((path) => !this.#known.has(path));
    const learned = [...(await takePrints(unknown, startedAt))];
    for (const [path, print] of learned) this.#known.set(path, print);
    return learned.filter(([, print]) => print === uncertain).map(([path]) => path);
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
    return digestOf(await readFile(path));
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
