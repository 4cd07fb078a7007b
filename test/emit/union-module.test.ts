import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { leafGuardBudget } from "../../src/unions/unions.js";
import { generateText, importText } from "./generate-module.js";
import {
  booleanTags,
  flat,
  mixedTags,
  nested,
  numberTags,
  oneTag,
  twoTags,
  union,
  variant,
} from "./union-schemas.js";

type Call = (...values: readonly unknown[]) => unknown;

interface Router {
  readonly on: (...route: readonly unknown[]) => Router;
  readonly otherwise: (handler: Call) => Router;
  readonly dispatch: Call;
}

/** The helpers of `Event`, whatever their names. */
type Helpers = Readonly<Record<string, Call>> & {
  readonly createEventRouter: () => Router;
};

async function importHelpers(schema: JsonSchema, options: UnionOptions): Promise<Helpers> {
  return (await importText(await generateText(schema, { unions: { Event: options } }))) as Helpers;
}

const message = { id: "1", resource: "messages", text: "Hi" };
const file = { id: "2", resource: "files", size: 1 };
const unknown = { id: "3", resource: "rooms", title: "New" };

describe("one tag, closed", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(oneTag, { tags: ["resource"] })));

  it("has the tag's values and their guard", () => {
    expect(helpers["eventResources"]).toEqual(["messages", "files"]);
    expect(
      ["messages", "rooms", "toString", null].map((value) => helpers["isEventResource"]?.(value)),
    ).toEqual([true, false, false, false]);
  });

  it("narrows by the tag alone", () => {
    expect(helpers["eventIs"]?.(message, "messages")).toBe(true);
    expect(helpers["eventIs"]?.({ resource: "messages" }, "messages")).toBe(true);
    expect(helpers["eventIs"]?.(message, "files")).toBe(false);
  });

  it("matches the handler of the tag, with the event", () => {
    const handlers = {
      messages: (event: unknown) => ["message", event],
      files: (event: unknown) => ["file", event],
    };
    expect(helpers["matchEvent"]?.(message, handlers)).toEqual(["message", message]);
    expect(helpers["matchEvent"]?.(file, handlers)).toEqual(["file", file]);
  });

  it("matches a fallback where there is no handler, and throws where there is none either", () => {
    expect(helpers["matchEvent"]?.(file, { messages: () => 1 }, (event: unknown) => event)).toBe(file);
    expect(() => helpers["matchEvent"]?.(file, {})).toThrow(new TypeError("There is no handler for files."));
    expect(() => helpers["matchEvent"]?.({ resource: "toString" }, {})).toThrow(TypeError);
    expect(() => helpers["matchEvent"]?.({ resource: Symbol("a") }, {})).toThrow("Symbol(a)");
  });

  it("routes by the tag", () => {
    const router = helpers.createEventRouter().on("messages", () => "message");
    expect(router.dispatch(message)).toBe("message");
    expect(router.dispatch(file)).toBeUndefined();
    expect(router.otherwise(() => "other").dispatch(file)).toBe("other");
    expect(() => router.on("messages", () => "again")).toThrow('There is a handler for "messages" already.');
  });

  it("has nothing of an open one", () => {
    const open = ["isUnknownEvent", "isAnyEvent", "matchAnyEvent"];
    expect(open.filter((name) => name in helpers)).toEqual([]);
  });
});

describe("one tag, open", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(oneTag, { tags: ["resource"], open: true })));

  it("knows an event that the schema does not, by its envelope", () => {
    expect(helpers["isEvent"]?.(unknown)).toBe(false);
    expect(helpers["isUnknownEvent"]?.(unknown)).toBe(true);
    expect(helpers["isAnyEvent"]?.(unknown)).toBe(true);
    expect(helpers["isAnyEvent"]?.(message)).toBe(true);
    expect(helpers["isUnknownEvent"]?.({ ...unknown, resource: "constructor" })).toBe(true);
  });

  it.each([
    ["a known tag", message],
    ["a known tag on a broken event", { id: "1", resource: "messages" }],
    ["no tag", { id: "1" }],
    ["a tag that is no string", { id: "1", resource: 1 }],
    ["a broken envelope", { id: 1, resource: "rooms" }],
    ["an array", []],
    ["null", null],
    ["a function", () => 1],
  ])("takes nothing with %s for an unknown one", (_, value) => {
    expect(helpers["isUnknownEvent"]?.(value)).toBe(false);
  });

  it("matches what it does not know with the fallback", () => {
    const handlers = { messages: () => "message", files: () => "file" };
    expect(helpers["matchAnyEvent"]?.(message, handlers, () => "other")).toBe("message");
    expect(helpers["matchAnyEvent"]?.(unknown, handlers, (event: unknown) => event)).toBe(unknown);
  });
});

