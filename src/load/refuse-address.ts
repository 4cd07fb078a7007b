import type { Failure } from "./failure.js";
import { unreadable } from "./failure.js";

/**
 * Why an absolute URI may not be read over the network; undefined where it is an http or https address whose host is
 * one of `hosts`. A host is written with its port where that is not the scheme's own.
 */
export function refuseAddress(uri: string, hosts: readonly string[]): Failure | undefined {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    return unreadable(`Nothing can be read from ${uri}.`, "Give the document under `documents`.");
  }
  if (hosts.some((allowed) => allowed.toLowerCase() === url.host)) return undefined;
  return {
    code: "remote-not-allowed",
    reason: `The host ${url.host} is not among those that may be read.`,
    help: `Add "${url.host}" to \`remote\`, or give the document under \`documents\`.`,
  };
}
