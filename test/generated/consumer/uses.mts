// Uses every export of the packed package as a consumer does. Compiled and run by consumer.test.ts, as ESM and as CommonJS.
import assert from "node:assert/strict";
import * as events from "@example/webex-event";
import type { AnyEvent, Event, EventByResource, EventByResourceAndType, EventHandlers } from "@example/webex-event";

const message = {
  id: "event",
  resource: "messages",
  type: "created",
  actorId: "actor",
  created: "2026-03-18T09:30:00.000Z",
  data: { id: "message", text: "Hello" },
};
const unknown = { ...message, resource: "holograms" };

const value: unknown = message;
assert.ok(events.isEvent(value));
const event: Event = value;
assert.ok(events.isMessagesEvent(event));
assert.ok(events.isMessagesCreatedEvent(event));
assert.ok(events.eventIs(event, "messages"));
assert.ok(events.eventIs(event, "messages", "created"));
const variant: EventByResource["messages"] = event;
const leaf: EventByResourceAndType["messages"]["created"] = event;
assert.equal(variant.data.text, leaf.data.text);

const handlers: EventHandlers<string> = {
  messages: ({ data }) => data.text ?? "",
  memberships: ({ resource }) => resource,
  rooms: ({ resource }) => resource,
  tabs: ({ resource }) => resource,
  attachmentActions: ({ resource }) => resource,
  meetings: ({ resource }) => resource,
  meetingTranscripts: ({ resource }) => resource,
  meetingMessages: ({ resource }) => resource,
  call_records: ({ resource }) => resource,
  files: ({ resource }) => resource,
  file_transcodings: ({ resource }) => resource,
  businessTexts: ({ resource }) => resource,
  convergedRecordings: ({ resource }) => resource,
};
assert.equal(events.matchEvent(event, handlers), "Hello");
assert.equal(events.matchEvent(event, {}, ({ resource }) => resource), "messages");

const stranger: unknown = unknown;
assert.ok(!events.isEvent(stranger));
assert.ok(events.isAnyEvent(stranger));
const any: AnyEvent = stranger;
assert.ok(events.isUnknownEvent(any));
assert.equal(
  events.matchAnyEvent(any, handlers, ({ resource }) => `new: ${resource}`),
  "new: holograms",
);

const router = events
  .createEventRouter<string>()
  .on("messages", "created", ({ data }) => `created ${data.text}`)
  .on("messages", ({ type }) => type)
  .otherwise(() => "otherwise");
assert.equal(router.dispatch(event), "created Hello");
assert.equal(router.dispatch({ ...event, type: "deleted" }), "deleted");
assert.equal(router.dispatch(any), "otherwise");

const result = events.validateEvent({ ...message, data: { id: 1 } }, { maxIssues: 5 });
assert.ok(!result.ok);
assert.equal(result.issues[0]?.pointer, "/data/id");
assert.throws(() => events.assertEvent({}), events.ValidationError);
assert.ok(events.parseEvent(JSON.stringify(message)).ok);
try {
  events.parseEventOrThrow("{");
  assert.fail("text that is no JSON");
} catch (error) {
  assert.ok(events.isValidationError(error));
}
assert.ok(events.isEventResource("rooms") && events.eventResources.includes("rooms"));
assert.ok(events.isEventType("read") && events.eventTypes.includes("read"));

/** Every function takes a value that it must judge, or an event; each is called, so that none is missing what it needs. */
for (const [name, member] of Object.entries(events)) {
  if (typeof member !== "function" || name === "ValidationError") continue;
  if (/^is[A-Z]/.test(name)) assert.equal(typeof (member as (value: unknown) => boolean)(message), "boolean", name);
  if (/^(assert|parse\w+OrThrow)/.test(name)) assert.throws(() => (member as (value: unknown) => void)("{"), name);
  if (/^validate|^parse(?!\w*OrThrow)/.test(name)) assert.equal((member as (value: unknown) => { ok: boolean })("{").ok, false, name);
}
console.log(Object.keys(events).length);
