import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Failure } from "./failure.js";
import { unreadable } from "./failure.js";
import { parseText } from "./parse-text.js";
import type { Retrieved } from "./parsed.js";
import { refuseAddress } from "./refuse-address.js";

/** What may be read for an input. */
export interface Permissions {
  /** Whether files may be; a schema given as a value must not touch the disk. */
  readonly files: boolean;
  readonly hosts: readonly string[];
}

/** Reads and parses the one document at an absolute URI, and follows no reference. */
export async function retrieve(uri: string, permissions: Permissions): Promise<Retrieved> {
  const failure = refuse(uri, permissions);
  if (failure) return { failure };
  if (uri.startsWith("file:")) return retrieveFile(uri);
  // What reads addresses takes longer to load than most files take to read.
  const { retrieveRemote } = await import("./retrieve-remote.js");
  return retrieveRemote(uri, permissions.hosts);
}

async function retrieveFile(uri: string): Promise<Retrieved> {
  try {
    const path = fileURLToPath(uri);
    return { parsed: parseText(await readFile(path), extensionOf(path)) };
  } catch (error) {
    // Anything else is a bug of ours.
    if (!isSystemError(error)) throw error;
    return { failure: explain(error) };
  }
}

function extensionOf(path: string): string {
  return /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? "";
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}

function refuse(uri: string, { files, hosts }: Permissions): Failure | undefined {
  if (!uri.startsWith("file:")) return refuseAddress(uri, hosts);
  if (files) return undefined;
  return unreadable(
    "No file is read for a schema that is given as a value.",
    "Give the document under `documents`.",
  );
}

function explain({ code = "", message }: NodeJS.ErrnoException): Failure {
  return unreadable(reasons[code] ?? `${message}.`, "Correct the path, or make the file readable.");
}

/** By the system's code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  EISDIR: "It is a folder.",
  EACCES: "Its permissions forbid it.",
  EPERM: "Its permissions forbid it.",
};
