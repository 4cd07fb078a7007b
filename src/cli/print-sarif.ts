import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import manifestText from "../../package.json?raw";
import type { Diagnostic, DiagnosticCode, Place } from "../diagnostic.js";
import { severities } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import { readRules, type Rule } from "./rules.js";
import { findFile } from "./show-path.js";
import type { Streams } from "./streams.js";

type Folders = Pick<Streams, "cwd" | "workspace">;

/**
 * The diagnostics as a log of one run, for code scanning and editors. Files are named from the root of the repository.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function printSarif(diagnostics: readonly Diagnostic[], folders: Folders): object {
  const rules = readRules();
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Schemist",
            version: readVersion(),
            rules: codes.map((code) => describeRule(code, rules.get(code))),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [rootId]: { description: { text: "The root of the repository." } } },
        results: diagnostics.map((diagnostic) => describeResult(diagnostic, codes, folders)),
      },
    ],
  };
}

/** What stands for the folder that relative paths start from. */
const rootId = "%SRCROOT%";

function readVersion(): string {
  const { version }: { version: string } = JSON.parse(manifestText);
  return version;
}

function describeRule(code: DiagnosticCode, rule: Rule | undefined): object {
  invariant(rule, `${code} is documented`);
  return {
    id: code,
    shortDescription: { text: rule.meaning },
    fullDescription: { text: rule.meaning },
    help: { text: rule.remedy },
    defaultConfiguration: { level: severities[code] },
  };
}

function describeResult(diagnostic: Diagnostic, codes: readonly DiagnosticCode[], folders: Folders): object {
  const { code, severity, message, help, place } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: `${message} ${help}` },
    ...(place && { locations: [describeLocation(place, folders)] }),
  };
}

function describeLocation(place: Place, folders: Folders): object {
  const { pointer, line, column } = place;
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return {
    physicalLocation: {
      artifactLocation: describeArtifact(place, folders),
      ...(line !== undefined && { region }),
    },
    ...(pointer !== "" && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

function describeArtifact(place: Place, folders: Folders): object {
  const file = findFile(place, folders);
  if (file === undefined) return { uri: place.uri };
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const uri = file.split(/[/\\]/).map(encodeURIComponent).join("/");
  return { uri, uriBaseId: rootId };
}
