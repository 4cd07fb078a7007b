import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printSarif } from "../../src/cli/print-sarif.js";
import { diagnose, type Diagnostic } from "../../src/diagnostic.js";
import { sarifSchema } from "./sarif-schema.js";

const ajv = new Ajv({ allErrors: true });
ajv.addFormat("uri", /^[a-z][a-z\d+.-]*:[^\s"<>\\^`{|}]+$/i);
ajv.addFormat("uri-reference", /^[^\s"<>\\^`{|}]*$/);
const validate = ajv.compile(sarifSchema);

const error = diagnose("document-syntax", "An error.", "Mend it.", {
  uri: "file:///repository/packages/one/a%20b.json",
  pointer: "/a/b",
  file: "a b.json",
  line: 3,
  column: 5,
});
const folders = { cwd: "/repository/packages/one", workspace: "/repository" };

interface Location {
  readonly physicalLocation: { readonly artifactLocation: object; readonly region?: object };
  readonly logicalLocations?: readonly object[];
}

interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations?: readonly Location[];
  }[];
}

/** The run of a log that is SARIF. */
function print(...diagnostics: readonly Diagnostic[]): Run {
  const log = JSON.parse(JSON.stringify(printSarif(diagnostics, folders)));
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  return log.runs[0];
}

function locate(place: Diagnostic["place"]): Location | undefined {
  return print({ ...error, ...(place && { place }) }).results[0]?.locations?.[0];
}

describe("printSarif", () => {
  it("names the tool, and describes each rule that is broken once", () => {
    const note = diagnose("type-inferred", "A note.", "Leave it.");
    const { tool, results } = print(error, note, { ...error, message: "Another." });
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(tool.driver.version).toBe(version);
    expect(tool.driver.rules).toEqual([
      {
        id: "document-syntax",
        shortDescription: { text: "The text is not JSON, not YAML, or not UTF-8." },
        fullDescription: { text: "The text is not JSON, not YAML, or not UTF-8." },
        help: { text: "Correct it where the code frame points." },
        defaultConfiguration: { level: "error" },
      },
      expect.objectContaining({ id: "type-inferred", defaultConfiguration: { level: "note" } }),
    ]);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ["document-syntax", 0, "error"],
      ["type-inferred", 1, "note"],
      ["document-syntax", 0, "error"],
    ]);
    expect(results[0]?.message).toEqual({ text: "An error. Mend it." });
    expect(results[1]).not.toHaveProperty("locations");
  });

  it("names a file from the root of the repository, with line, column and pointer", () => {
    expect(locate(error.place)).toEqual({
      physicalLocation: {
        artifactLocation: { uri: "packages/one/a%20b.json", uriBaseId: "%SRCROOT%" },
        region: { startLine: 3, startColumn: 5 },
      },
      logicalLocations: [{ fullyQualifiedName: "/a/b" }],
    });
  });

  it("names what lies outside, and what is no file, by its URI", () => {
    expect(locate({ uri: "file:///elsewhere/a.json", pointer: "" })).toEqual({
      physicalLocation: { artifactLocation: { uri: "file:///elsewhere/a.json" } },
    });
    const address = "https://example.com/a.json";
    expect(locate({ uri: address, pointer: "", file: address, line: 2 })).toEqual({
      physicalLocation: { artifactLocation: { uri: address }, region: { startLine: 2 } },
    });
  });

  it("has a log without results where there is nothing to tell", () => {
    expect(print()).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
  });

  it("would find what SARIF has no name for", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { title: "Schemist" } } }] })).toBe(false);
  });
});