const created = { ...message, type: "created" };
const read = { ...file, type: "read" };
const renamed = { ...message, type: "renamed" };

describe("two tags, closed", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(twoTags, { tags: ["resource", "type"] })));

  it("has guards of variants and of leaves", () => {
    expect(helpers["isMessagesCreatedEvent"]?.(created)).toBe(true);
    expect(helpers["isMessagesDeletedEvent"]?.(created)).toBe(false);
    expect(helpers["isFilesReadEvent"]?.(read)).toBe(true);
    expect(helpers["isFilesReadEvent"]?.({ ...read, size: "1" })).toBe(false);
  });

  it("narrows by one tag or by both", () => {
    expect(helpers["eventIs"]?.(created, "messages")).toBe(true);
    expect(helpers["eventIs"]?.(created, "messages", "created")).toBe(true);
    expect(helpers["eventIs"]?.(created, "messages", "deleted")).toBe(false);
    expect(helpers["eventIs"]?.(created, "files", "created")).toBe(false);
  });

  it("routes by both tags first, then by the first", () => {
    const router = helpers
      .createEventRouter()
      .on("messages", () => "message")
      .on("messages", "created", () => "new message");
    expect(router.dispatch(created)).toBe("new message");
    expect(router.dispatch({ ...created, type: "deleted" })).toBe("message");
    expect(router.dispatch(read)).toBeUndefined();
  });
});

describe("two tags, open", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(twoTags, { tags: ["resource", "type"], open: true })));

  it("knows of an unknown tag beside a known one, and of a known one that does not go with it", () => {
    const isUnknown = (value: unknown): unknown => helpers["isUnknownEvent"]?.(value);
    expect([renamed, { ...created, type: "read" }, { ...unknown, type: "created" }].map(isUnknown)).toEqual([
      true,
      true,
      true,
    ]);
    expect([created, unknown, { ...created, type: 1 }].map(isUnknown)).toEqual([false, false, false]);
  });

  it("takes an unknown pair for none of the first tag's variant", () => {
    expect(helpers["eventIs"]?.(renamed, "messages")).toBe(false);
    expect(helpers["eventIs"]?.(created, "messages")).toBe(true);
    const handlers = { messages: () => "message", files: () => "file" };
    expect(helpers["matchAnyEvent"]?.(renamed, handlers, () => "other")).toBe("other");
    expect(helpers["matchAnyEvent"]?.(created, handlers, () => "other")).toBe("message");
    const router = helpers
      .createEventRouter()
      .on("messages", () => "message")
      .otherwise(() => "other");
    expect(router.dispatch(renamed)).toBe("other");
    expect(router.dispatch(created)).toBe("message");
  });
});

describe("tags that are no strings", () => {
  it("are told apart by value, also where their texts are the same", async () => {
    const helpers = await importHelpers(mixedTags, { tags: ["kind", "version"] });
    expect(helpers["eventKinds"]).toEqual([1, true, null, "text"]);
    expect(helpers["eventVersions"]).toEqual([1, 2, "x", null, true, "2"]);
    const one = { kind: 1, version: 2, text: "a" };
    const text = { kind: "text", version: "2" };
    expect(helpers["eventIs"]?.(one, 1, 2)).toBe(true);
    expect(helpers["eventIs"]?.(one, 1, "2")).toBe(false);
    expect(helpers["eventIs"]?.(text, "text", "2")).toBe(true);
    expect(helpers["isKind1Version2Event"]?.(one)).toBe(true);
    const handlers = { 1: () => "one", true: () => "yes", null: () => "none", text: () => "text" };
    const events = [one, { kind: true, version: "x", size: 1 }, { kind: null, version: null }, text];
    expect(events.map((event) => helpers["matchEvent"]?.(event, handlers))).toEqual([
      "one",
      "yes",
      "none",
      "text",
    ]);
    const router = helpers
      .createEventRouter()
      .on(1, 2, () => "one, 2")
      .on("text", "2", () => "text, 2");
    expect(events.map((event) => router.dispatch(event))).toEqual([
      "one, 2",
      undefined,
      undefined,
      "text, 2",
    ]);
  });

  it.each([
    ["numbers", numberTags, "version", { version: 3, size: 1 }, 3],
    ["booleans", booleanTags, "ok", { ok: false, size: 1 }, false],
  ])("may all be %s", async (_, schema, tag, event, value) => {
    const helpers = await importHelpers(schema, { tags: [tag] });
    expect(helpers["isEvent"]?.(event)).toBe(true);
    expect(helpers["isEvent"]?.({ ...event, [tag]: String(value) })).toBe(false);
    expect(helpers["eventIs"]?.(event, value)).toBe(true);
    expect(helpers["matchEvent"]?.(event, { [String(value)]: () => "found" })).toBe("found");
  });
});

