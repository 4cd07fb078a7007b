import { describe, expect, it } from "vitest";
import { findSlowText } from "../../src/facts/slow-patterns.js";

describe("a pattern that backtracks without end", () => {
  it.for<[pattern: string, repeated: string, ending: string]>([
    ["(a+)+$", "a", "!"],
    ["^(a+)+$", "a", "!"],
    ["(a|a)*$", "aa", "!"],
    ["(.*)*x", "a", "!"],
    ["([^]*)*x", "a", "!"],
    [String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`, "aa", "!"],
    ["^(a|aa)+$", "aaa", "!"],
    ["^(a?b?)*$", "ba", "!"],
    [String.raw`^(\w+\s?)*$`, "a", "!"],
    [String.raw`^(\d{1,3})*$`, "00", "!"],
    [String.raw`^([a-z]{1,64}-?)+$`, "a", "!"],
    ["^(.*a){25}$", "aa", "!"],
    ["^(?:x|(?:a|b|ab)*)$", "aba", "!"],
    ["(?=(a+)+b)c", "a", "!"],
    [
      String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`,
      "a",
      "!",
    ],
    [String.raw`^(([^<>()[\]\\.,;:\s@"]+)*)@x$`, "a", "!"],
    ["^(\u{1f600}|\\u{1F600})*$", "\u{1f600}\u{1f600}", "!"],
  ])("is %s", ([source, repeated, ending]) => {
    expect(findSlowText({ source, flags: "u" })).toEqual({ repeated, ending });
  });

  it("may lie in one that compiles only without Unicode rules", () => {
    expect(findSlowText({ source: String.raw`^(\-+)+{$`, flags: "" })).toEqual({
      repeated: "-",
      ending: "!",
    });
  });
});

const dateTime = String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`;
const version = String.raw`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`;
const host = String.raw`^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$`;
const url = String.raw`^https?:\/\/(www\.)?[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b([-a-zA-Z0-9()@:%_+.~#?&//=]*)$`;
const address = String.raw`^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$`;

describe("a pattern that does not", () => {
  it.for<[string, string]>([
    ["a date", dateTime],
    ["an email", String.raw`^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$`],
    ["a loose email", String.raw`^[^@\s]+@[^@\s]+\.[^@\s]+$`],
    ["a UUID", "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"],
    ["a semantic version", version],
    ["a URL", url],
    ["a host name", host],
    ["an IPv4 address", address],
    ["base64", "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"],
    ["a list", "^([a-z]+,)*[a-z]+$"],
    ["words with separators", "^[a-z]+(-[a-z]+)*$"],
    ["a path", "^(/[^/]+)*/?$"],
    ["blocks of one length", "^([a-f]{32})*$"],
    ["what nothing stands behind", "^(a+)+"],
    ["what anything may stand behind", "^(a+)+[^]*$"],
    ["what anything may stand behind at a word's end", String.raw`^(a+)+\b[^]*$`],
    ["words told apart by their boundaries", String.raw`^(\b\w+\b)*$`],
    ["repetitions side by side, which take polynomial time", "^a*a*$"],
    ["a repetition of what may be empty", "^(a?)*$"],
    ["a text in quotes", String.raw`^"([^"\\]|\\.)*"$`],
    ["letters of any script", String.raw`^\p{L}+(\p{Zs}\p{L}+)*$`],
    ["a lookahead at each step", String.raw`^(?:(?!\*/).)*$`],
    ["a tag repeated by reference", String.raw`^(a+)(\1)+$`],
    ["few times", "^(.*a){2}$"],
    ["what can never match", "^([]|a)*$"],
    ["braces that stand for themselves", String.raw`^\{\{([^}]|\}[^}])*\}\}$`],
  ])("is %s", ([, source]) => {
    expect(findSlowText({ source, flags: "u" })).toBeUndefined();
  });

  it("is not judged where it is too large, in bounded time", () => {
    for (const source of [
      "^((((a{19}){19}){19}){19})*$",
      "^((){1000000})*$",
      `^(${"(a|b|c)?".repeat(150)})*$`,
      `${"(".repeat(60)}a${")+".repeat(60)}$`,
    ])
      expect(findSlowText({ source, flags: "u" })).toBeUndefined();
  }, 30_000);
});
