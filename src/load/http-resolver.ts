import { ResolverError } from "@apidevtools/json-schema-ref-parser";
import { resolveUri } from "../uri.js";
import type { Failure } from "./failure.js";
import { unreadable } from "./failure.js";
import { refuseAddress } from "./refuse-address.js";

/** Carries a failure through ref-parser, which passes errors of this class on as they are. */
export class RetrievalError extends ResolverError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(new Error(failure.reason));
    this.failure = failure;
  }
}

const mostRedirects = 5;

const patience = 60_000;

/**
 * Reads http and https addresses of the hosts given, in place of ref-parser's own resolver, which follows redirects to
 * any host.
 */
export function httpResolver(hosts: readonly string[]) {
  return {
    order: 1,
    canRead: /^https?:/i,
    read: ({ url }: { readonly url: string }) => fetchBytes(url, hosts),
  };
}

async function fetchBytes(address: string, hosts: readonly string[]): Promise<Buffer> {
  let current = address;
  for (let requests = 0; requests <= mostRedirects; requests++) {
    const refusal = refuseAddress(current, hosts);
    if (refusal) throw new RetrievalError(refusal);
    const response = await request(current);
    if (response.ok) return readBody(response);
    const location = response.headers.get("location") ?? undefined;
    if (response.status >= 400 || location === undefined) throw new RetrievalError(refusedBy(response));
    current = resolveUri(current, location);
  }
  const help = "Name the address that the document is at in the end.";
  throw new RetrievalError(unreadable(`It redirects more than ${mostRedirects} times.`, help));
}

async function request(address: string): Promise<Response> {
  try {
    return await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(patience) });
  } catch (error) {
    throw new RetrievalError(unreachable(error));
  }
}

async function readBody(response: Response): Promise<Buffer> {
  try {
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new RetrievalError(unreachable(error));
  }
}

function refusedBy({ status }: Response): Failure {
  return unreadable(
    `The server answers with status ${status}.`,
    "Correct the address, or give the document as a file.",
  );
}

/** `fetch` says only that it failed; why is in the cause. */
function unreachable(error: unknown): Failure {
  const { message, cause } = error as Error;
  const detail = cause instanceof Error ? cause.message : message;
  return unreadable(`The connection failed: ${detail}.`, "Try again, or give the document as a file.");
}
