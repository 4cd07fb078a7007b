import { describe, expectTypeOf, it } from "vitest";
import type {
  AnyDeliveryMessage,
  DeliveryHandlers,
  PushEvent,
  UnknownDeliveryEvent,
} from "../../../generated/unions/external-tag/index.js";
import {
  isAnyDeliveryMessage,
  isUnknownDeliveryMessage,
  matchAnyDelivery,
} from "../../../generated/unions/external-tag/index.js";

declare const header: string;
declare const body: unknown;
declare const any: AnyDeliveryMessage;
declare const handlers: DeliveryHandlers<string>;

describe("a delivery that is still to come", () => {
  it("is what the default of a switch is left with", () => {
    const message = { event: header, body };
    if (!isAnyDeliveryMessage(message)) return;
    switch (message.event) {
      case "push":
        expectTypeOf(message.body).toEqualTypeOf<PushEvent>();
        break;
      case "issues":
      case "star":
        break;
      default:
        expectTypeOf(message.event).toEqualTypeOf<UnknownDeliveryEvent>();
        expectTypeOf(message.body).toBeUnknown();
    }
  });

  it("is told apart by its guard", () => {
    if (isUnknownDeliveryMessage(any)) return;
    expectTypeOf(any.event).toEqualTypeOf<"push" | "issues" | "star">();
  });

  it("has a fallback, which is compulsory", () => {
    expectTypeOf(matchAnyDelivery(any, handlers, () => "")).toBeString();
    // @ts-expect-error -- what is unknown has no handler
    matchAnyDelivery(any, handlers);
  });
});
