/**
 * What is on disk at a path of the output. `blocked`: neither a file nor a folder, or below something that is no
 * folder of the output; `by` is the path that is in the way.
 */
export type Entry = FileEntry | FolderEntry | { readonly kind: "blocked"; readonly by: string };

export interface FileEntry {
  readonly kind: "file";
  readonly bytes: Buffer;
  /** The same for two names of one file, as a file system that ignores case has them. */
  readonly identity: string;
  /** The first symbolic link on the way to the file, or the file itself where it is one. */
  readonly link: string | undefined;
}

export interface FolderEntry {
  readonly kind: "folder";
  /** Everything below it that holds nothing: files, links and empty folders (itself, where it is empty). */
  readonly leaves: readonly string[];
}

/** What a plan needs to know of an output folder. A path without an entry is free. */
export interface OutputState {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The paths that are ours: those of the manifest, the manifest, and those of an unfinished run. */
  readonly owned: ReadonlySet<string>;
  /** Whether a run before this one left its folder. */
  readonly unfinished: boolean;
}
