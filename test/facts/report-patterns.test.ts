import { describe, expect, it } from "vitest";
import { root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { readReports } from "./read-reports.js";

describe("a pattern that takes exponential time", () => {
  it("is a warning at the pattern, with a text as an example", () => {
    expect(proveDocuments({ pattern: "^(a+)+$" }).diagnostics).toEqual([
      {
        code: "pattern-slow",
        severity: "warning",
        message:
          'The pattern "^(a+)+$" takes exponential time: it reads "a" again and again in more and more ways, and tries each before it refuses "!" behind it.',
        help: "Let it read each text in one way only: repeat nothing that is repeated itself, and no choice of what may begin alike.",
        place: { uri: root, pointer: "/pattern" },
      },
    ]);
  });

  it("is reported among patternProperties too, and each pattern once", () => {
    const given = {
      patternProperties: { "^(a+)+$": {}, "^(b*)*/$": {} },
      properties: { c: { pattern: "^(a+)+$" }, d: { pattern: "^(b*)*/$" }, e: { pattern: "^c+$" } },
    };
    const reports = readReports(given, ["pattern-slow"]);
    expect(reports.map((report) => report.split(": ")[0])).toEqual([
      "/patternProperties/^(a+)+$",
      "/patternProperties/^(b*)*~1$",
    ]);
  });

  it("is none where a pattern takes linear or polynomial time", () => {
    const given = { pattern: String.raw`^\s*\S+\s*$`, patternProperties: { "^x-": {} } };
    expect(readReports(given, ["pattern-slow"])).toEqual([]);
  });
});
