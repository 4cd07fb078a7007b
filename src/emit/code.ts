import { isIdentifierName } from "../identifier.js";
import type { JsonValue } from "../json.js";
import { isJsonObject, stringifyJson } from "../json.js";
import type { Pattern } from "../schema/schema-graph.js";

declare const brand: unique symbol;

/**
 * Text that is TypeScript. Only this file makes it, out of literals of our own and escaped values, so that no text from a schema
 * slips into the output unescaped.
 */
export type Code = string & { readonly [brand]: "Code" };

/** The tag for code of our own; what is put into it must be code already. */
export function code(strings: TemplateStringsArray, ...values: readonly (Code | number)[]): Code {
  let text = strings[0] ?? "";
  for (let index = 0; index < values.length; index++) text += `${values[index]}${strings[index + 1]}`;
  return text as Code;
}

export function joinCode(
  parts: readonly Code[],
  separator: " && " | " || " | " | " | " & " | ", " | "\n" | "; " | " + " | "",
): Code {
  return parts.join(separator) as Code;
}

/** Around every name that code refers to. No text has it: literals escape it, and comments leave it out. */
const mark = "\0";

/** A name that `names` or a template gave: an identifier. It is marked, so that code need not be read to learn what it refers to. */
export function nameCode(name: string): Code {
  return `${mark}${localCode(name)}${mark}` as Code;
}

/** Likewise a name that is known only where it stands: of a parameter, a type parameter, a variable. */
export function localCode(name: string): Code {
  if (!isIdentifierName(name)) throw new Error(`Bug in Schemist: ${JSON.stringify(name)} is no identifier`);
  return name as Code;
}

/** The text of code, where nobody asks what it refers to. */
export function plainCode(marked: string): string {
  return marked.replaceAll(mark, "");
}

/** Finished code: its text, and the names that it refers to. */
export function finishCode(marked: string): { readonly text: string; readonly uses: ReadonlySet<string> } {
  const parts = marked.split(mark);
  const uses = new Set<string>();
  // Every other part is a name.
  for (let index = 1; index < parts.length; index += 2) uses.add(parts[index] ?? "");
  return { text: parts.join(""), uses };
}

/** What no source text should hold as it is: controls, format characters such as direction marks, and line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu;

/** Most texts, and all that need no look at what is not seen. */
const plainText = /^[ -~]*$/;

/** A double-quoted literal; lone surrogates and invisible characters are escaped. */
export function stringLiteral(text: string): Code {
  if (plainText.test(text)) return JSON.stringify(text) as Code;
  return JSON.stringify(text).replaceAll(invisible, escapeCharacter) as Code;
}

