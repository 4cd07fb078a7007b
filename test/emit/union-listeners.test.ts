import { EventEmitter } from "node:events";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { byEventAndAction, webhook } from "./external-schemas.js";
import { generateText, importText } from "./generate-module.js";
import { compilers, platforms, typeCheck } from "./type-check.js";
import { mixedTags, numberTags, oneTag, twoTags, union, variant } from "./union-schemas.js";

type Call = (...values: readonly unknown[]) => unknown;

async function importHelpers(
  schema: JsonSchema,
  options: UnionOptions,
): Promise<Readonly<Record<string, Call>>> {
  const text = await generateText(schema, { unions: { Event: options } });
  return (await importText(text)) as Readonly<Record<string, Call>>;
}

const one: UnionOptions = { tags: ["resource"] };
const both: UnionOptions = { tags: ["resource", "type"] };
const created = { id: "1", resource: "messages", type: "created", text: "Hi" };

/** Values with dots, and pairs whose texts would be the same without an escape. */
const dotted = union({
  A: variant({ resource: "a", type: ["b.c", "50%"] }),
  B: variant({ resource: "a.b", type: "c" }),
});

describe("the name of an event", () => {
  it("is its tag, or both with a dot between", async () => {
    const file = { id: "2", resource: "files", size: 1 };
    expect((await importHelpers(oneTag, one))["eventName"]?.(file)).toBe("files");
    expect((await importHelpers(twoTags, both))["eventName"]?.(created)).toBe("messages.created");
  });

  it("is the text of a tag that is none", async () => {
    const helpers = await importHelpers(mixedTags, { tags: ["kind", "version"] });
    expect(helpers["eventName"]?.({ kind: null, version: null })).toBe("null.null");
    expect((await importHelpers(numberTags, { tags: ["version"] }))["eventName"]?.({ version: 1 })).toBe("1");
  });

  it("is of one pair alone, also where values have dots", async () => {
    const { eventName } = await importHelpers(dotted, both);
    expect(eventName?.({ resource: "a", type: "b.c" })).toBe("a.b%2Ec");
    expect(eventName?.({ resource: "a", type: "50%" })).toBe("a.50%25");
    expect(eventName?.({ resource: "a.b", type: "c" })).toBe("a.b.c");
  });

  it("is made of the tags where the schema does not know them", async () => {
    const helpers = await importHelpers(twoTags, { ...both, open: true });
    expect(helpers["eventName"]?.({ id: "1", resource: "rooms", type: "v1.created" })).toBe(
      "rooms.v1%2Ecreated",
    );
  });
});

it("an event is emitted by its name", async () => {
  const { emitEvent } = await importHelpers(twoTags, both);
  const emitter = new EventEmitter();
  const [listener, other] = [vi.fn(), vi.fn()];
  emitter.on("messages.created", listener).on("messages", other);
  emitEvent?.(emitter, created);
  expect(listener.mock.calls).toEqual([[created]]);
  expect(other).not.toHaveBeenCalled();
});

/** What mitt 3 declares, as far as it concerns the names of events. */
const mitt = `
export type EventType = string | symbol;
export type Handler<T = unknown> = (event: T) => void;
export type WildcardHandler<T = Record<string, unknown>> = (type: keyof T, event: T[keyof T]) => void;
export interface Emitter<Events extends Record<EventType, unknown>> {
  on<Key extends keyof Events>(type: Key, handler: Handler<Events[Key]>): void;
  on(type: "*", handler: WildcardHandler<Events>): void;
  emit<Key extends keyof Events>(type: Key, event: Events[Key]): void;
  emit<Key extends keyof Events>(type: undefined extends Events[Key] ? Key : never): void;
}
export declare function mitt<Events extends Record<EventType, unknown>>(): Emitter<Events>;
`;

