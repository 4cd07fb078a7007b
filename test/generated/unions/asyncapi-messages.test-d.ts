import { describe, expectTypeOf, it } from "vitest";
import type {
  LightMeasured,
  Message,
  MessageByEventType,
  MessageEventType,
  MessageHandlers,
} from "../../../generated/unions/asyncapi-messages/index.js";
import {
  isMessage,
  isMessageEventType,
  matchMessage,
} from "../../../generated/unions/asyncapi-messages/index.js";

declare const header: string;
declare const payload: unknown;
declare const handlers: MessageHandlers<string>;

describe("the messages of an AsyncAPI document", () => {
  it("are narrowed by the header that tells them apart", () => {
    if (isMessage("light.measured", payload)) expectTypeOf(payload).toEqualTypeOf<LightMeasured>();
    if (isMessage(header, payload)) expectTypeOf(payload).toEqualTypeOf<Message>();
    expectTypeOf<keyof MessageByEventType>().toEqualTypeOf<MessageEventType>();
    // @ts-expect-error -- what was measured has no percent
    if (isMessage("light.measured", payload)) void payload.percent;
  });

  it("are matched exhaustively", () => {
    if (!isMessageEventType(header) || !isMessage(header, payload)) return;
    expectTypeOf(matchMessage(header, payload, handlers)).toEqualTypeOf<string>();
    const { "light.measured": _measured, ...others } = handlers;
    // @ts-expect-error -- `light.measured` has no handler
    matchMessage(header, payload, others);
  });
});