/** A literal of text that is full of double quotes, such as JSON. */
export function textLiteral(text: string): Code {
  const inner = stringLiteral(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'` as Code;
}

function escapeCharacter(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** A member of an object literal. `__proto__` is written as a computed key, which makes an own property as JSON does. */
export function entryOf(key: string, value: Code): Code {
  return code`${key === "__proto__" ? code`["__proto__"]` : memberKey(key)}: ${value}`;
}

/** The value as an expression. */
export function valueLiteral(value: JsonValue | undefined): Code {
  if (value === undefined) return "undefined" as Code;
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return code`[${joinCode(value.map(valueLiteral), ", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) as Code;
  const members = Object.entries(value).map(([key, member]) => entryOf(key, valueLiteral(member)));
  return code`{ ${joinCode(members, ", ")} }`;
}

/** A property name in a type or an object literal; quoted where it must be. */
export function memberKey(key: string): Code {
  return isPlain(key) ? (key as Code) : stringLiteral(key);
}

/** `subject.key`, or `subject["key"]`. */
export function accessOf(subject: Code, key: string): Code {
  return isPlain(key) ? (`${subject}.${key}` as Code) : (`${subject}[${stringLiteral(key)}]` as Code);
}

function isPlain(key: string): boolean {
  if (plainText.test(key)) return isIdentifierName(key);
  return isIdentifierName(key) && !key.normalize("NFC").match(invisible) && key === key.normalize("NFC");
}

/** A regular expression literal that matches as the pattern does. */
export function patternLiteral({ source, flags }: Pattern): Code {
  // Escapes are read whole, so that a backslash before an invisible character goes with it.
  const escaped = new RegExp(source, flags).source.replaceAll(
    /\\?([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])|\\./gsu,
    (part: string, character: string | undefined) =>
      character === undefined ? part : spellOut(character, flags),
  );
  return `/${escaped}/${flags}` as Code;
}

function spellOut(character: string, flags: Pattern["flags"]): string {
  const isWhole = flags === "u" && character.length > 1;
  return isWhole ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : escapeCharacter(character);
}

/** A template literal type, with any string between the texts: `` `prefix${string}` ``. */
export function templateType(texts: readonly string[]): Code {
  const escaped = texts.map((text) =>
    stringLiteral(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`").replaceAll("${", "\\${"),
  );
  return `\`${escaped.join("${string}")}\`` as Code;
}

/**
 * Text for the inside of a block comment, on as many lines as it has. It cannot end the comment, and starts no tag and no link: to
 * TypeScript an `@` does after any space, even in a fence. In Markdown the backslashes are not seen.
 */
export function commentText(text: string): string {
  return visibleText(text)
    .replaceAll("*/", "*\\/")
    .replaceAll(/(?<=^|\s|\{)@/gm, "\\@")
    .trim();
}

/** With lines that end in LF, and nothing that is not seen. */
function visibleText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "",
    );
}

/** Markdown for a block comment: what it leaves open ends with it, and a break is no space at the end of a line, which would not last. */
export function commentMarkdown(text: string): string {
  let fence = "";
  const lines = commentText(text)
    .split("\n")
    .map((line, index, all) => {
      const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
      const isBreak = fence === "" && mark === "" && /\S {2,}$/.test(line) && all[index + 1]?.trim();
      return isBreak ? `${line.trimEnd()}\\` : line.trimEnd();
    });
  return [...lines, ...(fence === "" ? [] : [fence])].join("\n");
}

/** A value for a tag in a block comment: JSON on one line. */
export function commentValue(value: JsonValue): string {
  return commentJson(stringifyJson(value));
}

/** JSON as it stands in a comment: what would end that or start a tag is escaped as JSON does. */
function commentJson(text: string): string {
  const escaped = text
    .replaceAll(/(?<=^|\s|\{)@/gm, "\\u0040")
    .replaceAll(invisible, (character) => (character === "\n" ? character : escapeCharacter(character)));
  return commentText(escaped);
}

/** Longer arrays and objects are written over several lines, as long as these are few. */
const lineBudget = 60;
const blockBudget = 2000;

/** A value that stands alone under a tag: on the tag's line, or as a block of JSON. */
export function commentExample(value: JsonValue): string {
  const line = commentValue(value);
  const isStructured = typeof value === "object" && value !== null;
  if (!isStructured || line.length <= lineBudget || line.length > blockBudget) return line;
  return `\n\`\`\`json\n${commentJson(JSON.stringify(value, undefined, 2))}\n\`\`\``;
}

/** Text of any kind as code in Markdown, on one line. */
export function commentCode(text: string): string {
  const line = visibleText(text)
    .replaceAll("\n", "\\n")
    .replaceAll("*/", "*\\/")
    .replaceAll(/(?<=\s|\{)@/g, "\\@");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  const isBare = line !== "" && !/^`|`$|^ .* $/.test(line);
  return isBare ? `${mark}${line}${mark}` : `${mark} ${line} ${mark}`;
}

/** A link in Markdown; an address that is none of the web's stands as code. */
export function commentLink(url: string, text: string | undefined): string {
  const label = text === undefined ? "" : commentText(text).replaceAll(/\s+/g, " ");
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    return label === "" ? commentCode(url) : `${label} (${commentCode(url)})`;
  }
  const { href } = new URL(url);
  const target = href.replaceAll(
    /[()<>*@\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${(label === "" ? href : label).replaceAll(/[[\]]/g, "\\$&").replaceAll("*/", "*\\/")}](${target})`;
}

/** A block comment of text that `commentText` made, ending in a line break. */
export function commentBlock(text: string): Code {
  const lines = text.split("\n");
  if (lines.length === 1) return `/** ${text} */\n` as Code;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n` as Code;
}
