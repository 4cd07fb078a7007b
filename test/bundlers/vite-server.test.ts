import { createServer, type ViteDevServer } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { schemist } from "../../src/bundlers/vite.js";
import { changeFile, createProject } from "./project.js";
import { ViteClient } from "./vite-client.js";

interface Served {
  readonly client: ViteClient;
  readonly fetchText: (path: string) => Promise<string>;
  /** What a browser asks for as it imports the schema. */
  readonly eventModule: string;
}

async function serve(
  root: string,
): Promise<{ client: ViteClient; fetchText: (path: string) => Promise<string>; eventModule: string }> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { port: 0, host: "localhost" },
    plugins: [schemist()],
  });
  onTestFinished(() => server.close());
  await server.listen();
  const address = server.httpServer?.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const fetchText = async (path: string): Promise<string> =>
    (await fetch(`http://localhost:${port}${path}`, { headers: { accept: "*/*" } })).text();
  const [eventModule = ""] = /\/src\/event\.schema\.json[^"]*/.exec(await fetchText("/src/main.js")) ?? [];
  return { client: await ViteClient.connect(server, port), fetchText, eventModule };
}

/** Waits for an update after which the module has the text; earlier updates may be of other files. */
async function untilUpdated({ client, fetchText }: Served, path: string, text: string): Promise<void> {
  do await client.next("update", "full-reload");
  while (!(await fetchText(path)).includes(text));
}

const orderModule = "/generated/order/dist/guards.js";
const enumOf = (...values: readonly string[]): string =>
  JSON.stringify({ enum: values, $defs: { Id: { type: "integer" } } });

describe("a server of Vite", () => {
  it("updates an imported schema as a document changes that it refers to", async () => {
    const root = createProject();
    const served = await serve(root);
    const { client, fetchText, eventModule } = served;
    expect(await fetchText(eventModule)).toContain('"deleted"');
    changeFile(root, "src/kinds.json", enumOf("created", "moved"));
    await untilUpdated(served, eventModule, '"moved"');
    changeFile(root, "src/kinds.json", '{ "type": "objekt", "$defs": { "Id": true } }');
    await untilUpdated(served, eventModule, "keyword-invalid");
    await client.next("error");
    changeFile(root, "src/kinds.json", enumOf("created", "renamed"));
    await untilUpdated(served, eventModule, '"renamed"');
  });

  it("generates an input again, and shows what is wrong with it", async () => {
    const root = createProject();
    const served = await serve(root);
    const { client, fetchText } = served;
    expect(await fetchText("/generated/order/dist/index.js")).toContain("guards.js");
    expect(await fetchText(orderModule)).toContain('"number"');
    const order = JSON.stringify({ title: "Order", type: "string" });
    changeFile(root, "schemas/order.json", order);
    await untilUpdated(served, orderModule, '"string"');
    changeFile(root, "schemas/order.json", '{ "type": "objekt" }');
    const error = await client.next("error");
    expect(JSON.stringify(error)).toMatch(/schemas\/order.json:1:\d+ error keyword-invalid/);
    expect(await fetchText(orderModule)).toContain('"string"');
    changeFile(root, "schemas/order.json", order);
    await client.next("full-reload");
  });

  it("shows what was wrong before the first browser came, and carries on when it is put right", async () => {
    const root = createProject({ "schemas/order.json": '{ "type": "objekt" }' });
    const served = await serve(root);
    const { client } = served;
    await client.next("error");
    expect(JSON.stringify(await client.next("error"))).toContain("keyword-invalid");
    changeFile(root, "schemas/order.json", '{ "type": "string" }');
    await untilUpdated(served, orderModule, '"string"');
  });
});
