import { basename, posix } from "node:path";
import type { PackageOptions } from "../../config/config.js";
import { memberOf } from "../../json.js";
import { type PlannedInput, stemOf, takeName } from "./planned-input.js";
import type { Project } from "./read-project.js";
import { type FoundDocument, textOf } from "./recognise-document.js";
import type { Relations } from "./relate-documents.js";

/** What was decided of the documents that were found, by the user or by default. */
export interface Choices {
  readonly documents: readonly FoundDocument[];
  /** The folder that holds all outputs. */
  readonly folder: string;
  /** Whether each output is a package, or sources. */
  readonly isPackage: boolean;
}

/** Documents that become one input, and how the config names them. */
interface Group {
  readonly schema: string;
  readonly stem: string;
  readonly documents: readonly FoundDocument[];
}

/**
 * An input for each document; schemas of one folder that a glob names, and nothing else, are one input, so that what
 * they share is generated once. `files` are all files of the project, `taken` the outputs that other inputs have.
 */
export function planInputs(
  { documents, folder, isPackage }: Choices,
  { listNeeded }: Relations,
  project: Project,
  files: readonly string[],
  taken: Set<string>,
): readonly PlannedInput[] {
  return groupDocuments(documents, files).map(({ schema, stem, documents: members }) => {
    const proposed = [stem, nameWithFolder(schema, stem)].map((name) => posix.join(folder, name));
    const output = takeName(proposed, taken);
    const needed = listNeeded(members);
    return {
      input: {
        schema,
        ...(needed.length > 0 && { documents: needed }),
        output,
        ...(isPackage && { package: namePackage(posix.basename(output), project) }),
      },
      remarks: needed.length > 0 ? ["`documents` are those that references name by `$id`."] : [],
    };
  });
}

function groupDocuments(documents: readonly FoundDocument[], files: readonly string[]): readonly Group[] {
  const globs = new Map<string, FoundDocument[]>();
  for (const document of documents) {
    if (document.kind !== "JSON Schema") continue;
    const glob = globOf(document.path);
    globs.set(glob, [...(globs.get(glob) ?? []), document]);
  }
  const groups = documents.map((document): Group => {
    const glob = globOf(document.path);
    const members = globs.get(glob) ?? [];
    const isOne = document.kind === "JSON Schema" && members.length > 1 && namesThese(glob, members, files);
    return isOne
      ? { schema: glob, stem: basename(posix.dirname(glob)), documents: members }
      : { schema: document.path, stem: stemOf(document.path), documents: [document] };
  });
  return [...new Map(groups.map((group) => [group.schema, group])).values()];
}

/** `schemas/*.schema.json` for each schema with that ending in that folder. */
function globOf(path: string): string {
  const [ending = ""] = /(\.schema)?\.\w+$/.exec(path) ?? [];
  return posix.join(posix.dirname(path), `*${ending}`);
}

function namesThese(glob: string, members: readonly FoundDocument[], files: readonly string[]): boolean {
  // A folder with signs of globs in its name would need them escaped, and the root has no name for an output.
  if (/[()[\]{}!?]/.test(glob) || !glob.includes("/")) return false;
  const ending = glob.slice(glob.lastIndexOf("*") + 1);
  const named = files.filter((file) => posix.dirname(file) === posix.dirname(glob) && file.endsWith(ending));
  return named.length === members.length;
}

/** `api/v1/event.json` → `api-v1-event`. */
function nameWithFolder(schema: string, stem: string): string {
  const folders = posix
    .dirname(schema)
    .split("/")
    .filter((part) => part !== ".");
  return [...folders, ...(schema.includes("*") ? [] : [stem])].join("-");
}

/** In the scope of the project, or with its name before. */
function namePackage(name: string, { manifest }: Project): PackageOptions {
  const project = manifest ? textOf(manifest.value, "name") : "";
  const [, scope] = /^(@[^/]+\/)/.exec(project) ?? [];
  const plain =
    name
      .toLowerCase()
      .replaceAll(/[^a-z\d._-]+/g, "-")
      .replace(/^[._-]+/, "") || "schemas";
  const license = manifest && memberOf(manifest.value, "license");
  return {
    name: scope ? `${scope}${plain}` : [project, plain].filter((part) => part !== "").join("-"),
    version: "0.1.0",
    ...(typeof license === "string" && { license }),
  };
}
