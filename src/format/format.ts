import type { Options } from "prettier";
import type { GeneratedFile, PrintedFile } from "../file.js";
import type { FormatText } from "./format-declarations.js";
import { formatDeclarations } from "./format-declarations.js";

export interface FormatOptions {
  readonly format: "prettier" | false;
  /** Prettier's options for the folder that is written to. */
  readonly formatting: Readonly<Record<string, unknown>>;
}

/**
 * The files as text. Prettier's own check finds nothing to change in it, but in files of the language `none`. What Prettier
 * cannot parse is a bug of ours, and throws.
 */
export async function formatFiles(
  files: readonly PrintedFile[],
  output: string,
  { format, formatting }: FormatOptions,
): Promise<readonly GeneratedFile[]> {
  const texts =
    format === false ? files.map(({ pieces }) => join(pieces)) : await formatAll(files, formatting);
  return files.map(({ path }, index) => ({ output, path, text: texts[index] ?? "" }));
}

function join(pieces: readonly string[]): string {
  return `${pieces.map((piece) => piece.trim()).join("\n\n")}\n`;
}

async function formatAll(files: readonly PrintedFile[], formatting: Options): Promise<string[]> {
  // Loaded here, since it takes a while and not every run formats.
  const { format } = await import("prettier");
  const formatAs =
    (parser: string, filepath: string): FormatText =>
    (text) =>
      format(text, { ...formatting, parser, filepath, endOfLine: "lf" });
  const sources = files.filter(({ language }) => language === "typescript");
  const declarations = needsWholeFiles(formatting)
    ? new Map<string, string>()
    : await formatDeclarations(
        sources.flatMap(({ pieces }) => pieces),
        formatAs("typescript", "index.ts"),
      );
  const texts: string[] = [];
  for (const { path, language, pieces } of files) {
    const known = pieces.map((piece) => declarations.get(piece));
    if (language === "none") texts.push(join(pieces));
    else if (known.every((piece) => piece !== undefined)) texts.push(endLines(join(known), formatting));
    else texts.push(endLines(await formatAs(parserOf(path, language), path)(join(pieces)), formatting));
  }
  return texts;
}

/** Plugins may sort or remove imports, and a pragma stands at the top of a file: such options need all of it. */
function needsWholeFiles({ plugins = [], insertPragma, requirePragma, checkIgnorePragma }: Options): boolean {
  return plugins.length > 0 || Boolean(insertPragma || requirePragma || checkIgnorePragma);
}

/** Prettier chooses by a file's name as well: npm writes its manifest in a layout of its own. */
function parserOf(path: string, language: "typescript" | "markdown" | "json"): string {
  return path.split("/").at(-1) === "package.json" ? "json-stringify" : language;
}

/** `auto` keeps what a file has, and ours have line feeds. */
function endLines(text: string, { endOfLine = "lf" }: Options): string {
  const lineBreaks = { lf: "\n", auto: "\n", crlf: "\r\n", cr: "\r" };
  return text.replaceAll("\n", lineBreaks[endOfLine]);
}
