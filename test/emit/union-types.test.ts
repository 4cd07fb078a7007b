import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { templates } from "../../src/emit/templates.js";
import { generateText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";
import { flat, mixedTags, nested, oneTag, twoTags } from "./union-schemas.js";

const first: UnionOptions = { tags: ["resource"] };
const both: UnionOptions = { tags: ["resource", "type"] };

const modules: readonly (readonly [name: string, schema: JsonSchema, options: UnionOptions])[] = [
  ["one", oneTag, first],
  ["one-open", oneTag, { ...first, open: true }],
  ["two", twoTags, both],
  ["two-open", twoTags, { ...both, open: true }],
  ["mixed", mixedTags, { tags: ["kind", "version"] }],
  ["flat-open", flat, { ...both, open: true }],
  ["nested-open", nested, { tags: ["context.type"], open: true }],
];

/** What users write, and what they cannot; each line that must not compile says so, and must not. */
const consumers: Readonly<Record<string, string>> = {
  "one-consumer": `
import type { Event, EventByResource, EventHandlers, EventResource, File, Message } from "./one.js";
import { createEventRouter, eventIs, eventResources, isEvent, isEventResource, matchEvent } from "./one.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: Event;
declare const value: unknown;

hold<Equal<EventByResource["messages"], Message>>();
hold<Equal<EventResource, "messages" | "files">>();
hold<Equal<keyof EventByResource, EventResource>>();
hold<Equal<typeof eventResources, readonly ["messages", "files"]>>();

export function byGuard(): string {
  if (!isEvent(value)) return "";
  hold<Equal<typeof value, Event>>();
  // @ts-expect-error -- only a message has a text
  value.text;
  if (isEventResource(value.resource)) return value.resource;
  return value.id;
}

export function byHelper(): string | number {
  if (eventIs(event, "messages")) {
    hold<Equal<typeof event, Message>>();
    return event.text;
  }
  hold<Equal<typeof event, File>>();
  return event.size;
}

export function bySwitch(): string | number {
  switch (event.resource) {
    case "messages":
      return event.text;
    case "files":
      return event.size;
    default:
      hold<Equal<typeof event, never>>();
      return event;
  }
}

// @ts-expect-error -- no such resource
eventIs(event, "rooms");

hold<Equal<ReturnType<typeof numbered>, number>>();
export function numbered() {
  return matchEvent(event, { messages: ({ text }) => text.length, files: ({ size }) => size });
}

// @ts-expect-error -- files are not handled
matchEvent(event, { messages: ({ text }) => text.length });
// @ts-expect-error -- there are no rooms
matchEvent(event, { messages: () => 1, files: () => 2, rooms: () => 3 });
// @ts-expect-error -- a file has no text
matchEvent(event, { messages: () => "", files: ({ text }) => text });
matchEvent(event, { messages: ({ text }) => text }, (other) => other.id);
matchEvent<string | number>(event, { messages: ({ text }) => text, files: ({ size }) => size });

export const handlers: EventHandlers<string> = { messages: ({ text }) => text, files: ({ id }) => id };

const router = createEventRouter<string>();
router.on("messages", ({ text }) => text).on("files", ({ id }) => id).otherwise(({ id }) => id);
hold<Equal<ReturnType<typeof router.dispatch>, string | undefined>>();
// @ts-expect-error -- a file has no text
router.on("files", ({ text }) => text);
// @ts-expect-error -- a size is no string
router.on("files", ({ size }) => size);
// @ts-expect-error -- no such resource
router.on("rooms", () => "");
// @ts-expect-error -- there is one tag
router.on("messages", "created", () => "");
createEventRouter().on("messages", () => {});
`,
  "one-open-consumer": `
import type { AnyEvent, Event, File, Message, UnknownEvent } from "./one-open.js";
import { createEventRouter, eventIs, isAnyEvent, isEvent, isUnknownEvent, matchAnyEvent, matchEvent } from "./one-open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: AnyEvent;
declare const value: unknown;

hold<Equal<AnyEvent, Event | UnknownEvent>>();

export function bySwitch(): string | number {
  switch (event.resource) {
    case "messages":
      hold<Equal<typeof event, Message>>();
      return event.text;
    case "files":
      hold<Equal<typeof event, File>>();
      return event.size;
    default: {
      hold<Equal<typeof event, UnknownEvent>>();
      const tag: string = event.resource;
      return tag + event.id;
    }
  }
}

export function byGuard(): void {
  if (isAnyEvent(value)) hold<Equal<typeof value, AnyEvent>>();
  if (isUnknownEvent(event)) hold<Equal<typeof event, UnknownEvent>>();
  else hold<Equal<typeof event, Event>>();
  if (isEvent(event)) hold<Equal<typeof event, Event>>();
  else hold<Equal<typeof event, UnknownEvent>>();
}

export function byHelper(): string | number {
  if (eventIs(event, "messages")) return event.text;
  if (eventIs(event, "files")) return event.size;
  hold<Equal<typeof event, UnknownEvent>>();
  return event.id;
}

export const matched: number = matchAnyEvent(
  event,
  { messages: ({ text }) => text.length, files: ({ size }) => size },
  (unknown) => {
    hold<Equal<typeof unknown, UnknownEvent>>();
    return unknown.id.length;
  },
);
// @ts-expect-error -- what the schema does not know has to be handled
matchAnyEvent(event, { messages: () => 1, files: () => 2 });
matchAnyEvent(event, { messages: () => 1 }, (other) => {
  hold<Equal<typeof other, AnyEvent>>();
  return 2;
});
// @ts-expect-error -- an open event is no closed one
matchEvent(event, { messages: () => 1, files: () => 2 });

createEventRouter<void>().otherwise((other) => hold<Equal<typeof other, AnyEvent>>()).dispatch(event);
// @ts-expect-error -- any string will not do
export const made: UnknownEvent = { id: "1", resource: "rooms" };
`,
  "two-consumer": `
import type { Event, EventByResourceAndType, Message, MessagesCreatedEvent } from "./two.js";
import { createEventRouter, eventIs, isMessagesCreatedEvent, matchEvent } from "./two.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: Event;
declare const value: unknown;

hold<Equal<EventByResourceAndType["messages"]["created"], MessagesCreatedEvent>>();
hold<Equal<keyof EventByResourceAndType["messages"], "created" | "deleted">>();
hold<Equal<MessagesCreatedEvent["type"], "created">>();

export function narrow(): void {
  if (isMessagesCreatedEvent(value)) hold<Equal<typeof value, MessagesCreatedEvent>>();
  if (eventIs(event, "messages")) hold<Equal<typeof event, Message>>();
  if (eventIs(event, "messages", "created")) {
    hold<Equal<typeof event.type, "created">>();
    hold<Equal<typeof event, MessagesCreatedEvent>>();
    hold<Equal<typeof event.text, string>>();
    return;
  }
  hold<Equal<typeof event, Event>>();
  if (eventIs(event, "files", "read")) hold<Equal<typeof event.size, number>>();
}

// @ts-expect-error -- files are read only
eventIs(event, "files", "created");
// @ts-expect-error -- no such type
eventIs(event, "messages", "renamed");

createEventRouter<string>()
  .on("messages", ({ text, type }) => text + type)
  .on("messages", "created", (message) => {
    hold<Equal<typeof message, MessagesCreatedEvent>>();
    return message.text;
  })
  // @ts-expect-error -- files are read only
  .on("files", "created", () => "");

matchEvent(event, { messages: ({ type }) => type, files: ({ type }) => type satisfies "read" });
`,
  "two-open-consumer": `
import type { AnyEvent, Event, MessagesCreatedEvent, UnknownEvent } from "./two-open.js";
import { createEventRouter, eventIs, isUnknownEvent, matchAnyEvent } from "./two-open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: AnyEvent;

export function bySwitch(): string {
  if (isUnknownEvent(event)) return event.id;
  hold<Equal<typeof event, Event>>();
  switch (event.resource) {
    case "messages":
      return event.text;
    case "files":
      return event.type satisfies "read";
  }
}

export function byHelper(): string {
  if (eventIs(event, "messages", "created")) {
    hold<Equal<typeof event, MessagesCreatedEvent>>();
    return event.text + (event.type satisfies "created");
  }
  if (eventIs(event, "messages")) return event.type satisfies "created" | "deleted";
  return event.id;
}

matchAnyEvent(event, { messages: ({ text }) => text, files: ({ id }) => id }, (unknown) => {
  hold<Equal<typeof unknown, UnknownEvent>>();
  return unknown.id;
});
createEventRouter<string>().on("messages", "deleted", ({ type }) => type satisfies "deleted");
`,
  "mixed-consumer": `
import type { Event, EventByKind, EventByKindAndVersion, EventKind, EventVersion, None, One, Text } from "./mixed.js";
import { createEventRouter, eventIs, matchEvent } from "./mixed.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: Event;

hold<Equal<EventKind, 1 | true | null | "text">>();
hold<Equal<EventVersion, 1 | 2 | "x" | null | true | "2">>();
hold<Equal<EventByKind["null"], None>>();

export function narrow(): void {
  if (eventIs(event, 1)) hold<Equal<typeof event, One>>();
  if (eventIs(event, 1, 2)) hold<Equal<typeof event, EventByKindAndVersion["1"]["2"]>>();
  if (eventIs(event, "text", "2")) hold<Equal<typeof event.version, "2">>();
  if (eventIs(event, null, null)) hold<Equal<typeof event.kind, null>>();
}

// @ts-expect-error -- 1 goes with 1 and 2
eventIs(event, 1, "x");
// @ts-expect-error -- the number, not its text
eventIs(event, "1");

createEventRouter<string>()
  .on(1, ({ text }) => text)
  .on("text", true, ({ version }) => String(version satisfies true))
  // @ts-expect-error -- 1 goes with 1 and 2
  .on(1, "x", () => "");

matchEvent(event, { 1: ({ text }) => text, true: () => "", null: () => "", text: (other: Text) => String(other.version) });
// @ts-expect-error -- null is not handled
matchEvent(event, { 1: () => "", true: () => "", text: () => "" });
`,
  "flat-open-consumer": `
import type { AnyEvent, EventByResourceAndType, MessagesEvent, UnknownEvent } from "./flat-open.js";
import { eventIs, isMessagesEvent } from "./flat-open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: AnyEvent;
declare const value: unknown;

hold<Equal<MessagesEvent["resource"], "messages">>();
hold<Equal<EventByResourceAndType["messages"]["created"]["type"], "created">>();
hold<Equal<UnknownEvent["id"], string>>();

export function narrow(): void {
  if (isMessagesEvent(value)) hold<Equal<typeof value.resource, "messages">>();
  if (eventIs(event, "messages", "created")) hold<Equal<typeof event.type, "created">>();
}
`,
  "nested-open-consumer": `
import type { A, AnyEvent, EventByType } from "./nested-open.js";
import { createEventRouter, eventIs, isUnknownEvent, matchAnyEvent } from "./nested-open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: AnyEvent;

hold<Equal<EventByType["a"], A>>();

export function narrow(): string | number {
  if (eventIs(event, "a")) return event.text;
  if (eventIs(event, "b")) return event.size;
  if (isUnknownEvent(event)) {
    const type: string = event.context.type;
    return type;
  }
  return "";
}

matchAnyEvent(event, { a: ({ text }) => text, b: ({ context }) => context.type satisfies "b" }, () => "");
createEventRouter<string>().on("a", ({ text }) => text);
`,
};

/** What is of a union, and what a compiler cannot see to be. */
const parts = `
import type { PartOf } from "./part-of.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

interface A { kind: "a"; text: string }
interface B { kind: "b" }

hold<Equal<PartOf<A | B, A>, A>>();
hold<Equal<PartOf<A | B, { text: string }>, { text: string } & (A | B)>>();
`;

/** Options that are for those who publish declarations, or that the consumers above have no need of. */
const forUsers = ["isolatedDeclarations", "noUnusedLocals"];

const equal = `
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function hold<_ extends true>(): void {}
`;

describe("the helpers of unions", () => {
  const generated = new Map<string, string>();
  beforeAll(async () => {
    for (const [name, schema, options] of modules) {
      generated.set(`${name}.ts`, await generateText(schema, { unions: { Event: options } }));
    }
  });

  const program = (): ReadonlyMap<string, string> =>
    new Map([
      ...generated,
      ["equal.ts", equal],
      ["part-of.ts", templates["part-of"] ?? ""],
      ["parts.ts", parts],
      ...Object.entries(consumers).map(([name, text]) => [`${name}.ts`, text] as const),
    ]);

  it.each(allCompilers)("are of use to the letter of their types under %s", async (compiler) => {
    expect(await typeCheck(compiler, program(), forUsers)).toBe("");
  });

  it("have maps that are plain interfaces, and never search a union", () => {
    for (const text of generated.values()) {
      expect(text).not.toContain("Extract<");
      expect(text).toMatch(/^export interface EventBy\w+ \{$/m);
    }
  });

  it("are held by a check that can fail", async () => {
    const broken = new Map([
      ...program(),
      ["broken.ts", 'import { eventIs } from "./one.js";\neventIs({}, "rooms");'],
    ]);
    expect(await typeCheck("typescript", broken, forUsers)).toContain("broken.ts(2,");
  });
});
