import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Input } from "../../src/config/config.js";
import { generate } from "../../src/index.js";
import type { JsonValue } from "../../src/json.js";
import type { Validation } from "../emit/generate-module.js";
import { importText } from "../emit/generate-module.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

type Guards = Readonly<Record<string, (value: unknown) => unknown>>;

interface Sent {
  readonly event: string;
  readonly body: JsonValue;
}

/** The definitions of what is sent as each event. */
const cases = [
  [
    "unions/openapi-webhooks",
    "market.openapi.yaml",
    {
      order: ["OrderBody"],
      refund: ["Refund"],
      review: ["Review"],
      stock: ["StockLevel", "Stock"],
      ping: ["Ping"],
    },
  ],
  [
    "unions/asyncapi-messages",
    "lights.asyncapi.yaml",
    {
      "light.measured": ["LightMeasured"],
      "lamp.on": ["Command"],
      "lamp.off": ["Command"],
      "lamp.dimmed": ["LampDimmed"],
      "lamp.failed": ["LampFailed"],
    },
  ],
] as const;

const run = (schema: Input["schema"], options: Partial<Input> = {}) =>
  generate({ inputs: [{ schema, output: "output", format: false, layout: "single-file", ...options }] });

describe.each(cases)("generate: %s", (name, file, events) => {
  const { folder, valid, invalid } = readFixtureCase(name);
  const definitions = new Map<string, readonly string[]>(Object.entries(events));
  const generated = run(fileURLToPath(new URL(file, folder)));

  async function importGuards(): Promise<Guards> {
    const { files } = await generated;
    return (await importText(files.find(({ path }) => path === "index.ts")?.text ?? "")) as Guards;
  }

  async function isSent({ event, body }: Sent): Promise<boolean> {
    const guards = await importGuards();
    return definitions.get(event)?.some((definition) => guards[`is${definition}`]?.(body) === true) ?? false;
  }

  it.each([...valid])("has a definition of what is sent in %s", async (_, payload) => {
    expect(await isSent(payload as unknown as Sent)).toBe(true);
  });

  it.each([...invalid])("has none of what is sent in %s", async (_, { payload, pointer, keyword }) => {
    const { event, body } = payload as unknown as Sent;
    expect(await isSent({ event, body })).toBe(false);
    const [definition, ...others] = definitions.get(event) ?? [];
    if (definition === undefined || others.length > 0) return;
    const validation = (await importGuards())[`validate${definition}`]?.(body) as Validation | undefined;
    const places = validation?.issues?.map((issue) => [`/body${issue.pointer}`, issue.keyword]);
    expect(places).toEqual([[pointer, keyword]]);
  });

  it("warns of nothing", async () => {
    const { diagnostics } = await generated;
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});

describe("generate: a union that a description stands for", () => {
  const send = (schema: JsonValue) => ({
    post: { requestBody: { content: { "application/json": { schema } } } },
  });
  const webhooks = { anything: send({}), b: send({ type: "object" }), c: send({ type: "object" }) };
  const document = { openapi: "3.1.0", webhooks } as const;

  it("is a definition of the published schema, which says nothing of what stands outside", async () => {
    const { files, diagnostics } = await run(
      { schema: document, uri: "file:///api.json" },
      { package: { name: "webhooks", version: "1.0.0" }, layout: "modules" },
    );
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    const schema = JSON.parse(files.find(({ path }) => path === "schema.json")?.text ?? "") as object;
    expect(schema).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $defs: {
        Anything: {},
        B: { type: "object" },
        C: { type: "object" },
        Webhook: {
          description: "What any webhook of this API sends.",
          anyOf: [{ $ref: "#/$defs/Anything" }, { $ref: "#/$defs/B" }, { $ref: "#/$defs/C" }],
        },
      },
    });
  });

  it("has a key by which it can be named", async () => {
    const { files } = await run(
      { schema: document, uri: "file:///api.json" },
      { names: { "api.json#/webhooks~": "Event" } },
    );
    const manifest = files.find(({ path }) => path === "schemist.manifest.json")?.text ?? "";
    const { names } = JSON.parse(manifest) as { names: Record<string, string> };
    expect(names).toMatchObject({ "api.json#/webhooks~": "Event" });
    expect(files.find(({ path }) => path === "index.ts")?.text).toContain("export type Event =");
  });
});
