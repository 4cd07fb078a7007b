import { fileURLToPath } from "node:url";
import { $RefParser, ResolverError } from "@apidevtools/json-schema-ref-parser";
import type { Failure } from "./failure.js";
import { unreadable } from "./failure.js";
import { RetrievalError, httpResolver } from "./http-resolver.js";
import { parseText } from "./parse-text.js";
import type { Parsed } from "./parsed.js";
import { refuseAddress } from "./refuse-address.js";

/** What may be read for an input. */
export interface Permissions {
  /** Whether files may be; a schema given as a value must not touch the disk. */
  readonly files: boolean;
  readonly hosts: readonly string[];
}

/** A document that was read, whatever it holds, or why it was not. */
export type Retrieved = { readonly parsed: Parsed } | { readonly failure: Failure };

/**
 * Reads and parses the one document at an absolute URI, with ref-parser, and follows no reference: its `parse` method
 * never does, and what it gets from our parser is no schema in which it could look for identifiers.
 */
export async function retrieve(uri: string, permissions: Permissions): Promise<Retrieved> {
  const failure = refuse(uri, permissions);
  if (failure) return { failure };
  try {
    return { parsed: await $RefParser.parse<Parsed>(addressOf(uri), parserOptions(permissions)) };
  } catch (error) {
    // Anything else is a bug, of ours or of the library.
    if (!(error instanceof ResolverError)) throw error;
    return { failure: error instanceof RetrievalError ? error.failure : explain(error) };
  }
}

/** A path for a file, since ref-parser would encode its URL once more. */
function addressOf(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    throw new ResolverError(error, uri);
  }
}

function parserOptions({ hosts }: Permissions) {
  const parse = ({ data, extension }: { data: string | Uint8Array; extension: string }) =>
    parseText(data, extension);
  return {
    parse: {
      json: false,
      yaml: false,
      text: false,
      binary: false,
      schemist: { allowEmpty: true, canParse: true, parse },
    },
    resolve: { http: httpResolver(hosts) },
  };
}

function refuse(uri: string, { files, hosts }: Permissions): Failure | undefined {
  if (!uri.startsWith("file:")) return refuseAddress(uri, hosts);
  if (files) return undefined;
  return unreadable(
    "No file is read for a schema that is given as a value.",
    "Give the document under `documents`.",
  );
}

function explain({ ioErrorCode = "", message }: ResolverError): Failure {
  return unreadable(reasons[ioErrorCode] ?? `${message}.`, "Correct the path, or make the file readable.");
}

/** By the system's code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  EISDIR: "It is a folder.",
  EACCES: "Its permissions forbid it.",
  EPERM: "Its permissions forbid it.",
};
