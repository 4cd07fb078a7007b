import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { Parsed } from "./parsed.js";

/**
 * Parses what a file holds: JSON where `extension` is `.json`, YAML where it is `.yaml` or `.yml`, otherwise JSON if it
 * is that, else YAML. Where it is neither, the problems are those of the syntax that it looks like.
 */
export function parseText(data: string | Uint8Array, extension: string): Parsed {
  const text = decodeText(data);
  if (text === undefined) return notText;
  if (extension === ".json") return parseJson(text);
  if (extension === ".yaml" || extension === ".yml") return parseYaml(text);
  const json = parseJson(text);
  if (json.value !== undefined) return json;
  const yaml = parseYaml(text);
  return yaml.value === undefined && /^\s*[{[]/.test(text) ? json : yaml;
}

/** Undefined where the bytes are not UTF-8. A byte-order mark is no part of the text. */
function decodeText(data: string | Uint8Array): string | undefined {
  if (typeof data === "string") return data.replace(/^\uFEFF/, "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    // The failure is the answer: it throws for bytes that are no UTF-8, and for nothing else.
    return undefined;
  }
}

const notText: Parsed = {
  text: "",
  syntax: "json",
  value: undefined,
  problems: [
    {
      code: "document-syntax",
      message: "This is not text in UTF-8.",
      help: "Save the file in UTF-8.",
      offset: undefined,
    },
  ],
};
