import { splitScript } from "./split-script.js";

/** A call of json-schema-to-typescript's command line in a script of package.json. */
export interface Json2tsCall {
  /** The script's name. */
  readonly script: string;
  /** A file, a folder or a glob; undefined where it reads standard input. */
  readonly input: string | undefined;
  /** A file or a folder; undefined where it writes to standard output. */
  readonly output: string | undefined;
  /** Its other flags, by name: `true` or `false`, or the text behind them. */
  readonly flags: ReadonlyMap<string, string | boolean>;
}

/** All calls of `json2ts` among the scripts, in their order. */
export function readJson2tsCalls(scripts: ReadonlyMap<string, string>): readonly Json2tsCall[] {
  return [...scripts].flatMap(([script, text]) =>
    splitScript(text).flatMap(({ words, from, to }) => {
      const start = findProgram(words);
      if (start === -1) return [];
      const { flags, positional } = readWords(words.slice(start + 1));
      const input = positional[0] ?? textOf(flags, "input") ?? textOf(flags, "i") ?? from;
      const output = positional[1] ?? textOf(flags, "output") ?? textOf(flags, "o") ?? to;
      for (const name of ["input", "i", "output", "o"]) flags.delete(name);
      return [{ script, input: input === "-" ? from : input, output, flags }];
    }),
  );
}

/** Where the program stands: `json2ts`, or the package's name behind what runs packages, which has that one program. */
function findProgram(words: readonly string[]): number {
  const program = words.findIndex((word) => /(^|[/\\])json2ts(\.cmd)?$/.test(word));
  const runner = words.findIndex((word) => /^(npx|bunx|dlx|exec|x)$/.test(word));
  if (program !== -1 || runner === -1) return program;
  return words.findIndex(
    (word, index) => index > runner && /^json-schema-to-typescript(@[^/]+)?$/.test(word),
  );
}

/** Flags of json2ts that take no value behind a space. */
const booleans = new Set([
  "additionalProperties",
  "declareExternallyReferenced",
  "enableConstEnums",
  "format",
  "ignoreMinAndMaxItems",
  "strictIndexSignatures",
  "unknownAny",
  "unreachableDefinitions",
]);

interface ReadWords {
  readonly flags: Map<string, string | boolean>;
  readonly positional: readonly string[];
}

/** Reads words as minimist does, which json2ts reads them with. */
function readWords(words: readonly string[]): ReadWords {
  const flags = new Map<string, string | boolean>();
  const positional: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const [, name = "", value] = /^--?([^=]+)(?:=([^]*))?$/.exec(word) ?? [];
    const next = words[index + 1];
    if (name === "") positional.push(word);
    else if (value !== undefined) flags.set(name, readValue(name, value));
    else if (name.startsWith("no-")) flags.set(name.slice("no-".length), false);
    else if (next === undefined || next.startsWith("-")) flags.set(name, true);
    else if (booleans.has(name) && !/^(true|false)$/.test(next)) flags.set(name, true);
    else {
      flags.set(name, readValue(name, next));
      index += 1;
    }
  }
  return { flags, positional };
}

function readValue(name: string, text: string): string | boolean {
  return booleans.has(name) ? text !== "false" : text;
}

function textOf(flags: ReadonlyMap<string, string | boolean>, name: string): string | undefined {
  const value = flags.get(name);
  return typeof value === "string" ? value : undefined;
}
