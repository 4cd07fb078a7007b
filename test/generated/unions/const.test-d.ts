import { describe, expectTypeOf, it } from "vitest";
import type {
  Failed,
  StreamEvent,
  StreamEventByType,
  StreamEventHandlers,
  StreamEventType,
  TextDelta,
} from "../../../generated/unions/const/index.js";
import {
  createStreamEventRouter,
  isStreamEvent,
  isTextDelta,
  matchStreamEvent,
  streamEventIs,
} from "../../../generated/unions/const/index.js";

declare const value: unknown;
declare const event: StreamEvent;
declare const handlers: StreamEventHandlers<string>;

describe("a tag of one const in each variant", () => {
  it("is narrowed by guards, by the helper, and by switch", () => {
    if (isStreamEvent(value)) expectTypeOf(value).toEqualTypeOf<StreamEvent>();
    if (isTextDelta(event)) expectTypeOf(event).toEqualTypeOf<TextDelta>();
    else expectTypeOf(event).toEqualTypeOf<Exclude<StreamEvent, TextDelta>>();
    if (streamEventIs(event, "answer.text.delta")) expectTypeOf(event.delta).toEqualTypeOf<string>();
    // @ts-expect-error -- no such type
    streamEventIs(event, "answer.text");
    switch (event.type) {
      case "error":
        expectTypeOf(event).toEqualTypeOf<Failed>();
        // @ts-expect-error -- what failed is not numbered
        void event.sequence;
        break;
      default:
        expectTypeOf(event.sequence).toEqualTypeOf<number>();
    }
  });

  it("leads to its variants", () => {
    expectTypeOf<StreamEventByType["error"]>().toEqualTypeOf<Failed>();
    expectTypeOf<keyof StreamEventByType>().toEqualTypeOf<StreamEventType>();
    expectTypeOf<StreamEventByType[StreamEventType]>().toEqualTypeOf<StreamEvent>();
  });

  it("is matched exhaustively", () => {
    expectTypeOf(matchStreamEvent(event, handlers)).toEqualTypeOf<string>();
    const { error: _error, ...others } = handlers;
    // @ts-expect-error -- `error` has no handler
    matchStreamEvent(event, others);
    matchStreamEvent(event, others, ({ type }) => type);
    // @ts-expect-error -- a failure has a message, not a delta
    matchStreamEvent<unknown>(event, { error: ({ delta }) => delta }, () => "");
  });

  it("is routed", () => {
    const router = createStreamEventRouter<number>().on("answer.finished", ({ usage }) => usage.written);
    expectTypeOf(router.dispatch(event)).toEqualTypeOf<number | undefined>();
    // @ts-expect-error -- no such type
    router.on("answer.paused", () => 1);
    // @ts-expect-error -- a handler returns a number
    router.on("answer.started", ({ model }) => model);
  });
});
