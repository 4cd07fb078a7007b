import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { isJsonObject, memberOf } from "../json.js";
import { isOutputPath, manifestPath } from "./output-path.js";
import { placeOf } from "./place-of.js";

/** The paths that the text of a manifest lists as ours. A manifest that lists anything outside its folder gives none. */
export function parseManifest(output: string, text: string): Outcome<readonly string[]> {
  const files = readFileList(text);
  if (!files)
    return { value: [], diagnostics: [describeInvalid(output, "is not a manifest that Schemist wrote")] };
  const diagnostics = files
    .filter((path) => !isOutputPath(path))
    .map((path) => describeInvalid(output, `lists ${JSON.stringify(path)}, which is no path in this folder`));
  return { value: diagnostics.length === 0 ? files : [], diagnostics };
}

function readFileList(text: string): string[] | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    // No JSON, so no manifest: the caller reports it.
    return undefined;
  }
  const files = isJsonObject(manifest) ? memberOf(manifest, "files") : undefined;
  return Array.isArray(files) && files.every((path) => typeof path === "string") ? files : undefined;
}

function describeInvalid(output: string, problem: string): Diagnostic {
  return diagnose(
    "manifest-invalid",
    `\`${manifestPath}\` ${problem}.`,
    "Restore the manifest of the last run (either side of a merge conflict will do), or delete it together with the generated files.",
    placeOf(output, manifestPath),
  );
}
