import { describe, expectTypeOf, it } from "vitest";
import type {
  AnyEvent,
  Event,
  EventByResource,
  EventByResourceAndType,
  EventHandlers,
  EventResource,
  MeetingsEvent,
  MembershipsEvent,
  MessagesCreatedEvent,
  MessagesEvent,
  RoomsEvent,
  UnknownEvent,
} from "../../generated/webex-event/src/index.js";
import {
  createEventRouter,
  eventIs,
  isEvent,
  isMessagesEvent,
  isUnknownEvent,
  matchAnyEvent,
  matchEvent,
} from "../../generated/webex-event/src/index.js";

declare const value: unknown;
declare const event: Event;
declare const any: AnyEvent;
declare const stranger: UnknownEvent;
declare const handlers: EventHandlers<string>;

describe("guards narrow", () => {
  it("unknown values, and a union to its variant", () => {
    if (isEvent(value)) expectTypeOf(value).toEqualTypeOf<Event>();
    if (isMessagesEvent(event)) expectTypeOf(event).toEqualTypeOf<MessagesEvent>();
    else expectTypeOf(event).toEqualTypeOf<Exclude<Event, MessagesEvent>>();
    if (isUnknownEvent(any)) expectTypeOf(any).toEqualTypeOf<UnknownEvent>();
    else expectTypeOf(any).toEqualTypeOf<Event>();
  });

  it("eventIs, by one tag and by two", () => {
    if (eventIs(event, "messages")) expectTypeOf(event).toEqualTypeOf<MessagesEvent>();
    if (eventIs(event, "messages", "created")) expectTypeOf(event.type).toEqualTypeOf<"created">();
    if (eventIs(any, "rooms")) expectTypeOf(any).toEqualTypeOf<RoomsEvent>();
    // @ts-expect-error -- no such resource
    eventIs(event, "message");
    // @ts-expect-error -- rooms are only ever updated
    eventIs(event, "rooms", "created");
  });

  it("switch, on a tag, both ways", () => {
    switch (any.resource) {
      case "meetings":
        if (any.type === "ended") expectTypeOf(any).toEqualTypeOf<MeetingsEvent>();
        break;
      case "memberships":
        if (any.type === "created") expectTypeOf(any).toEqualTypeOf<MembershipsEvent>();
        break;
      default:
    }
    switch (event.resource) {
      case "messages":
        expectTypeOf(event).toEqualTypeOf<MessagesEvent>();
        break;
      case "rooms":
        expectTypeOf(event.data.title).toEqualTypeOf<string | undefined>();
        break;
      default:
        expectTypeOf(event.resource).toEqualTypeOf<Exclude<EventResource, "messages" | "rooms">>();
    }
  });
});

describe("maps lead from tags to variants", () => {
  it("by one tag and by two", () => {
    expectTypeOf<EventByResource["messages"]>().toEqualTypeOf<MessagesEvent>();
    expectTypeOf<EventByResourceAndType["messages"]["created"]>().toEqualTypeOf<MessagesCreatedEvent>();
    expectTypeOf<keyof EventByResource>().toEqualTypeOf<EventResource>();
    expectTypeOf<keyof EventByResourceAndType["rooms"]>().toEqualTypeOf<"updated">();
    expectTypeOf<EventByResource[EventResource]>().toEqualTypeOf<Event>();
  });
});

describe("match is exhaustive", () => {
  it("with a handler for each variant, or a fallback", () => {
    expectTypeOf(matchEvent(event, handlers)).toEqualTypeOf<string>();
    const { messages: _messages, ...others } = handlers;
    // @ts-expect-error -- `messages` has no handler
    matchEvent(event, others);
    expectTypeOf(matchEvent(event, others, ({ id }) => id)).toEqualTypeOf<string>();
    matchEvent(event, { rooms: (room) => expectTypeOf(room).toEqualTypeOf<RoomsEvent>() }, () => true as const);
  });

  it("and the open form asks for the fallback", () => {
    // @ts-expect-error -- an unknown event has no handler
    matchAnyEvent(any, handlers);
    matchAnyEvent(any, handlers, (other) => {
      expectTypeOf(other).toEqualTypeOf<UnknownEvent>();
      return other.id;
    });
  });
});

describe("the router gives each handler its event", () => {
  it("by one tag and by two", () => {
    const router = createEventRouter<number>()
      .on("messages", (message) => {
        expectTypeOf(message).toEqualTypeOf<MessagesEvent>();
        return 1;
      })
      .on("messages", "created", (message) => {
        expectTypeOf(message).toEqualTypeOf<MessagesCreatedEvent>();
        return 2;
      })
      .otherwise((other) => {
        expectTypeOf(other).toEqualTypeOf<AnyEvent>();
        return 3;
      });
    expectTypeOf(router.dispatch(event)).toEqualTypeOf<number | undefined>();
    // @ts-expect-error -- rooms are only ever updated
    router.on("rooms", "created", () => 4);
    // @ts-expect-error -- a handler returns a number
    router.on("rooms", () => "4");
  });
});

describe("an unknown event", () => {
  it("keeps the envelope, and its tag is a string that is none of the known", () => {
    expectTypeOf(stranger.id).toEqualTypeOf<string>();
    expectTypeOf(stranger.resource).toExtend<string>();
    // @ts-expect-error -- not every event has data
    void stranger.data;
  });
});
