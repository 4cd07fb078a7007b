import { describe, expectTypeOf, it } from "vitest";
import type {
  ClientEvent,
  ClientEventType,
  InputAppended,
  InputEvent,
  InputEventByType,
  OutputDelta,
  RealtimeEvent,
  RealtimeEventByType,
  RealtimeEventType,
  ServerEvent,
} from "../../../generated/unions/nested-unions/index.js";
import {
  clientEventIs,
  isServerEvent,
  matchInputEvent,
  matchRealtimeEvent,
  realtimeEventIs,
} from "../../../generated/unions/nested-unions/index.js";

declare const event: RealtimeEvent;
declare const sent: ClientEvent;
declare const heard: InputEvent;

describe("a union of unions", () => {
  it("has the variants of all of them", () => {
    expectTypeOf<RealtimeEventType>().toEqualTypeOf<
      | ClientEventType
      | ("session.created" | "output.delta" | "output.done")
    >();
    expectTypeOf<RealtimeEventByType["output.delta"]>().toEqualTypeOf<OutputDelta>();
    expectTypeOf<RealtimeEventByType["input.append"]>().toEqualTypeOf<InputAppended>();
    expectTypeOf<keyof InputEventByType>().toEqualTypeOf<"input.append" | "input.commit">();
  });

  it("is narrowed to a variant, and to a union within", () => {
    if (realtimeEventIs(event, "input.append")) expectTypeOf(event.audio).toEqualTypeOf<string>();
    if (isServerEvent(event)) expectTypeOf(event).toEqualTypeOf<ServerEvent>();
    else expectTypeOf(event).toExtend<ClientEvent>();
    // @ts-expect-error -- the client does not send this
    clientEventIs(sent, "output.delta");
    // @ts-expect-error -- no such type
    realtimeEventIs(event, "InputEvent");
  });

  it("is matched by the variants of all of them", () => {
    const input = { "input.append": () => 1, "input.commit": () => 2 };
    const client = { ...input, "session.update": () => 3 };
    // @ts-expect-error -- what the server sends has no handler
    matchRealtimeEvent(event, client);
    expectTypeOf(matchRealtimeEvent(event, client, () => 4)).toEqualTypeOf<number>();
    if (sent.type !== "session.update") expectTypeOf(matchInputEvent(sent, input)).toEqualTypeOf<number>();
    // @ts-expect-error -- what the client sends is more than input
    matchInputEvent(sent, input);
    // @ts-expect-error -- the input commits without audio
    matchInputEvent<unknown>(heard, { "input.append": () => "", "input.commit": ({ audio }) => audio });
  });
});
