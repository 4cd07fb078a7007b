import { basename, isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnose, type Diagnostic, type Place } from "../diagnostic.js";
import { isJsonObject } from "../json.js";
import { formatPointer } from "../pointer.js";
import { configRule } from "./config-rule.js";
import { findMistakes, type Mistake } from "./find-mistakes.js";

/**
 * Every mistake in a config, each as `config-invalid` with a pointer into it. `file` is where the config was read from;
 * undefined for a value that was given. Functions are not looked into.
 */
export function validateConfig(value: unknown, file: string | undefined): readonly Diagnostic[] {
  return findMistakes(withoutFunctions(value), configRule)
    .filter((mistake) => !isOnlyImporting(value, mistake))
    .map((mistake) => diagnose("config-invalid", mistake.message, mistake.help, placeOf(mistake, file)));
}

/** Where code imports schemas, there need be no input beside them. */
function isOnlyImporting(value: unknown, { path }: Mistake): boolean {
  if (!isJsonObject(value) || path.join() !== "inputs") return false;
  const { inputs, imports } = value;
  return imports !== undefined && Array.isArray(inputs) && inputs.length === 0;
}

/** A lookup of documents is a function, which no JSON Schema can describe: an empty record stands for it. */
function withoutFunctions(value: unknown): unknown {
  if (!isJsonObject(value) || !Array.isArray(value["inputs"])) return value;
  return { ...value, inputs: value["inputs"].map(withoutLookup) };
}

function withoutLookup(input: unknown): unknown {
  return isJsonObject(input) && typeof input["documents"] === "function"
    ? { ...input, documents: {} }
    : input;
}

function placeOf({ path }: Mistake, file: string | undefined): Place {
  if (file === undefined) return { uri: "config", pointer: formatPointer(path) };
  const inPackage = basename(file) === "package.json";
  const pointer = formatPointer(inPackage ? ["schemist", ...path] : path);
  return { uri: isAbsolute(file) ? pathToFileURL(file).href : file, pointer, file };
}
