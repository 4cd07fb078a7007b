import type { Options } from "prettier";
import type { GeneratedFile, PrintedFile } from "../file.js";
import type { FormatText } from "./format-declarations.js";
import { formatDeclarations } from "./format-declarations.js";
import { type FormattedTexts, scopeTexts } from "./formatted-texts.js";

export interface FormatOptions {
  readonly format: "prettier" | false;
  /** Prettier's options for the folder that is written to. */
  readonly formatting: Readonly<Record<string, unknown>>;
  /** What formatting has given before. */
  readonly texts?: FormattedTexts | undefined;
}

/**
 * The files as text. Prettier's own check finds nothing to change in it, but in files of the language `none`. What Prettier
 * cannot parse is a bug of ours, and throws.
 */
export async function formatFiles(
  files: readonly PrintedFile[],
  output: string,
  { format, formatting, texts: known }: FormatOptions,
): Promise<readonly GeneratedFile[]> {
  const texts =
    format === false ? files.map(({ pieces }) => join(pieces)) : await formatAll(files, formatting, known);
  return files.map(({ path }, index) => ({ output, path, text: texts[index] ?? "" }));
}

function join(pieces: readonly string[]): string {
  return `${pieces.map((piece) => piece.trim()).join("\n\n")}\n`;
}

async function formatAll(
  files: readonly PrintedFile[],
  formatting: Options,
  known: FormattedTexts | undefined,
): Promise<string[]> {
  const isWhole = needsWholeFiles(formatting);
  // What a plugin makes of a text may follow from anything.
  const kept = isWhole ? undefined : known;
  const sources = files.filter(({ language }) => language === "typescript");
  const declarations = isWhole
    ? new Map<string, string>()
    : await formatDeclarations(
        sources.flatMap(({ pieces }) => pieces),
        formatAs("typescript", "index.ts", formatting),
        scopeTexts(kept, ["typescript", formatting]),
      );
  const texts: string[] = [];
  for (const { path, language, pieces } of files) {
    const done = pieces.map((piece) => declarations.get(piece));
    if (language === "none") texts.push(join(pieces));
    else if (done.every((piece) => piece !== undefined)) texts.push(endLines(join(done), formatting));
    else texts.push(endLines(await formatFile({ path, language, pieces }, formatting, kept), formatting));
  }
  return texts;
}

function formatAs(parser: string, filepath: string, formatting: Options): FormatText {
  return async (text) => {
    // Loaded here, since it takes a while and not every run formats.
    const { format } = await import("prettier");
    return format(text, { ...formatting, parser, filepath, endOfLine: "lf" });
  };
}

async function formatFile(
  { path, language, pieces }: PrintedFile & { readonly language: "typescript" | "markdown" | "json" },
  formatting: Options,
  known: FormattedTexts | undefined,
): Promise<string> {
  const parser = parserOf(path, language);
  const texts = scopeTexts(known, [parser, path, formatting]);
  const text = join(pieces);
  const formatted = texts.find(text) ?? (await formatAs(parser, path, formatting)(text));
  texts.keep(text, formatted);
  return formatted;
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
