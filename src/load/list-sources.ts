import { fileURLToPath } from "node:url";
import type { ResolvedInput } from "../config/config.js";
import { isAbsoluteUri } from "../uri.js";
import type { Documents } from "./documents.js";

/**
 * What an input is made from: absolute paths of files, and URLs; also of those that could not be read, since they may appear.
 * Each once, sorted. What was given as a value is not among them.
 */
export function listSources(
  { documents, unavailable }: Documents,
  { overlays, extensions, package: options }: ResolvedInput,
): readonly string[] {
  const read = [...documents.values()].flatMap(({ uri, source }) => (source ? [uri] : []));
  const uris = [...read, ...unavailable.keys(), ...overlays.filter((overlay) => typeof overlay === "string")];
  const modules = extensions ? [extensions.module] : [];
  const licenses = options?.licenseFile === undefined ? [] : [options.licenseFile];
  const sources = [...uris.map(toPath), ...modules, ...licenses].filter((source) => source !== undefined);
  return [...new Set(sources)].sort();
}

/** The path of a file, or the URL of what is no file; undefined for a URI that nothing is read from. */
function toPath(uri: string): string | undefined {
  if (/^https?:/i.test(uri)) return uri;
  if (!/^file:/i.test(uri)) return isAbsoluteUri(uri) && !/^[a-z]:/i.test(uri) ? undefined : uri;
  try {
    return fileURLToPath(uri);
  } catch {
    // Of another host, say: nothing on this machine that could change.
    return undefined;
  }
}
