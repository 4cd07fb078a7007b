/** A file of the output, as text; `path` is relative to the input's output folder, with `/`. */
export interface GeneratedFile {
  /** The absolute path of the output folder. */
  readonly output: string;
  readonly path: string;
  readonly text: string;
}

/** A file before formatting. Joined by blank lines, the pieces are the whole text; each can be formatted for itself. */
export interface PrintedFile {
  readonly path: string;
  readonly pieces: readonly string[];
  /** How to format it; `none`: the text stays as it is. */
  readonly language: "typescript" | "markdown" | "json" | "none";
}
