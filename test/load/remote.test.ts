import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { load } from "../../src/load/load.js";
import { resolvedInput } from "./resolved-input.js";

interface Answer {
  readonly status?: number;
  readonly location?: string;
  readonly body?: string;
}

/** A server of our own, on this machine, for as long as the test lasts; its host with port. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<{ host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { status = 200, location, body = "" } = answers[request.url ?? ""] ?? { status: 404 };
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function loadFrom(schema: string, remote: readonly string[] | false, missing: readonly string[] = []) {
  const { value, diagnostics } = await load(resolvedInput("/nowhere", { schema, remote }), () => missing);
  return { ...value, messages: diagnostics.map(({ code, message, help }) => [code, message, help]) };
}

describe("an address", () => {
  it("is read where its host is named, by what it holds", async () => {
    const { host } = await serve({
      "/a": { body: "type: string" },
      "/b.json?v=1": { body: '{"type":"null"}' },
    });
    const { documents, roots } = await loadFrom(`http://${host}/a#/x`, [host], [`http://${host}/b.json?v=1`]);
    expect(roots).toEqual([{ uri: `http://${host}/a`, pointer: "/x" }]);
    expect([...documents.values()].map(({ value, source }) => [value, source?.file, source?.syntax])).toEqual(
      [
        [{ type: "string" }, `http://${host}/a`, "yaml"],
        [{ type: "null" }, `http://${host}/b.json?v=1`, "json"],
      ],
    );
  });

  it.each<{ remote: false | string[] }>([
    { remote: false },
    { remote: [] },
    { remote: ["127.0.0.1"] },
    { remote: ["example.com"] },
  ])("is not asked with %j", async ({ remote }) => {
    const { host, asked } = await serve({ "/a": { body: "{}" } });
    const { messages } = await loadFrom(`http://${host}/a`, remote);
    expect(messages).toEqual([
      [
        "remote-not-allowed",
        `http://${host}/a cannot be read: The host ${host} is not among those that may be read.`,
        `Add "${host}" to \`remote\`, or give the document under \`documents\`.`,
      ],
    ]);
    expect(asked).toEqual([]);
  });

  it("may redirect to a host that is named", async () => {
    const there = await serve({ "/b": { body: "{}" } });
    const here = await serve({ "/a": { status: 302, location: `http://${there.host}/b` } });
    const { documents } = await loadFrom(`http://${here.host}/a`, [here.host, there.host]);
    expect([...documents.keys()]).toEqual([`http://${here.host}/a`]);
  });

  it("may not redirect to another", async () => {
    const there = await serve({ "/b": { body: "{}" } });
    const here = await serve({ "/a": { status: 301, location: `http://${there.host}/b` } });
    const { messages } = await loadFrom(`http://${here.host}/a`, [here.host]);
    expect(messages).toEqual([
      [
        "remote-not-allowed",
        `http://${here.host}/a cannot be read: The host ${there.host} is not among those that may be read.`,
        `Add "${there.host}" to \`remote\`, or give the document under \`documents\`.`,
      ],
    ]);
    expect(there.asked).toEqual([]);
  });

  it("may not redirect to a file", async () => {
    const { host } = await serve({ "/a": { status: 302, location: "file:///etc/hostname" } });
    const { messages } = await loadFrom(`http://${host}/a`, [host, ""]);
    const message = `http://${host}/a cannot be read: Nothing can be read from file:///etc/hostname.`;
    expect(messages).toEqual([["document-unreadable", message, "Give the document under `documents`."]]);
  });

  it("may not redirect without end", async () => {
    const { host, asked } = await serve({ "/a": { status: 307, location: "/a" } });
    const { messages } = await loadFrom(`http://${host}/a`, [host]);
    expect(messages[0]?.[1]).toBe(`http://${host}/a cannot be read: It redirects more than 5 times.`);
    expect(asked).toHaveLength(6);
  });

  it("is unreadable where the server refuses", async () => {
    const { host } = await serve({});
    const { messages, unavailable } = await loadFrom(`http://${host}/a`, [host], [`http://${host}/b`]);
    expect(messages).toEqual([
      [
        "document-unreadable",
        `http://${host}/a cannot be read: The server answers with status 404.`,
        "Correct the address, or give the document as a file.",
      ],
    ]);
    expect([...unavailable.values()]).toEqual(Array(2).fill("The server answers with status 404."));
  });

  it("is unreadable where nobody answers", async () => {
    const { messages } = await loadFrom("http://127.0.0.1:1/a", ["127.0.0.1:1"]);
    expect(messages[0]?.[1]).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/a cannot be read: The connection failed: .+\.$/,
    );
  });

  it("is not asked for a lookup that has the document", async () => {
    const { host, asked } = await serve({ "/a": { body: "{}" } });
    const documents = () => ({ title: "value" });
    const input = resolvedInput("/nowhere", { schema: `http://${host}/a`, remote: [host], documents });
    const { value } = await load(input, () => []);
    expect(value.documents.get(`http://${host}/a`)?.value).toEqual({ title: "value" });
    expect(asked).toEqual([]);
  });
});
