import type { Document, YAMLError } from "yaml";
import type { JsonValue } from "../json.js";
import { composeYaml, deepestYaml } from "./compose-yaml.js";
import { describeNonJson } from "./describe-non-json.js";
import type { Parsed, Problem } from "./parsed.js";
import { findNodeOffsets } from "./yaml-positions.js";

/** Parses one YAML document to a JSON value; what JSON cannot hold is a problem. Nesting is bounded. */
export function parseYaml(text: string): Parsed {
  const composed = composeYaml(text);
  if (composed.kind === "too-deep") return withoutValue(text, [tooDeep(composed.offset)]);
  const [document, second] = composed.documents;
  const errors = composed.documents.flatMap(({ errors }) => errors.map(describeError));
  if (second) errors.push(problemAt("only one document may stand in a file", second.range[0]));
  if (!document?.contents) errors.push(problemAt("the file holds no value", undefined));
  if (!document || errors.length > 0) return withoutValue(text, errors);
  return convert(text, document);
}

function convert(text: string, document: Document.Parsed): Parsed {
  let value: unknown;
  try {
    // Aliases are counted by findNonJson: the library's own count refuses a hundred uses of one anchor.
    value = document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    // Unknown anchors and merges of what is no map come to light only here, and without a place.
    return withoutValue(text, [problemAt((error as Error).message, undefined)]);
  }
  const problems = describeNonJson(value, (wanted) => findNodeOffsets(document, wanted));
  if (problems.length > 0) return withoutValue(text, problems);
  return {
    text,
    syntax: "yaml",
    value: value as JsonValue,
    problems: document.warnings.map(describeWarning),
  };
}

function withoutValue(text: string, problems: readonly Problem[]): Parsed {
  return { text, syntax: "yaml", value: undefined, problems };
}

function describeError(error: YAMLError): Problem {
  return problemAt(error.message, error.pos[0]);
}

function problemAt(detail: string, offset: number | undefined): Problem {
  return {
    code: "document-syntax",
    message: `This is not YAML that can be read: ${detail}.`,
    help: "Correct the YAML here.",
    offset,
  };
}

function describeWarning(warning: YAMLError): Problem {
  return {
    code: "document-doubtful",
    message: `This YAML is read as if it were plain: ${warning.message}.`,
    help: "Write it with the tags of YAML 1.2's core schema.",
    offset: warning.pos[0],
  };
}

function tooDeep(offset: number): Problem {
  return {
    code: "document-too-deep",
    message: `This YAML nests deeper than ${deepestYaml} levels.`,
    help: "Convert the document to JSON, which is read to any depth.",
    offset,
  };
}
