import { describe, expectTypeOf, it } from "vitest";
import type {
  ImageMessage,
  LocationMessage,
  Membership,
  TextMessage,
  TimelineEvent,
  TimelineEventByType,
  TimelineEventByTypeAndMsgtype,
  TimelineEventMsgtype,
} from "../../../generated/unions/mixed-depth/index.js";
import {
  createTimelineEventRouter,
  isTimelineEvent,
  matchTimelineEvent,
  timelineEventIs,
} from "../../../generated/unions/mixed-depth/index.js";

declare const value: unknown;
declare const event: TimelineEvent;

describe("a second tag, deeper, that only some variants have", () => {
  it("narrows those", () => {
    if (isTimelineEvent(value)) expectTypeOf(value).toEqualTypeOf<TimelineEvent>();
    expectTypeOf<TimelineEventMsgtype>().toEqualTypeOf<"m.text" | "m.image" | "m.location">();
    expectTypeOf<TimelineEventByType["m.room.message"]>().toEqualTypeOf<
      TextMessage | ImageMessage | LocationMessage
    >();
    expectTypeOf<TimelineEventByType["m.room.member"]>().toEqualTypeOf<Membership>();
    expectTypeOf<TimelineEventByTypeAndMsgtype["m.room.message"]["m.image"]>().toEqualTypeOf<ImageMessage>();
    if (timelineEventIs(event, "m.room.member")) {
      expectTypeOf(event.content.membership).toEqualTypeOf<"invite" | "join" | "leave">();
    }
    if (timelineEventIs(event, "m.room.message", "m.image")) {
      expectTypeOf(event.content.url).toEqualTypeOf<string>();
    }
    // @ts-expect-error -- not every message has a URL
    if (timelineEventIs(event, "m.room.message")) void event.content.url;
    // @ts-expect-error -- no such messages
    timelineEventIs(event, "m.room.message", "m.emote");
    // @ts-expect-error -- names are no messages
    timelineEventIs(event, "m.room.name", "m.text");
  });

  it("is matched by the first, and routed by both", () => {
    const states = {
      "m.room.member": ({ content }: Membership) => content.membership,
      "m.room.name": () => "",
    };
    // @ts-expect-error -- messages have no handler
    matchTimelineEvent(event, states);
    const text = matchTimelineEvent<string>(event, { ...states, "m.room.message": ({ content }) => content.body });
    expectTypeOf(text).toEqualTypeOf<string>();
    createTimelineEventRouter<string>()
      .on("m.room.message", "m.location", ({ content }) => content.geo_uri)
      // @ts-expect-error -- text is nowhere
      .on("m.room.message", "m.text", ({ content }) => content.geo_uri);
  });
});
