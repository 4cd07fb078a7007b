import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A server that keeps what it is sent, as both tools want one for their remote cache. */
export interface CacheServer {
  readonly url: string;
  /** How many outputs it holds. */
  readonly size: () => number;
  close(): Promise<void>;
}

/**
 * Keeps each body under its path: `PUT` and `GET` of `/v8/artifacts/{hash}` (Turborepo) and of `/v1/cache/{hash}` (Nx).
 * Turborepo also asks whether caching is on, and reports what it used.
 */
export async function startCacheServer(): Promise<CacheServer> {
  const kept = new Map<string, Buffer>();
  const answer = async (request: IncomingMessage): Promise<readonly [number, string | Buffer]> => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    if (path.endsWith("/status")) return [200, JSON.stringify({ status: "enabled" })];
    if (request.method === "PUT") {
      kept.set(path, await buffer(request));
      return [200, "{}"];
    }
    if (request.method === "POST") return [200, "{}"];
    const found = kept.get(path);
    return found ? [200, found] : [404, ""];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => response.writeHead(status, { "content-length": body.length }).end(body),
      (error: unknown) => response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    size: () => kept.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