describe("one object with enumerated tags", () => {
  it("is cut into variants and leaves", async () => {
    const helpers = await importHelpers(flat, { tags: ["resource", "type"] });
    const event = { id: "1", resource: "messages", type: "created" };
    expect(helpers["isMessagesEvent"]?.(event)).toBe(true);
    expect(helpers["isFilesEvent"]?.(event)).toBe(false);
    expect(helpers["isMessagesCreatedEvent"]?.(event)).toBe(true);
    expect(helpers["isMessagesDeletedEvent"]?.(event)).toBe(false);
    expect(helpers["isMessagesCreatedEvent"]?.({ ...event, id: 1 })).toBe(false);
  });

  it("keeps the rest of the object where a tag is unknown", async () => {
    const helpers = await importHelpers(flat, { tags: ["resource", "type"], open: true });
    const isUnknown = (value: unknown): unknown => helpers["isUnknownEvent"]?.(value);
    expect(isUnknown({ id: "1", resource: "rooms", type: "created" })).toBe(true);
    expect(isUnknown({ id: "1", resource: "messages", type: "renamed" })).toBe(true);
    expect(isUnknown({ id: 1, resource: "rooms", type: "created" })).toBe(false);
    expect(isUnknown({ resource: "rooms", type: "created" })).toBe(false);
    expect(isUnknown({ id: "1", resource: "messages", type: "created" })).toBe(false);
  });
});

describe("a nested tag", () => {
  it("is read where it stands", async () => {
    const helpers = await importHelpers(nested, { tags: ["context.type"], open: true });
    const event = { context: { type: "b" }, size: 1 };
    expect(helpers["isEvent"]?.(event)).toBe(true);
    expect(helpers["eventIs"]?.(event, "b")).toBe(true);
    expect(helpers["matchEvent"]?.(event, { a: () => "a", b: () => "b" })).toBe("b");
    expect(
      helpers
        .createEventRouter()
        .on("b", () => "b")
        .dispatch(event),
    ).toBe("b");
    expect(helpers["isUnknownEvent"]?.({ context: { type: "c" } })).toBe(true);
    for (const value of [{}, { context: null }, { context: "b" }, { context: { type: 1 } }, null, []]) {
      expect(helpers["isUnknownEvent"]?.(value)).toBe(false);
      expect(helpers["isEvent"]?.(value)).toBe(false);
    }
  });
});

describe("guards of leaves", () => {
  const resources = ["a", "b", "c", "d", "e"];
  const wide = (count: number) => {
    const types = Array.from({ length: count }, (_, index) => `t${index}`);
    return union(
      Object.fromEntries(resources.map((resource) => [`On${resource}`, variant({ resource, type: types })])),
    );
  };
  const leafGuards = async (count: number): Promise<number> => {
    const text = await generateText(wide(count), { unions: { Event: { tags: ["resource", "type"] } } });
    return text.match(/^export function is[A-E]T\d+Event\(/gm)?.length ?? 0;
  };

  it("are there while they are few", async () => {
    expect(leafGuardBudget).toBe(64);
    expect(await leafGuards(12)).toBe(60);
    expect(await leafGuards(13)).toBe(0);
  });
});

describe("branches written in place that share a first tag", () => {
  const pair = (kind: string, v: string): JsonSchema => ({
    type: "object",
    required: ["kind", "v"],
    properties: { kind: { const: kind }, v: { const: v } },
  });
  const [ba, ab, aa] = [
    { kind: "b", v: "a" },
    { kind: "a", v: "b" },
    { kind: "a", v: "a" },
  ];
  const importAll = async (schema: JsonSchema): Promise<Helpers> =>
    (await importText(await generateText(schema))) as Helpers;
  const decide = (helpers: Helpers, name: string): unknown[] =>
    [ba, ab, aa].map((value) => helpers[name]?.(value));

  it("are called by the guards of their variant and leaves", async () => {
    const schema = { anyOf: [pair("b", "a"), pair("a", "b"), pair("a", "a")] };
    const helpers = await importAll(schema);
    expect(decide(helpers, "isARoot")).toEqual([false, true, true]);
    expect(decide(helpers, "isABRoot")).toEqual([false, true, false]);
  });

  it("are not taken for the union that they come by where a member of that has another tag", async () => {
    const $defs = { B: pair("b", "a"), Inner: { anyOf: [pair("a", "b"), { $ref: "#/$defs/B" }] } };
    const anyOf = [{ $ref: "#/$defs/B" }, { $ref: "#/$defs/Inner" }, pair("a", "a")];
    const helpers = await importAll({ anyOf, $defs });
    expect(decide(helpers, "isARoot")).toEqual([false, true, true]);
    expect(decide(helpers, "isABRoot")).toEqual([false, true, false]);
  });
});
