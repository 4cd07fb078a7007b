import { $RefParser, ResolverError } from "@apidevtools/json-schema-ref-parser";
import { unreadable } from "./failure.js";
import { RetrievalError, httpResolver } from "./http-resolver.js";
import { parseText } from "./parse-text.js";
import type { Parsed, Retrieved } from "./parsed.js";

/**
 * Reads and parses the one document at an address, with ref-parser, and follows no reference: its `parse` method never does, and
 * what it gets from our parser is no schema in which it could look for identifiers.
 */
export async function retrieveRemote(address: string, hosts: readonly string[]): Promise<Retrieved> {
  try {
    return { parsed: await $RefParser.parse<Parsed>(address, parserOptions(hosts)) };
  } catch (error) {
    // Anything else is a bug, of ours or of the library.
    if (!(error instanceof ResolverError)) throw error;
    const help = "Correct the address, or give the document as a file.";
    return {
      failure: error instanceof RetrievalError ? error.failure : unreadable(`${error.message}.`, help),
    };
  }
}

function parserOptions(hosts: readonly string[]) {
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
