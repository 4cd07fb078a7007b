import { describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import type { JsonObject } from "../../src/json.js";

const branch = (tags: Readonly<Record<string, string | number>>): JsonObject => ({
  type: "object",
  required: Object.keys(tags),
  properties: Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, { const: value }])),
});

const finished = "dev.cdevents.pipelinerun.finished";
const pipelines = {
  oneOf: [branch({ type: finished }), branch({ type: "dev.cdevents.pipelinerun.queued" })],
};
const messages = {
  oneOf: [
    {
      type: "object",
      required: ["resource", "type"],
      properties: { resource: { const: "messages" }, type: { enum: ["created", "deleted"] } },
    },
    branch({ resource: "call_records", type: "created" }),
  ],
};

async function run(schema: JsonObject, options: UnionOptions) {
  const { files, diagnostics } = await generate({
    inputs: [
      {
        schema: { schema: schema as JsonSchema },
        output: "output",
        name: "Event",
        layout: "single-file",
        format: false,
        unions: { Event: options },
      },
    ],
  });
  const text = files.find(({ path }) => path === "index.ts")?.text ?? "";
  const types = [...text.matchAll(/^export (?:interface|type) (\w+Event|Event\w+) /gm)].map(
    ([, name]) => name,
  );
  return { text, types, diagnostics };
}

const namesOf = async (
  schema: JsonObject,
  names: Readonly<Record<string, string>>,
  tags = ["resource", "type"],
) => (await run(schema, { tags, names })).types;

describe("the config names a variant", () => {
  it("by its tag value, however it is spelt", async () => {
    const { text } = await run(pipelines, { names: { [finished]: "PipelineRunFinished" } });
    expect(text).toContain("export interface PipelineRunFinishedEvent ");
    expect(text).toContain("export function isPipelineRunFinishedEvent(");
    expect(text).toContain("export function pipelineRunFinishedEvent(");
    expect(text).not.toContain("DevCdeventsPipelinerunFinished");
    expect(text).toContain("export interface DevCdeventsPipelinerunQueuedEvent ");
  });

  it("and with it its leaves, by a value of either tag", async () => {
    const types = await namesOf(messages, { call_records: "Calls", deleted: "Gone" });
    expect(types).toEqual(expect.arrayContaining(["CallsEvent", "CallsCreatedEvent", "MessagesGoneEvent"]));
    expect(types).toEqual(expect.arrayContaining(["MessagesEvent", "MessagesCreatedEvent"]));
  });

  it("or a leaf by both values", async () => {
    const types = await namesOf(messages, { "messages.created": "NewMessage" });
    expect(types).toEqual(
      expect.arrayContaining(["NewMessageEvent", "MessagesDeletedEvent", "CallRecordsCreatedEvent"]),
    );
    expect(types).not.toContain("MessagesCreatedEvent");
  });

  it("as any other gives way where the name is taken", async () => {
    const schema = { ...messages, $defs: { CallsEvent: { type: "string" } } };
    const { types, diagnostics } = await run(schema, {
      tags: ["resource", "type"],
      names: { call_records: "Calls" },
    });
    expect(types).toEqual(expect.arrayContaining(["CallsEvent", "EventCalls"]));
    expect(diagnostics.map(({ code }) => code)).toContain("name-taken");
  });
});

describe("the config is told of", () => {
  it("a value that no tag has, with the nearest", async () => {
    const { diagnostics } = await run(messages, {
      tags: ["resource", "type"],
      names: { call_record: "Calls" },
    });
    expect(diagnostics).toMatchObject([
      {
        code: "name-unmatched",
        message: "The config names the tag value `call_record`, and the union has none of that kind.",
        help: "Did you mean `call_records`?",
      },
    ]);
  });

  it("a pair that does not go together", async () => {
    const { diagnostics } = await run(messages, {
      tags: ["resource", "type"],
      names: { "call_records.deleted": "X" },
    });
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["name-unmatched", "Did you mean `call_records.created`?"],
    ]);
  });

  it("a name that no type could begin with", async () => {
    const { diagnostics, text } = await run(messages, {
      tags: ["resource", "type"],
      names: { call_records: "4 calls" },
    });
    expect(diagnostics).toMatchObject([{ code: "name-invalid", severity: "error" }]);
    expect(text).toBe("");
  });

  it("a variant that is a definition, whose name it does not change", async () => {
    const schema = {
      oneOf: [{ $ref: "#/$defs/Cat" }, branch({ kind: "dog" })],
      $defs: { Cat: branch({ kind: "cat" }) },
    };
    const { diagnostics, types } = await run(schema, { names: { cat: "Feline", dog: "Canine" } });
    expect(types).toContain("CanineEvent");
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "name-unmatched",
        "The config names the tag value `cat`, whose variant is a definition with a name of its own, `Cat`.",
      ],
    ]);
  });
});
