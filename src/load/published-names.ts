import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Surroundings } from "./documents.js";
import { locateAmong } from "./locate.js";
import { parseText } from "./parse-text.js";
import { diagnoseProblems } from "./diagnose-problems.js";
import { nameDocument } from "./read-document.js";

type Names = Surroundings["publishedNames"];

const help = "Restore the file as the last run wrote it, or delete it and let all names be given anew.";

/** The names that the manifest in the output folder holds; none where there is no manifest yet. */
export async function readPublishedNames(output: string, root: string): Promise<Outcome<Names>> {
  const path = join(output, "schemist.manifest.json");
  const uri = pathToFileURL(path).href;
  const file = nameDocument(uri, root);
  try {
    return parseManifest(await readFile(path), uri, file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { value: {}, diagnostics: [] };
    const place = { uri, pointer: "", file };
    return {
      value: {},
      diagnostics: [diagnose("manifest-invalid", `${file} cannot be read: ${message}.`, help, place)],
    };
  }
}

function parseManifest(data: Uint8Array, uri: string, file: string): Outcome<Names> {
  const { text, syntax, value, problems } = parseText(data, ".json");
  const source = { file, text, syntax };
  if (value === undefined) {
    const diagnostics = diagnoseProblems(problems, uri, source).map((diagnostic) => ({
      ...diagnostic,
      help,
    }));
    return { value: {}, diagnostics };
  }
  const checked = checkManifest(value, uri);
  const document = { uri, value, source, patches: [], dialect: undefined };
  return { ...checked, diagnostics: locateAmong(new Map([[uri, document]]), checked.diagnostics) };
}

function checkManifest(manifest: JsonValue, uri: string): Outcome<Names> {
  const report = (pointer: string, message: string): Outcome<Names> => {
    const diagnostics: Diagnostic[] = [diagnose("manifest-invalid", message, help, { uri, pointer })];
    return { value: {}, diagnostics };
  };
  if (!isJsonObject(manifest)) return report("", "The manifest must be an object.");
  const names = memberOf(manifest, "names") ?? {};
  const areNames = isJsonObject(names) && Object.values(names).every((name) => typeof name === "string");
  return areNames
    ? { value: names as Names, diagnostics: [] }
    : report("/names", "The manifest's `names` must be an object of strings.");
}
