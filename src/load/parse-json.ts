import type { JsonValue } from "../json.js";
import { loadJsonc } from "../libraries.js";
import { describeNonJson } from "./describe-non-json.js";
import { findJsonOffsets } from "./json-positions.js";
import type { Parsed, Problem } from "./parsed.js";

/**
 * Parses JSON to any depth, as fast as the platform can; only a text that is not JSON is read again, for all of its
 * errors and their places.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function parseJson(text: string): Parsed {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { text, syntax: "json", value: undefined, problems: findJsonErrors(text, error as SyntaxError) };
  }
  const problems = hugeNumber.test(text)
    ? describeNonJson(value, (wanted) => findJsonOffsets(text, wanted))
    : [];
  return { text, syntax: "json", value: problems.length > 0 ? undefined : value, problems };
}

/** Finds what may be a number that `JSON.parse` makes infinite; few texts have such, and only those are walked. */
const hugeNumber = /\d[eE]\+?\d{3}|\d{309}/;

function findJsonErrors(text: string, parseError: SyntaxError): Problem[] {
  const { printParseErrorCode, visit } = loadJsonc();
  const problems = new Map<number, Problem>();
  try {
    visit(
      text,
      {
        onError: (code, offset) => {
          const detail = details[printParseErrorCode(code)] ?? "this is not understood";
          // What follows from the first error at an offset says nothing new.
          if (!problems.has(offset)) problems.set(offset, jsonProblem(detail, offset));
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    // The visitor is recursive; the platform's own error stands in where the nesting is too deep for it.
    if (!(error instanceof RangeError)) throw error;
  }
  return problems.size > 0 ? [...problems.values()] : [platformProblem(parseError)];
}

function platformProblem({ message }: SyntaxError): Problem {
  const position = /\bposition (\d+)/.exec(message)?.[1];
  return jsonProblem(message, position === undefined ? undefined : Number(position));
}

function jsonProblem(detail: string, offset: number | undefined): Problem {
  return {
    code: "document-syntax",
    message: `This is not JSON: ${detail}.`,
    help: "Correct the JSON here.",
    offset,
  };
}

/** By the name that jsonc-parser gives an error. */
const details: Readonly<Record<string, string>> = {
  InvalidSymbol: "neither a value nor a sign stands here",
  InvalidNumberFormat: "the number is malformed",
  PropertyNameExpected: "a name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing brace is expected",
  CloseBracketExpected: "a closing bracket is expected",
  EndOfFileExpected: "nothing may follow the value",
  InvalidCommentToken: "it has no comments",
  UnexpectedEndOfComment: "it has no comments",
  UnexpectedEndOfString: "the string is not closed",
  UnexpectedEndOfNumber: "the number is not finished",
  InvalidUnicode: "`\\u` wants four hexadecimal digits",
  InvalidEscapeCharacter: "there is no such escape",
  InvalidCharacter: "control characters in strings must be escaped",
};
