import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import config from "../../schemist.config.js";
import type { Input } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import type { JsonObject } from "../../src/json.js";
import { importText } from "../emit/generate-module.js";
import { typeCheck } from "../emit/type-check.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

const page = readFileSync(new URL("../../docs/unions.md", import.meta.url), "utf8");
const blocks = new Map(
  [...page.matchAll(/<!-- (\w+) -->\n\n```ts\n([^]*?)```/g)].map(([, name = "", text = ""]) => [name, text]),
);
const messages = readFixtureCase("webex-event").valid.get("messages-created") as JsonObject;

let event = "";
beforeAll(async () => {
  const inputs = config.inputs
    .filter(({ output }) => output === "generated/webex-event")
    .map((input): Input => ({ ...input, layout: "single-file", format: false }));
  const { files } = await generate({ inputs });
  event = files.find(({ path }) => path === "src/index.ts")?.text ?? "";
});

/** What a block exports, run with the event's module before it. */
function runBlock(name: string): Promise<Readonly<Record<string, (value: unknown) => unknown>>> {
  const text = (blocks.get(name) ?? "").replaceAll(/^import .*\n/gm, "");
  return importText(`${event}\n${text}`) as ReturnType<typeof runBlock>;
}

/** The page leaves out most of the known resources. */
function shorten(line: string): string {
  return line.replace(/("memberships", ).*( and \d+ more)/, "$1…$2");
}

describe("the page of unions", () => {
  it("has examples that compile", async () => {
    const examples = [...blocks].map(
      ([name, text]) => [`${name}.ts`, text.replaceAll("@example/webex-event", "./event.js")] as const,
    );
    expect(examples).toHaveLength(5);
    expect(await typeCheck("typescript", new Map([["event.ts", event], ...examples]))).toBe("");
  });

  it("says what is wrong with one member", async () => {
    const { check } = await runBlock("parse");
    const broken = { ...messages, data: { ...(messages["data"] as JsonObject), roomType: "trio" } };
    expect(check?.(JSON.stringify(messages))).toEqual([]);
    const said = [broken, { ...messages, resource: "room" }].map((each) => check?.(JSON.stringify(each)));
    const comments = [...(blocks.get("parse") ?? "").matchAll(/^\/\/ .*?: (.*)$/gm)].map(
      ([, line = ""]) => line,
    );
    expect(comments.map((line) => [line])).toEqual(said.map((lines) => (lines as string[]).map(shorten)));
  });

  it("receives what the schema does not know", async () => {
    const { receive } = await runBlock("open");
    expect(receive?.(messages)).toBe("200 Status update");
    expect(receive?.({ ...messages, resource: "whiteboards" })).toBe(
      "202 nobody handles whiteboards created",
    );
    expect(receive?.({ ...messages, data: {} })).toBe("400 Bad Request");
  });

  it("leads to fixtures that are there", () => {
    const linked = [...page.matchAll(/\(\.\.\/fixtures\/unions\/([a-z-]+)\)/g)].map(([, name]) => name);
    expect(linked.length).toBeGreaterThan(20);
    expect(readdirSync(new URL("../../fixtures/unions/", import.meta.url))).toEqual(
      expect.arrayContaining(linked),
    );
  });
});
