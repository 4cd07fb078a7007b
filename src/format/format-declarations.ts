import { type FormattedTexts, scopeTexts } from "./formatted-texts.js";

/** Formats a text that is TypeScript; throws where it cannot parse it. */
export type FormatText = (text: string) => Promise<string>;

/** Prettier starts slowly, and slows down with the length of a text: this many characters at once cost the least. */
const batchLength = 8000;

/** Stands between declarations that are formatted at once. */
const separator = "//# next declaration";

/**
 * Each declaration as it is formatted within any file, without line breaks around it. Equal ones are formatted once, and those that
 * `known` has not at all. One that cannot be parsed is a bug of ours, and throws an error that shows it.
 */
export async function formatDeclarations(
  declarations: Iterable<string>,
  format: FormatText,
  known: Pick<FormattedTexts, "find" | "keep"> = scopeTexts(undefined, []),
): Promise<ReadonlyMap<string, string>> {
  const formatted = new Map<string, string>();
  const unknown: string[] = [];
  for (const declaration of new Set(declarations)) {
    const text = known.find(declaration);
    if (text === undefined) unknown.push(declaration);
    else formatted.set(declaration, text);
  }
  for (const batch of makeBatches(unknown)) {
    const texts = (await formatTogether(batch, format)) ?? (await formatEach(batch, format));
    for (const [index, declaration] of batch.entries()) {
      formatted.set(declaration, texts[index] ?? "");
      known.keep(declaration, texts[index] ?? "");
    }
  }
  return formatted;
}

function makeBatches(declarations: Iterable<string>): string[][] {
  const batches: string[][] = [];
  let length = batchLength;
  for (const declaration of declarations) {
    length += declaration.length;
    if (length > batchLength) {
      batches.push([]);
      length = declaration.length;
    }
    batches.at(-1)?.push(declaration);
  }
  return batches;
}

/** Undefined where the batch cannot be parsed, or where a declaration holds the separator. */
async function formatTogether(batch: readonly string[], format: FormatText): Promise<string[] | undefined> {
  if (batch.some((declaration) => declaration.includes(separator))) return undefined;
  try {
    const text = await format(batch.join(`\n\n${separator}\n\n`));
    const parts = text.split(separator).map((part) => part.trim());
    return parts.length === batch.length ? parts : undefined;
  } catch {
    // Which one is to blame comes out when each is formatted by itself.
    return undefined;
  }
}

async function formatEach(batch: readonly string[], format: FormatText): Promise<string[]> {
  const texts: string[] = [];
  for (const declaration of batch) texts.push((await formatOne(declaration, format)).trim());
  return texts;
}

async function formatOne(declaration: string, format: FormatText): Promise<string> {
  try {
    return await format(declaration);
  } catch (cause) {
    throw new Error(`Bug in Schemist: Prettier cannot parse what was printed:\n${declaration}`, { cause });
  }
}