const consumer = `
import { EventEmitter } from "node:events";
import { mitt } from "./mitt.js";
import type * as One from "./one.js";
import * as outside from "./outside.js";
import * as two from "./two-open.js";
import type { AnyEvent, EventByName, EventListenerArguments, EventListenerTarget, EventName, MessagesCreatedEvent } from "./two-open.js";
import { emitEvent, eventName } from "./two-open.js";
import type { EventName as DottedName, EventByName as EventByDottedName } from "./dotted.js";
import type { EventName as NumberName } from "./numbers.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: two.Event;
declare const any: AnyEvent;

hold<Equal<EventName, "messages.created" | "messages.deleted" | "files.read">>();
hold<Equal<EventName<"files">, "files.read">>();
hold<Equal<EventName, keyof EventByName>>();
hold<Equal<EventByName["messages.created"], MessagesCreatedEvent>>();
hold<Equal<One.EventName, "messages" | "files">>();
hold<Equal<One.EventByName["files"], One.File>>();
hold<Equal<DottedName, "a.b%2Ec" | "a.50%25" | "a.b.c">>();
hold<Equal<DottedName<"a">, "a.b%2Ec" | "a.50%25">>();
hold<Equal<DottedName, keyof EventByDottedName>>();
hold<Equal<NumberName, "1" | "2" | "3">>();

const name: EventName = eventName(event);
const text: string = eventName(any);
// @ts-expect-error -- the name of an event that may be unknown is any text
const narrow: EventName = eventName(any);
export const names = [name, text, narrow];

const emitter = new EventEmitter<EventListenerArguments>();
emitter.on("messages.created", (message) => hold<Equal<typeof message, MessagesCreatedEvent>>());
emitter.emit("files.read", { id: "", resource: "files", type: "read", size: 1 });
// @ts-expect-error -- a message has no size
emitter.on("messages.created", ({ size }) => size);
// @ts-expect-error -- that is no file
emitter.emit("files.read", { id: "", resource: "messages", type: "created", text: "" });
emitEvent(emitter, event);
// @ts-expect-error -- it may be one that nothing listens to
emitEvent(emitter, any);

const small = mitt<EventByName>();
small.on("messages.created", (message) => hold<Equal<typeof message, MessagesCreatedEvent>>());
small.on("*", (type, each) => [type satisfies EventName, each satisfies two.Event]);
small.emit(eventName(event), event);
emitEvent(small, event);
declare const header: outside.WebhookEventEvent;
declare const body: outside.WebhookEvent;
const bodies = new EventEmitter<outside.WebhookEventListenerArguments>();
bodies.on("issues.opened", (opened) => hold<Equal<typeof opened, outside.IssuesOpened>>());
// @ts-expect-error -- no such action
bodies.on("issues.created", () => {});
outside.emitWebhookEvent(bodies, header, body);
outside.emitWebhookEvent(mitt<outside.WebhookEventByName>(), header, body);
const bodyTarget: outside.WebhookEventListenerTarget<globalThis.Event> = new EventTarget();
bodyTarget.addEventListener("push", ({ detail }) => hold<Equal<typeof detail, outside.PushEvent>>());
mitt<One.EventByName>().on("files", ({ size }) => size);
// @ts-expect-error -- no such name
small.on("messages", () => {});
// @ts-expect-error -- a target dispatches, and emits nothing
emitEvent(new EventTarget(), event);

const target: EventListenerTarget<Event> = new EventTarget();
target.addEventListener("messages.created", (dispatched) => {
  hold<Equal<typeof dispatched.detail, MessagesCreatedEvent>>();
  dispatched.preventDefault();
}, { once: true });
target.addEventListener("files.read", { handleEvent: ({ detail }) => detail.size });
target.removeEventListener("files.read", null);
target.dispatchEvent(new CustomEvent(eventName(event), { detail: event }));
// @ts-expect-error -- a message has no size
target.addEventListener("messages.created", ({ detail }) => detail.size);
// @ts-expect-error -- no such name
target.addEventListener("messages", () => {});
// @ts-expect-error -- no such option
target.addEventListener("files.read", () => {}, { twice: true });
// @ts-expect-error -- nothing is told
target.dispatchEvent(new Event("files.read"));
`;

const equal = `
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function hold<_ extends true>(): void {}
`;

describe("the types of listeners", () => {
  const files = new Map([
    ["equal.ts", equal],
    ["mitt.d.ts", mitt],
    ["consumer.ts", consumer],
  ]);
  beforeAll(async () => {
    const add = async (name: string, schema: JsonSchema, options: UnionOptions) =>
      files.set(`${name}.ts`, await generateText(schema, { unions: { Event: options } }));
    await add("one", oneTag, one);
    await add("two-open", twoTags, { ...both, open: true });
    await add("dotted", dotted, both);
    files.set("outside.ts", await generateText(webhook, { unions: { WebhookEvent: byEventAndAction } }));
    await add("numbers", numberTags, { tags: ["version"] });
  });

  it.each(compilers)("fit Node's EventEmitter, EventTarget and mitt under %s", async (compiler) => {
    expect(await typeCheck(compiler, files, ["isolatedDeclarations"], platforms)).toBe("");
  });

  it("need no platform", async () => {
    const generated = new Map([...files].filter(([name]) => !/consumer|mitt/.test(name)));
    expect(await typeCheck("typescript", generated)).toBe("");
  });

  it("are templates of the tags where values have no dots, and literal where they do", () => {
    const typeOf = (name: string) => /type EventName<.*?;\n/s.exec(files.get(`${name}.ts`) ?? "")?.[0];
    expect(typeOf("two-open")).toContain("${Name}.${keyof EventByResourceAndType[Name] & string}");
    expect(typeOf("dotted")).toContain('"a.b%2Ec" | "a.50%25"');
  });
});

describe("where a definition has one of these names", () => {
  it("they give way, and no other does", async () => {
    const schema = union(
      { A: variant({ kind: "a" }), B: variant({ kind: "b" }) },
      { EventName: { type: "string" } },
    );
    const text = await generateText(schema);
    expect(text).toContain("export type EventName = string;");
    expect(text).toContain("export type EventUnionByName = ");
    expect(text).toContain("export function matchEvent<");
  });

  it("so they do where a tag has it", async () => {
    const text = await generateText(union({ A: variant({ name: "a" }), B: variant({ name: "b" }) }));
    expect(text).toContain("export interface EventByName {");
    expect(text).toContain("export type EventUnionName = keyof EventUnionByName;");
  });
});
