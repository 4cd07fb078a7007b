import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { schemist } from "../../src/bundlers/vite.js";
import { changeUntil, createProject } from "./project.js";
import { ViteClient } from "./vite-client.js";

interface Served {
  readonly client: ViteClient;
  readonly fetchText: (path: string) => Promise<string>;
  /** Changes a file, and waits until the server has been told so. */
  readonly change: (path: string, text: string) => Promise<void>;
  readonly untilWatched: (path: string) => Promise<void>;
  /** What a browser asks for as it imports the schema. */
  readonly eventModule: string;
}

async function serve(root: string): Promise<Served> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { port: 0, host: "localhost" },
    plugins: [schemist()],
  });
  onTestFinished(() => server.close());
  const told = new Map<string, number>();
  server.watcher.on("change", (path, stats) => told.set(path, stats?.mtimeMs ?? 0));
  await server.listen();
  const address = server.httpServer?.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const fetchText = async (path: string): Promise<string> =>
    (await fetch(`http://localhost:${port}${path}`, { headers: { accept: "*/*" } })).text();
  const change = (path: string, text: string): Promise<void> => {
    const file = join(root, path);
    // An earlier change may be told of late.
    return changeUntil(root, path, text, () => (told.get(file) ?? 0) >= statSync(file).mtimeMs);
  };
  const untilWatched = (path: string): Promise<void> =>
    expect
      .poll(() => server.watcher.getWatched()[dirname(join(root, path))], { timeout: 100_000 })
      .toContain(basename(path));
  const [eventModule = ""] = /\/src\/event\.schema\.json[^"]*/.exec(await fetchText("/src/main.js")) ?? [];
  const client = await ViteClient.connect(server, port);
  return { client, fetchText, change, untilWatched, eventModule };
}

/** Waits for an update after which the module has the text; earlier updates may be of other files. */
async function untilUpdated({ client, fetchText }: Served, path: string, text: string): Promise<void> {
  do await client.next("update", "full-reload");
  while (!(await fetchText(path)).includes(text));
}

/** Waits until the plugin has everything loaded again, as the server itself does for the change of a file. */
async function untilReloaded(client: ViteClient): Promise<void> {
  for (;;) {
    const payload = await client.next("full-reload");
    if (payload.type === "full-reload" && payload.triggeredBy === undefined) return;
  }
}

const orderModule = "/generated/order/dist/guards.js";
const enumOf = (...values: readonly string[]): string =>
  JSON.stringify({ enum: values, $defs: { Id: { type: "integer" } } });

describe("a server of Vite", () => {
  it("updates an imported schema as a document changes that it refers to", async () => {
    const inputs = [{ schema: "schemas/order.json", output: "generated/order" }];
    const files = { "schemist.config.json": JSON.stringify({ inputs }) };
    const root = createProject({ ...files, "src/main.js": 'import "./event.schema.json?schemist";' });
    const served = await serve(root);
    const { client, fetchText, change, eventModule } = served;
    expect(await fetchText(eventModule)).toContain('"deleted"');
    await change("src/kinds.json", enumOf("created", "moved"));
    await untilUpdated(served, eventModule, '"moved"');
    await change("src/kinds.json", '{ "type": "objekt", "$defs": { "Id": true } }');
    await untilUpdated(served, eventModule, "keyword-invalid");
    await client.next("error");
    await change("src/kinds.json", enumOf("created", "renamed"));
    await untilUpdated(served, eventModule, '"renamed"');
  });

  it("generates an input again, and shows what is wrong with it", async () => {
    const root = createProject();
    const served = await serve(root);
    const { client, fetchText, change, untilWatched } = served;
    expect(await fetchText("/generated/order/dist/index.js")).toContain("guards.js");
    expect(await fetchText(orderModule)).toContain('"number"');
    await untilWatched(orderModule);
    const order = JSON.stringify({ title: "Order", type: "string" });
    await change("schemas/order.json", order);
    await untilUpdated(served, orderModule, '"string"');
    await change("schemas/order.json", '{ "type": "objekt" }');
    const error = await client.next("error");
    expect(JSON.stringify(error)).toMatch(/schemas\/order.json:1:\d+ error keyword-invalid/);
    expect(await fetchText(orderModule)).toContain('"string"');
    await change("schemas/order.json", order);
    await untilReloaded(client);
  });

  it("shows what was wrong before the first browser came, and carries on when it is put right", async () => {
    const root = createProject({ "schemas/order.json": '{ "type": "objekt" }' });
    const served = await serve(root);
    const { client, change } = served;
    await client.next("error");
    expect(JSON.stringify(await client.next("error"))).toContain("keyword-invalid");
    await change("schemas/order.json", '{ "type": "string" }');
    await untilUpdated(served, orderModule, '"string"');
  });
});
