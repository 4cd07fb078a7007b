import programManifest from "../../package.json?raw";
import { isJsonObject, memberOf } from "../json.js";
import type { JsonValue } from "../json.js";
import type { PackageContext } from "./package-context.js";

/** The file that says which files are ours. */
export const manifestPath = "schemist.manifest.json";

/** What the output is made by and from, the names that were given, and the paths of all files, this one among them. */
export function createManifest({ documents, names }: PackageContext, paths: readonly string[]): JsonValue {
  return {
    generator: "schemist",
    version: readVersion(),
    inputs: documents.map(({ file, digest }) => ({ file, digest })),
    names: names.published,
    files: [...paths, manifestPath].sort(),
  };
}

function readVersion(): string {
  const program: unknown = JSON.parse(programManifest);
  const version = isJsonObject(program) ? memberOf(program, "version") : undefined;
  return typeof version === "string" ? version : "";
}
