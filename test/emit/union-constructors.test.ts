import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import type { JsonObject } from "../../src/json.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateText, importText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";
import { flat, mixedTags, nested, oneTag, twoTags, union, variant } from "./union-schemas.js";

type Call = (...values: readonly unknown[]) => unknown;

async function importHelpers(
  schema: JsonSchema,
  options: UnionOptions,
): Promise<Readonly<Record<string, Call>>> {
  const text = await generateText(schema, { unions: { Event: options } });
  return (await importText(text)) as Readonly<Record<string, Call>>;
}

const both: UnionOptions = { tags: ["resource", "type"] };
const text: JsonObject = { type: "string" };

/** One tag beside another that stands deeper. `one` has two branches, as `z` has, whose rest goes with the other tag. */
const content = (kind: string, sub: readonly string[], more: JsonObject): JsonObject => ({
  type: "object",
  required: ["kind", "content", "n"],
  properties: {
    kind: { const: kind },
    content: variant({ sub: [...sub] }, more),
    n: { const: sub.length },
  },
});
const mixedDepth = union({
  A: content("one", ["x", "y"], { one: text }),
  B: content("one", ["z"], { two: text }),
  C: content("two", ["z"], { three: text }),
});

describe("a constructor", () => {
  it("fills in the tag, and takes the rest", async () => {
    const helpers = await importHelpers(oneTag, { tags: ["resource"] });
    expect(helpers["message"]?.({ id: "1", text: "Hi" })).toEqual({
      id: "1",
      text: "Hi",
      resource: "messages",
    });
    expect(helpers["isMessage"]?.(helpers["message"]?.({ id: "1", text: "Hi" }))).toBe(true);
  });

  it("is there for leaves, and fills in both tags where there is only one", async () => {
    const helpers = await importHelpers(twoTags, both);
    const rest = { id: "1", text: "Hi" };
    expect(helpers["message"]?.({ ...rest, type: "created" })).toEqual({
      ...rest,
      resource: "messages",
      type: "created",
    });
    expect(helpers["messagesDeletedEvent"]?.(rest)).toEqual({
      ...rest,
      resource: "messages",
      type: "deleted",
    });
    expect(helpers["file"]?.({ id: "2", size: 1 })).toEqual({
      id: "2",
      size: 1,
      resource: "files",
      type: "read",
    });
  });

  it("lets nothing that it is given take a tag's place, and leaves that as it was", async () => {
    const helpers = await importHelpers(twoTags, both);
    const given = { resource: "files", type: "read" };
    expect(helpers["messagesCreatedEvent"]?.(given)).toEqual({ resource: "messages", type: "created" });
    expect(given).toEqual({ resource: "files", type: "read" });
    const deep = await importHelpers(nested, { tags: ["context.type"] });
    const context = { type: "b", more: 1 };
    expect(deep["a"]?.({ context, text: "" })).toEqual({ context: { type: "a", more: 1 }, text: "" });
    expect(context.type).toBe("b");
  });

  it("fills in numbers, booleans and null", async () => {
    const helpers = await importHelpers(mixedTags, { tags: ["kind", "version"] });
    expect(helpers["none"]?.({})).toEqual({ kind: null, version: null });
    expect(helpers["kind1Version2Event"]?.({ text: "" })).toEqual({ text: "", kind: 1, version: 2 });
    expect(helpers["textVersiontrueEvent"]?.({})).toEqual({ kind: "text", version: true });
  });

  it("fills in tags of different depths", async () => {
    const helpers = await importHelpers(mixedDepth, { tags: ["kind", "content.sub"] });
    expect(helpers["oneYEvent"]?.({ content: { one: "" } })).toEqual({
      kind: "one",
      content: { one: "", sub: "y" },
    });
    expect(helpers["oneEvent"]?.({ content: { two: "", sub: "z" } })).toEqual({
      kind: "one",
      content: { two: "", sub: "z" },
    });
    expect(helpers["c"]?.({ content: { three: "" }, n: 1 })).toEqual({
      kind: "two",
      content: { three: "", sub: "z" },
      n: 1,
    });
  });

  it("is there for the variants of one object with enumerated tags", async () => {
    const helpers = await importHelpers(flat, both);
    expect(helpers["filesDeletedEvent"]?.({ id: "1" })).toEqual({
      id: "1",
      resource: "files",
      type: "deleted",
    });
  });

  it("is called otherwise where its name is a word of the language, or taken", async () => {
    const schema = union({
      Delete: variant({ kind: "delete" }),
      EventKinds: variant({ kind: "kinds" }),
      URLPath: variant({ kind: "path" }),
    });
    const helpers = await importHelpers(schema, { tags: ["kind"] });
    const names = ["createDelete", "createEventKinds", "urlPath"];
    expect(names.map((name) => helpers[name]?.({}))).toEqual([
      { kind: "delete" },
      { kind: "kinds" },
      { kind: "path" },
    ]);
  });

  it("is made once for a variant of two unions", async () => {
    const schema = union(
      { Cat: variant({ kind: "cat" }), Dog: variant({ kind: "dog" }) },
      { Pet: { anyOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }] } },
    );
    const texts = await generateText(schema);
    expect(texts.match(/^export function (cat|createCat)\(/gm)).toEqual(["export function cat("]);
  });
});

