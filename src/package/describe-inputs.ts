import { digestOf } from "../digest.js";
import type { JsonObject } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Document, Documents, ExtensionFile, Source } from "../load/documents.js";
import { lastSegmentOf } from "./last-segment.js";
import type { InputFile } from "./package-context.js";
import { printJson } from "./print-json.js";

/**
 * The files that an output is made from: the root schema's document first, then others, the overlays that changed them, and the
 * module of the user's where it becomes part of the output.
 */
export function describeInputs(
  { roots, documents }: Documents,
  extensions?: ExtensionFile,
): readonly InputFile[] {
  const rootUris = new Set(roots.map(({ uri }) => uri));
  const all = [...documents.values()];
  const sources = all.flatMap(({ patches }) => patches.flatMap(({ source }) => source ?? []));
  return [
    ...all.filter(({ uri }) => rootUris.has(uri)).map(describeDocument),
    ...sortByFile(all.filter(({ uri }) => !rootUris.has(uri)).map(describeDocument)),
    ...sortByFile([...new Set(sources)].map(describeSource)),
    ...(extensions ? [describeSource(extensions)] : []),
  ];
}

/** Documents come in the order in which they were read, which may differ from run to run. */
function sortByFile(files: InputFile[]): InputFile[] {
  return files.sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
}

function describeDocument({ uri, value, source }: Document): InputFile {
  const file = source
    ? describeSource(source)
    : { file: withoutMachinePath(uri), digest: digestText(printJson(value)) };
  const info = isJsonObject(value) ? memberOf(value, "info") : undefined;
  return isJsonObject(info) ? { ...file, about: readInfo(info) } : file;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#info-object */
function readInfo(info: JsonObject): NonNullable<InputFile["about"]> {
  const title = memberOf(info, "title");
  const description = memberOf(info, "description");
  return {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

function describeSource({ file, text }: Pick<Source, "file" | "text">): InputFile {
  return { file: withoutMachinePath(file), digest: digestText(text) };
}

/** Of a path or URI that only this machine knows, the last segment. */
function withoutMachinePath(file: string): string {
  return /^(file:|\/|[a-z]:[/\\])/i.test(file) ? lastSegmentOf(file) : file;
}

/** Checkouts differ in whether lines end in CRLF or LF. */
function digestText(text: string): string {
  return digestOf(text.replaceAll("\r\n", "\n"));
}
