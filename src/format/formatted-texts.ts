/** What formatting has given before, by the text and all else that it follows from. */
export interface FormattedTexts {
  find(source: string): string | undefined;
  keep(source: string, formatted: string): void;
  /** Ends a run: only what it has asked for or kept is of use to the next one. */
  close(): void;
}

/** The texts that were formatted one way, which `scope` tells from all others. */
export function scopeTexts(
  texts: FormattedTexts | undefined,
  scope: readonly unknown[],
): Pick<FormattedTexts, "find" | "keep"> {
  const prefix = JSON.stringify(scope);
  return {
    find: (source) => texts?.find(prefix + source),
    keep: (source, formatted) => texts?.keep(prefix + source, formatted),
  };
}
