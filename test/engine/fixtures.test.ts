import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Input } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import { importText } from "../emit/generate-module.js";
import type { Compiler } from "../emit/type-check.js";
import { typeCheck } from "../emit/type-check.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** Each case with the name of its root type. */
const cases: readonly (readonly [name: string, root: string, input: Omit<Input, "output">])[] = [
  [
    "webex-event",
    "Event",
    {
      schema: "webex-event/event.schema.json",
      documents: ["webex-event/components/*.json"],
      overlays: ["webex-event/variants.overlay.yaml", "webex-event/read-type.overlay.yaml"],
      unions: { Event: { tags: ["resource", "type"], open: true } },
    },
  ],
  [
    "webex-event-bare",
    "Event",
    { schema: "webex-event-bare/event.schema.json", documents: ["webex-event-bare/components/*.json"] },
  ],
  [
    "shapes",
    "Drawing",
    { schema: "shapes/shapes.schema.json", unions: { Shape: { tags: ["kind"], open: true } } },
  ],
  ["orders", "Order", { schema: "orders/orders.schema.json" }],
  ["hostile", "Hostile", { schema: "hostile/hostile.schema.json", name: "Hostile" }],
  ["openapi-3.0", "Event", { schema: "openapi-3.0/shop.openapi.yaml" }],
  ["openapi-3.1", "Change", { schema: "openapi-3.1/shop.openapi.yaml" }],
  ["asyncapi-3", "Message", { schema: "asyncapi-3/shop.asyncapi.yaml" }],
];

const ways: readonly (readonly [name: string, options: Partial<Input>, compiler: Compiler])[] = [
  ["as modules", {}, "typescript-5.4"],
  ["as a single file, readonly", { layout: "single-file", readonly: true }, "typescript"],
  ["as aliases", { declarations: "type" }, "typescript-5.4"],
];

/** The sources of every case, each in its folder, and a module that assigns its valid payloads. */
async function writeCases(options: Partial<Input>): Promise<ReadonlyMap<string, string>> {
  const { files, diagnostics } = await generate({
    root: fixtures,
    inputs: cases.map(([name, , input]) => ({
      format: false,
      ...input,
      ...options,
      types: "json-schema-to-typescript",
      output: `out/${name}`,
    })),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const sources = files.filter(({ path }) => path.endsWith(".ts"));
  const written = sources.map(({ output, path, text }): [string, string] => [
    `${output.split("/").at(-1)}/${path}`,
    text,
  ]);
  return new Map([
    ...written,
    ["webex-event/uses.ts", uses],
    ...cases.map(([name, root]): [string, string] => [`${name}/valid.ts`, assignPayloads(name, root)]),
  ]);
}

/** Our helpers on its types. */
const uses = [
  'import type { AnyEvent, Event, EventByResource } from "./index.js";',
  'import { createEventRouter, eventIs, isMessagesEvent, isUnknownEvent, matchEvent } from "./index.js";',
  "export function describe(event: Event): string {",
  '  if (eventIs(event, "messages", "created")) { const type: "created" = event.type; return type; }',
  "  switch (event.resource) {",
  '    case "messages": { const variant: EventByResource["messages"] = event; return variant.resource; }',
  "    default: return event.resource;",
  "  }",
  "}",
  'export const match = (event: Event): string => matchEvent(event, { messages: ({ resource }) => resource }, () => "");',
  "export function isKnown(event: AnyEvent): event is Event { return !isUnknownEvent(event); }",
  'export function route(): void { createEventRouter().on("messages", "created", (event): "created" => event.type); }',
  "export function resourceOf(value: unknown): string {",
  '  if (!isMessagesEvent(value)) return "";',
  '  const resource: "messages" = value.resource;',
  "  return resource;",
  "}",
].join("\n");

function assignPayloads(name: string, root: string): string {
  const payloads = [...readFixtureCase(name).valid.values()];
  const lines = payloads.map(
    (payload, index) =>
      `declare const value${index}: ${JSON.stringify(payload)}; export const root${index}: ${root} = value${index};`,
  );
  return [`import type { ${root} } from "./index.js";`, `export type { ${root} };`, ...lines].join("\n");
}

describe("every fixture through the engine", () => {
  it.for(ways)("compiles %s, checks and valid payloads too", async ([, options, compiler]) => {
    expect(await typeCheck(compiler, await writeCases(options))).toBe("");
  });

  it("has guards that decide as they do without it", async () => {
    const files = await writeCases({ layout: "single-file" });
    for (const [name, root] of cases) {
      const exports = await importText(files.get(`${name}/index.ts`) ?? "");
      const isValid = exports[`is${root}`] as (value: unknown) => boolean;
      const { valid, invalid } = readFixtureCase(name);
      expect([...valid].filter(([, payload]) => !isValid(payload))).toEqual([]);
      expect([...invalid].filter(([, { payload }]) => isValid(payload))).toEqual([]);
    }
  });

  it("compiles without exactOptionalPropertyTypes", async () => {
    const files = await writeCases({});
    expect(await typeCheck("typescript", files, ["exactOptionalPropertyTypes"])).toBe("");
  });
});
