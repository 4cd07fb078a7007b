import { isIdentifierName } from "../../identifier.js";
import type { JsonObject } from "../../json.js";
import { memberOf } from "../../json.js";
import { nearest } from "../../nearest.js";
import type { KeywordUse, LowerKeyword, Lowering } from "./keyword.js";
import { readFlag, readObject, readString, rejectValue, showValue } from "./read-value.js";

/**
 * Keywords of our own, in every dialect: what a type is called, and which type of another module it is, which change no verdict; and
 * whether the enum beside it is open.
 */
export const typescriptKeywords: ReadonlyMap<string, LowerKeyword> = new Map<string, LowerKeyword>([
  ["x-typescript-name", nameType],
  ["x-typescript-type", importType],
  ["x-typescript-open", openType],
]);

const help = "Use letters, digits, `_` and `$`.";

function nameType(use: KeywordUse, { annotations }: Lowering): void {
  const name = readString(use);
  if (name === undefined) return;
  if (isIdentifierName(name)) annotations.typescriptName = name;
  else rejectValue(use, "a name for a type of TypeScript", help);
}

function openType(use: KeywordUse, { annotations }: Lowering): void {
  const typescriptOpen = readFlag(use);
  if (typescriptOpen !== undefined) annotations.typescriptOpen = typescriptOpen;
}

const members = ["import", "name", "version"] as const;

type Member = (typeof members)[number];

const expected: Readonly<Record<Member, string>> = {
  import: 'a package, or a path that begins with "./" or "../"',
  name: "the name of a type that the module exports",
  version: "a range of versions of the package",
};

/** A package with or without a subpath, or a path; no text that would end an import. */
const specifier =
  /^(?:\.{1,2}\/[\w@.~+$/-]+|(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*(?:\/[\w@.~+$-]+)*)$/;

const tests: Readonly<Record<Member, (text: string) => boolean>> = {
  import: (text) => specifier.test(text),
  name: isIdentifierName,
  version: (text) => text.trim() !== "",
};

/** `{ "import": "@example/money", "name": "Money", "version": "^1.0.0" }` */
function importType(use: KeywordUse, { annotations }: Lowering): void {
  const value = readObject(use, "an object with import and name");
  if (!value) return;
  const isKnown = reportUnknownMembers(use, value);
  const module = readMember(use, value, "import");
  const name = readMember(use, value, "name");
  const version = memberOf(value, "version") === undefined ? undefined : readMember(use, value, "version");
  if (!isKnown || module === undefined || name === undefined) return;
  annotations.typescriptType = { module, name, ...(version === undefined ? {} : { version }) };
}

function readMember(use: KeywordUse, value: JsonObject, member: Member): string | undefined {
  const found = memberOf(value, member);
  if (typeof found === "string" && tests[member](found)) return found;
  const stands = found === undefined ? "it is missing" : `here stands ${showValue(found)}`;
  use.report(
    "keyword-invalid",
    `The member ${member} of ${use.name} must be ${expected[member]}, but ${stands}.`,
    `Write ${expected[member]}.`,
    found === undefined ? [] : [member],
  );
  return undefined;
}

function reportUnknownMembers(use: KeywordUse, value: JsonObject): boolean {
  const unknown = Object.keys(value).filter((key) => !members.some((member) => member === key));
  for (const key of unknown) {
    const [near] = nearest(key, members);
    use.report(
      "keyword-invalid",
      `${use.name} has no member ${showValue(key)}.`,
      near === undefined ? `Use ${members.join(", ")}.` : `Did you mean "${near}"?`,
      [key],
    );
  }
  return unknown.length === 0;
}
