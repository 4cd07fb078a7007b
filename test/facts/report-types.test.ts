import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { readReports } from "./read-reports.js";

describe("a member of an enum that the type excludes", () => {
  it("is a warning at the member", () => {
    expect(proveDocuments({ type: "string", enum: ["a", 1, "b"] }).diagnostics).toEqual([
      {
        code: "enum-member-refused",
        severity: "warning",
        message: "The type beside this enum excludes 1, so no instance has this value.",
        help: "Take the value out, or admit its type.",
        place: { uri: root, pointer: "/enum/1" },
      },
    ]);
  });

  it.for<[string, { given: JsonValue; want: readonly string[] }]>([
    ["each for itself", { given: { type: "integer", enum: [1, 1.5, null] }, want: ["/enum/1", "/enum/2"] }],
    [
      "where a reference states the type",
      {
        given: { $ref: "#/$defs/a", enum: ["a", null], $defs: { a: { type: "string" } } },
        want: ["/enum/1"],
      },
    ],
    ["not where the type admits it", { given: { type: ["string", "null"], enum: ["a", null] }, want: [] }],
    ["not where 1.0 is an integer", { given: { type: "integer", enum: [1.0, 2] }, want: [] }],
    [
      "not where another schema narrows the enum on purpose",
      { given: { allOf: [{ enum: ["a", null] }, { type: "string" }] }, want: [] },
    ],
    [
      "not where the schema refuses all, which is told",
      { given: { type: "string", enum: [1, 2] }, want: [] },
    ],
  ])("is reported %s", ([, { given, want }]) => {
    const reports = readReports(given, ["enum-member-refused"]);
    expect(reports.map((report) => report.split(":")[0])).toEqual(want);
  });
});

describe("a format of strings where no string is left", () => {
  it("is a warning at the format", () => {
    expect(proveDocuments({ type: "integer", format: "date-time" }).diagnostics).toEqual([
      {
        code: "format-without-string",
        severity: "warning",
        message:
          'The format "date-time" is about strings, and no string meets this schema, so it checks nothing.',
        help: 'Leave the format out, or admit the type "string".',
        place: { uri: root, pointer: "/format" },
      },
    ]);
  });

  it.for<[string, JsonValue]>([
    ["strings are admitted", { type: ["string", "null"], format: "date" }],
    ["nothing is stated of types", { format: "date" }],
    ["the format is not the specification's", { type: "integer", format: "int64" }],
    ["a sibling excludes strings", { allOf: [{ type: "integer" }, { format: "date" }] }],
    ["nothing at all meets the schema, which is told", { type: "integer", const: "a", format: "date" }],
  ])("is none where %s", ([, schema]) => {
    expect(readReports(schema, ["format-without-string"])).toEqual([]);
  });
});
