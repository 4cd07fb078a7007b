import type { Options } from "prettier";
import type { GeneratedFile, PrintedFile } from "../file.js";
import type { FormatText } from "./format-declarations.js";
import { formatDeclarations } from "./format-declarations.js";
import { type FormattedTexts, scopeTexts } from "./formatted-texts.js";
import { layOutJson } from "./layout/lay-out-json.js";
import { layOutSource } from "./layout/lay-out-source.js";
import { LayoutRoom } from "./layout/layout-room.js";
import type { LayoutOptions } from "./layout/options.js";
import { LayoutShapes } from "./layout-shapes.js";
import { isDefault, readLayoutOptions } from "./layout-options.js";

export interface FormatOptions {
  readonly format: "prettier" | false;
  /** Prettier's options for the folder that is written to. */
  readonly formatting: Readonly<Record<string, unknown>>;
  /** Declarations that Prettier's defaults leave as they are. */
  readonly laidOut?: ReadonlySet<string> | undefined;
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
  options: FormatOptions,
): Promise<readonly GeneratedFile[]> {
  const texts =
    options.format === false ? files.map(({ pieces }) => join(pieces)) : await formatAll(files, options);
  return files.map(({ path }, index) => ({ output, path, text: texts[index] ?? "" }));
}

function join(pieces: readonly string[]): string {
  return `${pieces.map((piece) => piece.trim()).join("\n\n")}\n`;
}

async function formatAll(
  files: readonly PrintedFile[],
  { formatting, laidOut, texts: known }: FormatOptions,
): Promise<string[]> {
  const isWhole = needsWholeFiles(formatting);
  // What a plugin makes of a text may follow from anything.
  const kept = isWhole ? undefined : known;
  const layout = readLayoutOptions(formatting);
  const sources = files.filter(({ language }) => language === "typescript");
  const declarations = isWhole
    ? new Map<string, string>()
    : await formatPieces(new Set(sources.flatMap(({ pieces }) => pieces)), layout, {
        formatting,
        laidOut,
        texts: kept,
      });
  const texts: string[] = [];
  for (const { path, language, pieces } of files) {
    const done = pieces.map((piece) => declarations.get(piece));
    if (language === "none") texts.push(join(pieces));
    else if (done.every((piece) => piece !== undefined)) texts.push(endLines(join(done), formatting));
    else
      texts.push(
        endLines(await formatFile({ path, language, pieces }, layout, formatting, kept), formatting),
      );
  }
  return texts;
}

/** Each declaration in our layout, and by Prettier those whose style or constructs ours does not know. */
async function formatPieces(
  pieces: ReadonlySet<string>,
  layout: LayoutOptions | undefined,
  { formatting, laidOut, texts: known }: Omit<FormatOptions, "format">,
): Promise<Map<string, string>> {
  const formatted = layout ? layOutPieces(pieces, layout, laidOut) : new Map<string, string>();
  const others = [...pieces].filter((piece) => !formatted.has(piece));
  const scope = scopeTexts(known, ["typescript", formatting]);
  const rest = await formatDeclarations(others, formatAs("typescript", "index.ts", formatting), scope);
  for (const [piece, text] of rest) formatted.set(piece, text);
  return formatted;
}

/** Those that our layout knows. */
function layOutPieces(
  pieces: ReadonlySet<string>,
  layout: LayoutOptions,
  laidOut: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const texts = new Map<string, string>();
  const room = new LayoutRoom();
  const shapes = new LayoutShapes();
  // Where there is more room, an object stands in several lines no longer because it had to.
  const adapted = isDefault(layout) ? undefined : ({ ...layout, objectWrap: "collapse" } as const);
  const adapt = (piece: string): string | undefined => (adapted ? layOutSource(piece, adapted, room) : piece);
  for (const piece of pieces) {
    const text = laidOut.has(piece)
      ? adapt(piece)
      : shapes.layOut(piece, (whole) => layOutSource(whole, layout, room));
    if (text !== undefined) texts.set(piece, text);
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
  layout: LayoutOptions | undefined,
  formatting: Options,
  known: FormattedTexts | undefined,
): Promise<string> {
  const parser = parserOf(path, language);
  const own = parser === "json" && layout ? layOutJson(join(pieces), layout) : undefined;
  if (own !== undefined) return `${own}\n`;
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
  if (endOfLine === "lf" || endOfLine === "auto") return text;
  return text.replaceAll("\n", endOfLine === "cr" ? "\r" : "\r\n");
}
