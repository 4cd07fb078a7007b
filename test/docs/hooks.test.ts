import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { runCli } from "../cli/run-cli.js";

const page = readFileSync(new URL("../../docs/hooks.md", import.meta.url), "utf8");
const [, config = ""] = /```ts\n([^]*?)```/.exec(page) ?? [];

it("the page's example does what its comments say", async () => {
  const schema = {
    title: "Basket",
    type: "object",
    properties: { order: { $ref: "#/$defs/OrderV1" } },
    $defs: {
      NonEmptyText: { type: "string", minLength: 1 },
      OrderV1: { type: "object", properties: { note: { $ref: "#/$defs/NonEmptyText" } } },
    },
  };
  const files = { "schemist.config.ts": config, "order.schema.json": JSON.stringify(schema) };
  const folder = createFolder(files);
  const { code, stderr } = await runCli(["generate"], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const guards = readFileSync(join(folder, "generated/order/guards.ts"), "utf8");
  expect(guards).toContain("export function isOrder(value: unknown): value is Order {");
  expect(guards).not.toContain("NonEmpty");
  expect(guards).toContain("hasAtMost(value, Number(value.note !== undefined))");
  expect(guards).toContain('export const schemaVersion: string = "3";');
});
