import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFunctions } from "./format-functions.js";

const formats = Object.entries(formatFunctions);

// What a scanner might read over and over.
const parts = "a 1 - . : / % { [ ~ \\ @ ( é \u200c א \ud800 a. a- 1: é. %4 {a a, ~0 \\a ب\u200c :: ()".split(
  " ",
);

// What leads a scanner there, and what makes it fail in the end.
const frames = [
  ["", ""],
  ["", "!"],
  ['"', '"@a'],
  ['"a@', ""],
  ["a@", "."],
  ["a:", "\\"],
  ["a://", "@["],
  ["a://[", "]"],
  ["{", "}"],
  ["P", "!"],
  ["12:00:00.", "Z"],
  ["0/", "~"],
  ["xn--", ""],
  ["?", "\n"],
] as const;

describe.each(formats)("a text that is made to keep %s busy", (_, decide) => {
  it.each(frames)("is decided between %j and %j", (start, end) => {
    const texts = parts.map((part) => start + part.repeat(100_000 / part.length) + end);
    expect(texts.filter((text) => typeof decide(text) !== "boolean")).toEqual([]);
  });

  // Where an engine remembers each step of a repetition, it throws.
  it.each(["a", ".a", "%41"])("is decided where %s makes up 9,000,000 characters", (part) => {
    expect(decide(part.repeat(9_000_000 / part.length))).toBeTypeOf("boolean");
  });
});

describe("any text", () => {
  it.each(formats)("is decided as %s, twice the same", (_, decide) => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, (each) => typeof decide(each) === "boolean" && decide(each) === decide(each)),
    );
  });
});
