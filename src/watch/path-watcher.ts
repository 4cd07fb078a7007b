import { type FSWatcher, watch } from "chokidar";
import { existsSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";

/** What is watched, by absolute path: files, and all that is or will be in folders. None of it need exist. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface PathListener {
  /** Something may have happened to the path; comes once for each watched file that is there, too. */
  readonly onEvent: (path: string) => void;
  /** The system refuses to watch, so that changes may go unseen. */
  readonly onError: (error: Error) => void;
}

/** In milliseconds. */
const lookAgainAfter = 300;

/**
 * Watches files by the folders that they are in, so that one that is replaced by another, removed or made anew is seen as well as
 * one that is written to. Of folders within a watched one, those of installed packages and of Git are left out.
 */
export class PathWatcher {
  readonly #watcher: FSWatcher;
  readonly #ready: Promise<void>;
  #paths: WatchedPaths = { files: [], folders: [] };
  #files: ReadonlySet<string> = new Set();
  /** The folders that lead to what is watched. */
  #ways: ReadonlySet<string> = new Set();
  #added = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ onEvent, onError }: PathListener) {
    // What was there before is reported once it is watched, so that no change is lost in between.
    this.#watcher = watch([], {
      ignoreInitial: false,
      atomic: false,
      ignored: (path) => !this.#concerns(path),
    });
    this.#watcher.on("all", (event, path) => {
      if (event === "unlinkDir") this.#watchAgain();
      else if (event === "addDir") this.#announceLater(onEvent);
      else if (this.#isWatched(path)) onEvent(path);
    });
    this.#watcher.on("error", (error) => onError(error instanceof Error ? error : new Error(String(error))));
    this.#ready = new Promise((resolve) => {
      this.#watcher.once("ready", resolve);
    });
  }

  /** Watches these paths from now on, and no others. */
  watch(paths: WatchedPaths): void {
    this.#paths = paths;
    this.#files = new Set(paths.files);
    this.#ways = new Set([...paths.files, ...paths.folders].flatMap(listAncestors));
    this.#addPaths();
  }

  /** Waits until what was asked for first is watched; for ever where nothing was. */
  async waitUntilReady(): Promise<void> {
    await this.#ready;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher.close();
  }

  #addPaths(): void {
    const { files, folders } = this.#paths;
    const starts = [...files.map((file) => dirname(file)), ...folders].map(findExisting);
    // Of a file that is not there, its folder tells when it comes.
    const wanted = [...new Set([...starts, ...files.filter((file) => existsSync(file))])].filter(
      (path) => !this.#added.has(path),
    );
    for (const path of wanted) this.#added.add(path);
    this.#watcher.add(wanted);
  }

  /** A folder that is removed is no longer watched, though it may come back. */
  #watchAgain(): void {
    this.#added.clear();
    this.#addPaths();
  }

  /** The library looks into a new folder first, and watches it then; what comes in between it does not see. */
  #announceLater(onEvent: PathListener["onEvent"]): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const path of [...this.#paths.files, ...this.#paths.folders]) onEvent(path);
    }, lookAgainAfter);
  }

  #concerns(path: string): boolean {
    return this.#ways.has(path) || this.#isWatched(path);
  }

  #isWatched(path: string): boolean {
    return this.#files.has(path) || this.#paths.folders.some((folder) => isWithin(path, folder));
  }
}

function listAncestors(path: string): readonly string[] {
  const ancestors: string[] = [];
  for (let folder = dirname(path); folder !== ancestors.at(-1); folder = dirname(folder))
    ancestors.push(folder);
  return ancestors;
}

function findExisting(path: string): string {
  let folder = path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

const unwatched: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Whether the path is the folder, or in it and watched with it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  const parts = way.split(sep);
  return !isAbsolute(way) && parts[0] !== ".." && !parts.some((part) => unwatched.has(part));
}
