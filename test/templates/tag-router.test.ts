import { expect, it } from "vitest";
import { TagRouter } from "../../templates/runtime/tag-router.js";
import { createEventRouter, type Event } from "./samples/event-router.js";

const created: Event = { resource: "messages", type: "created", text: "hi" };
const deleted: Event = { resource: "messages", type: "deleted" };
const room: Event = { resource: "rooms", type: "created", title: "Lobby" };

it("calls the handler of the tag and returns its result", () => {
  const router = createEventRouter<string>()
    .on("messages", (event) => `message ${event.type}`)
    .on("rooms", (event) => event.title);
  expect([created, deleted, room].map((event) => router.dispatch(event))).toEqual([
    "message created",
    "message deleted",
    "Lobby",
  ]);
});

it("prefers the handler of a pair, in any order of registration", () => {
  const first = createEventRouter<string>()
    .on("messages", "created", (event) => event.text)
    .on("messages", () => "tag");
  const last = createEventRouter<string>()
    .on("messages", () => "tag")
    .on("messages", "created", (event) => event.text);
  for (const router of [first, last]) {
    expect(router.dispatch(created)).toBe("hi");
    expect(router.dispatch(deleted)).toBe("tag");
  }
});

it("passes the rest to otherwise, or returns undefined", () => {
  const router = createEventRouter<string>().on("messages", "created", () => "created");
  expect(router.dispatch(deleted)).toBeUndefined();
  expect(router.dispatch(room)).toBeUndefined();
  router.otherwise((event) => `other ${event.resource}`);
  expect(router.dispatch(deleted)).toBe("other messages");
  expect(router.dispatch(room)).toBe("other rooms");
});

it("returns what a handler returns, be it undefined, and calls no second one", () => {
  const router = createEventRouter<number | undefined>()
    .on("messages", () => undefined)
    .otherwise(() => 1);
  expect(router.dispatch(created)).toBeUndefined();
});

it("refuses a second handler for the same tags", () => {
  const router = createEventRouter()
    .on("messages", () => undefined)
    .on("messages", "created", () => undefined)
    .otherwise(() => undefined);
  expect(() => router.on("messages", () => undefined)).toThrow('There is a handler for "messages" already.');
  expect(() => router.on("messages", "created", () => undefined)).toThrow(
    'There is a handler for "messages", "created" already.',
  );
  expect(() => router.otherwise(() => undefined)).toThrow("There is a handler for otherwise already.");
  expect(() => router.on("messages", "deleted", () => undefined)).not.toThrow();
});

it('tells 1, "1", true and null apart, and finds no handler for an absent tag', () => {
  type Tagged = { readonly tag?: string | number | boolean | null };
  const router = new TagRouter<Tagged, string>(({ tag }) => tag)
    .on(1, () => "number")
    .on("1", () => "string")
    .on(true, () => "boolean")
    .on(null, () => "null")
    .on("undefined", () => "text");
  const tags: readonly Tagged[] = [{ tag: 1 }, { tag: "1" }, { tag: true }, { tag: null }, {}];
  expect(tags.map((value) => router.dispatch(value))).toEqual([
    "number",
    "string",
    "boolean",
    "null",
    undefined,
  ]);
});

it("does not take names of Object.prototype for tags", () => {
  const router = new TagRouter<{ readonly tag: string }, string>(({ tag }) => tag).on("a", () => "a");
  expect(router.dispatch({ tag: "constructor" })).toBeUndefined();
  expect(router.dispatch({ tag: "__proto__" })).toBeUndefined();
});
