import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { generateText, importText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";
import { oneTag, twoTags } from "./union-schemas.js";

type Call = (...values: readonly unknown[]) => unknown;

async function importHelpers(
  schema: JsonSchema,
  options: UnionOptions,
): Promise<Readonly<Record<string, Call>>> {
  const text = await generateText(schema, { unions: { Event: options } });
  return (await importText(text)) as Readonly<Record<string, Call>>;
}

const one: UnionOptions = { tags: ["resource"] };
const both: UnionOptions = { tags: ["resource", "type"], open: true };
const message = { id: "1", resource: "messages", text: "Hi" };

describe("an awaited match", () => {
  it("gives what the handler's promise does, and what a handler returns at once", async () => {
    const { matchEventAsync } = await importHelpers(oneTag, one);
    const late = { messages: async (event: unknown) => Promise.resolve(["late", event]), files: () => "" };
    const result = matchEventAsync?.(message, late);
    expect(result).toBeInstanceOf(Promise);
    expect(await result).toEqual(["late", message]);
    expect(await matchEventAsync?.(message, { messages: () => "at once" })).toBe("at once");
    expect(await matchEventAsync?.(message, {}, () => "other")).toBe("other");
  });

  it("rejects with what a handler throws, and where there is none", async () => {
    const { matchEventAsync } = await importHelpers(oneTag, one);
    const failure = new Error("No.");
    const fail = (): never => {
      throw failure;
    };
    await expect(matchEventAsync?.(message, { messages: fail })).rejects.toBe(failure);
    await expect(matchEventAsync?.(message, {})).rejects.toThrow("There is no handler for messages.");
  });

  it("passes what an open union does not know to the fallback", async () => {
    const { matchAnyEventAsync } = await importHelpers(twoTags, both);
    const handlers = { messages: () => "message", files: () => "file" };
    const events = [
      { ...message, type: "created" },
      { ...message, type: "renamed" },
      { ...message, resource: "rooms", type: "created" },
    ];
    const results = events.map((event) => matchAnyEventAsync?.(event, handlers, () => "other"));
    expect(await Promise.all(results)).toEqual(["message", "other", "other"]);
  });
});

const consumer = `
import type { Event, EventHandlers } from "./one.js";
import { matchEvent, matchEventAsync } from "./one.js";
import type { AnyEvent, UnknownEvent } from "./open.js";
import { matchAnyEvent, matchAnyEventAsync } from "./open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: Event;
declare const any: AnyEvent;

const alike = matchEvent(event, { messages: ({ text }) => text.length, files: ({ size }) => size });
hold<Equal<typeof alike, number>>();
const apart = matchEvent(event, { messages: ({ text }) => text, files: ({ size }) => size });
hold<Equal<typeof apart, string | number>>();
const partly = matchEvent(event, { messages: ({ text }) => text }, (rest) => rest.id === "");
hold<Equal<typeof partly, string | boolean>>();
const rest = matchEvent(event, {}, () => 1);
hold<Equal<typeof rest, number>>();
matchEvent(event, { messages: () => {}, files: () => {} }) satisfies void;

type Action = { readonly type: "show"; readonly text: string } | { readonly type: "hide" };
export const action: Action = matchEvent(event, {
  messages: ({ text }) => ({ type: "show", text }),
  files: () => ({ type: "hide" }),
});
export const literal: "a" | "b" = matchEvent(event, { messages: () => "a" }, () => "b");
export const told = matchEvent<string | number>(event, { messages: ({ text }) => text, files: ({ size }) => size });
hold<Equal<typeof told, string | number>>();
export const stored: EventHandlers<unknown> = { messages: ({ text }) => text, files: ({ size }) => size };
hold<Equal<ReturnType<typeof matchStored>, unknown>>();
export function matchStored() {
  return matchEvent(event, stored);
}

// @ts-expect-error -- files are not handled
matchEvent(event, { messages: ({ text }) => text });
// @ts-expect-error -- nor are they where results differ
matchEvent(event, { messages: ({ text }): string | number => text });
// @ts-expect-error -- there are no rooms
matchEvent(event, { messages: () => 1, files: () => 2, rooms: () => 3 });
// @ts-expect-error -- nor are there where results differ
matchEvent(event, { messages: () => 1, files: () => "", rooms: () => 3 });
// @ts-expect-error -- nor where some are handled
matchEvent(event, { messages: () => 1, rooms: () => 3 }, () => "");
// @ts-expect-error -- a file has no text
matchEvent(event, { messages: () => 1, files: ({ text }) => text });
// @ts-expect-error -- a handler takes its own event
matchEvent(event, { messages: ({ text }: { text: string }) => text, files: ({ text }: { text: string }) => 1 });

const awaited = matchEventAsync(event, { messages: async ({ text }) => text.length, files: ({ size }) => size });
hold<Equal<typeof awaited, Promise<number>>>();
const mixed = matchEventAsync(event, { messages: async ({ text }) => text, files: async ({ size }) => size });
hold<Equal<typeof mixed, Promise<string | number>>>();
const late = matchEventAsync(event, { messages: async () => true }, ({ id }) => id);
hold<Equal<typeof late, Promise<string | boolean>>>();
export const lateAction: Promise<Action> = matchEventAsync(event, {
  messages: async ({ text }) => ({ type: "show", text }),
  files: () => ({ type: "hide" }),
});
// @ts-expect-error -- files are not handled
matchEventAsync(event, { messages: async () => 1 });

const open = matchAnyEvent(any, { messages: ({ text }) => text, files: ({ size }) => size }, (unknown) => {
  hold<Equal<typeof unknown, UnknownEvent>>();
  return true;
});
hold<Equal<typeof open, string | number | boolean>>();
const some = matchAnyEvent(any, { messages: ({ text }) => text }, (other) => {
  hold<Equal<typeof other, AnyEvent>>();
  return 1;
});
hold<Equal<typeof some, string | number>>();
const openLate = matchAnyEventAsync(any, { messages: async ({ text }) => text, files: ({ size }) => size }, async () => null);
hold<Equal<typeof openLate, Promise<string | number | null>>>();
// @ts-expect-error -- what the schema does not know has to be handled
matchAnyEvent(any, { messages: () => 1, files: () => "" });
`;

const equal = `
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function hold<_ extends true>(): void {}
`;

describe("the types of a match", () => {
  const files = new Map([
    ["equal.ts", equal],
    ["consumer.ts", consumer],
  ]);
  beforeAll(async () => {
    files.set("one.ts", await generateText(oneTag, { unions: { Event: one } }));
    files.set("open.ts", await generateText(oneTag, { unions: { Event: { ...one, open: true } } }));
  });

  it.each(allCompilers)(
    "are what the handlers return, or what is expected of them, under %s",
    async (compiler) => {
      expect(await typeCheck(compiler, files, ["isolatedDeclarations", "noUnusedLocals"])).toBe("");
    },
  );

  it("name the handler that is missing, or too many", async () => {
    const missing =
      'import { type Event, matchEvent } from "./one.js";\nmatchEvent({} as Event, { messages: () => 1 });';
    const many = missing.replace("=> 1", '=> 1, files: () => "", rooms: () => 2');
    const said = await typeCheck(
      "typescript",
      new Map([...files, ["missing.ts", missing], ["many.ts", many]]),
      ["isolatedDeclarations", "noUnusedLocals"],
    );
    expect(said).toMatch(/missing\.ts\(2,[^]*Property 'files' is missing/);
    expect(said).toMatch(/many\.ts\(2,\d+\)[^]*Type '\(\) => number' is not assignable to type 'never'/);
  });
});
