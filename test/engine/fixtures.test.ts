import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Input } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
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
    ...cases.map(([name, root]): [string, string] => [`${name}/valid.ts`, assignPayloads(name, root)]),
  ]);
}

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

  it("compiles without exactOptionalPropertyTypes", async () => {
    const files = await writeCases({});
    expect(await typeCheck("typescript", files, ["exactOptionalPropertyTypes"])).toBe("");
  });
});