const consumer = `
import type { Event, File, Message, MessagesCreatedEvent } from "./two.js";
import { file, message, messagesCreatedEvent } from "./two.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

hold<Equal<ReturnType<typeof message>, Message>>();
hold<Equal<ReturnType<typeof messagesCreatedEvent>, MessagesCreatedEvent>>();
hold<Equal<Parameters<typeof message>[0], { id: string; text: string; type: "created" | "deleted"; note?: string; readonly at?: number }>>();
hold<Equal<Parameters<typeof messagesCreatedEvent>[0], { id: string; text: string; note?: string; readonly at?: number }>>();
hold<Equal<Parameters<typeof file>[0], { [key: string]: unknown; id: string } & { size: number } extends infer T ? { [K in keyof T]: T[K] } : never>>();
export const made: File = file({ id: "1", size: 1, more: true });
export const event: Event = message({ id: "1", text: "", type: "deleted" });

// @ts-expect-error -- the tag is filled in
message({ id: "1", text: "", type: "deleted", resource: "messages" });
// @ts-expect-error -- both are
messagesCreatedEvent({ id: "1", text: "", type: "created" });
// @ts-expect-error -- a text is missing
message({ id: "1", type: "created" });
// @ts-expect-error -- no such type
message({ id: "1", text: "", type: "renamed" });
// @ts-expect-error -- a misspelt field
message({ id: "1", text: "", type: "created", nöte: "" });
// @ts-expect-error -- a size is a number, however open the object
file({ id: "1", size: "1" });
`;

/** What a variant may be beside its tag. */
const forms = union(
  {
    Indexed: { ...variant({ kind: "a" }), additionalProperties: { type: "number" } },
    Patterned: {
      ...variant({ kind: "b" }, { t: text }),
      patternProperties: { "^x-": { type: "number" }, "^k": {} },
    },
    Either: {
      ...variant({ kind: "c" }),
      oneOf: [{ required: ["p"] }, { required: ["q"], properties: { q: text } }],
    },
    Extended: { ...variant({ kind: "d" }), allOf: [{ $ref: "#/$defs/Base" }] },
    Required: {
      allOf: [{ $ref: "#/$defs/Base" }, { $ref: "#/$defs/Indices" }, { required: ["id", "other"] }],
      ...variant({ kind: "r" }, { id: true, other: true }),
    },
    Cases: {
      ...variant({ kind: "e" }, { m: { enum: [1, 2] } }),
      if: { properties: { m: { const: 1 } } },
      then: { required: ["one"] },
      else: { required: ["two"] },
    },
    Cut: {
      ...variant({ kind: ["f", "g"] }, { n: { type: ["number", "null"] } }),
      additionalProperties: false,
    },
    Dependent: { ...variant({ kind: "h" }), dependentRequired: { a: ["b"] } },
    Open: { ...variant({ kind: "i" }), additionalProperties: true },
    Numbered: { ...variant({ kind: 1 }), additionalProperties: text },
  },
  {
    Base: {
      type: "object",
      properties: { id: text, other: text, kind: true, inner: { $ref: "#/$defs/Event" } },
    },
    Indices: { type: "object", additionalProperties: { type: ["string", "number"] } },
  },
);

const twoForms = union({
  A: variant({ kind: "a", type: ["x", "y"] }, { one: text }),
  B: { ...variant({ kind: "a", type: ["z", "w"] }, { two: text }), additionalProperties: { type: "number" } },
  C: { ...variant({ kind: "b", type: "z" }), oneOf: [{ required: ["p"] }, { required: ["q"] }] },
});

const typed = union({
  Message: {
    type: "object",
    required: ["resource", "type", "id", "text"],
    properties: {
      resource: { const: "messages" },
      type: { enum: ["created", "deleted"] },
      id: text,
      text,
      note: text,
      at: { type: "number" },
    },
  },
  File: {
    ...variant({ resource: "files", type: "read" }, { id: text, size: { type: "number" } }),
    additionalProperties: true,
  },
});

const equal = `
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function hold<_ extends true>(): void {}
`;

describe("the types of constructors", () => {
  const files = new Map<string, string>([["equal.ts", equal]]);
  beforeAll(async () => {
    const add = async (
      name: string,
      schema: JsonSchema,
      tags: readonly string[],
      options: ModuleOptions = {},
    ) => files.set(`${name}.ts`, await generateText(schema, { ...options, unions: { Event: { tags } } }));
    for (const readonly of [false, true]) {
      const options: ModuleOptions = { readonly, exactOptional: readonly, untyped: "infer" };
      await add(`forms-${readonly}`, forms, ["kind"], options);
      await add(`two-forms-${readonly}`, twoForms, ["kind", "type"], options);
      await add(`depth-${readonly}`, mixedDepth, ["kind", "content.sub"], options);
      await add(`deep-first-${readonly}`, mixedDepth, ["content.sub", "kind"], options);
    }
    await add("two", typed, ["resource", "type"]);
    files.set("consumer.ts", consumer.replaceAll("readonly at", "at"));
  });

  it.each(compilers)("are all that the variants have but for the tags, under %s", async (compiler) => {
    expect(await typeCheck(compiler, files, ["isolatedDeclarations"])).toBe("");
    expect(await typeCheck(compiler, files, ["isolatedDeclarations", "exactOptionalPropertyTypes"])).toBe("");
  });

  it("are cast only where the compiler cannot tell", () => {
    const castsOf = (name: string) => files.get(`${name}.ts`)?.match(/\.\.\.\(?fields.* as \w+;$/gm) ?? [];
    expect(castsOf("forms-false")).toEqual([expect.stringMatching(/kind: "r" } as Required;$/)]);
    expect(castsOf("two-forms-false")).toEqual([]);
    expect(castsOf("depth-false")).toEqual([]);
    expect(castsOf("deep-first-false")).toEqual([expect.stringMatching(/sub: "z" } } as ZEvent;$/)]);
  });
});
