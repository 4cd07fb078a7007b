/** What the patterns of one `.gitignore` say of a path below its folder; undefined where none speaks of it. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean | undefined;

interface IgnorePattern {
  readonly expression: RegExp;
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
}

/**
 * The rules of a `.gitignore`: of all patterns that match a path, the last decides. What stands in an ignored folder is
 * not asked about, as git does not either. The library that others use (ignore 7) takes `[!a-z]` for a class with a `!` in it.
 * @see https://git-scm.com/docs/gitignore#_pattern_format
 */
export function parseIgnoreFile(text: string): IgnoreRules {
  const patterns = text
    .split(/\r?\n/)
    .flatMap((line) => parsePattern(line))
    .reverse();
  return (path, isFolder) => {
    const last = patterns.find(
      ({ expression, isForFolders }) => (isFolder || !isForFolders) && expression.test(path),
    );
    return last && !last.isNegated;
  };
}

function parsePattern(line: string): IgnorePattern[] {
  // Spaces at the end count only behind a backslash.
  const text = line.replace(/(?<!\\) +$/, "");
  if (text === "" || text.startsWith("#")) return [];
  const isNegated = text.startsWith("!");
  const pattern = isNegated ? text.slice(1) : text;
  const isForFolders = pattern.endsWith("/");
  const body = isForFolders ? pattern.slice(0, -1) : pattern;
  // A slash within ties the pattern to the folder of the file; without one it matches at any depth.
  const source = body.includes("/") ? translate(body.replace(/^\//, "")) : `(?:.*/)?${translate(body)}`;
  return [{ expression: new RegExp(`^${source}$`), isNegated, isForFolders }];
}

/** Each sign of a pattern, and what it is in a regular expression; any other character stands for itself. */
const signs: readonly (readonly [RegExp, (match: string) => string])[] = [
  [/^\/\*\*$/, () => "/.+"],
  [/^\/\*\*(?=\/)/, () => "(?:/.*)?"],
  [/^\*\*\//, () => "(?:.*/)?"],
  [/^\*+/, () => "[^/]*"],
  [/^\?/, () => "[^/]"],
  [/^\[[!^]?\]?[^\]]*\]/, translateClass],
  [/^\\./, (match) => escapeSign(match.slice(1))],
  [/^[^]/, escapeSign],
];

function translate(pattern: string): string {
  let source = "";
  for (let rest = pattern; rest !== "";) {
    const [match, write] = findSign(rest);
    source += write(match);
    rest = rest.slice(match.length);
  }
  return source;
}

function findSign(rest: string): readonly [string, (match: string) => string] {
  for (const [expression, write] of signs) {
    const [match] = expression.exec(rest) ?? [];
    if (match) return [match, write];
  }
  return [rest, escapeSign];
}

/** `[!a-z]` is `[^a-z]`; what has a meaning in the classes of regular expressions alone is escaped. */
function translateClass(match: string): string {
  const [, not = "", body = ""] = /^\[([!^]?)([^]*)\]$/.exec(match) ?? [];
  return `[${not && "^"}${body.replaceAll(/[[\]^]/g, String.raw`\$&`)}]`;
}

function escapeSign(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
