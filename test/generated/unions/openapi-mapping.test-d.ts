import { describe, expectTypeOf, it } from "vitest";
import type {
  Email,
  Notification,
  NotificationHandlers,
  Push,
  Receipt,
} from "../../../generated/unions/openapi-mapping/index.js";
import { matchNotification, notificationIs } from "../../../generated/unions/openapi-mapping/index.js";

declare const notification: Notification;
declare const receipt: Receipt;
declare const handlers: NotificationHandlers<number>;

describe("a discriminator with a mapping", () => {
  it("narrows by what is mapped, and by each of two values of one schema", () => {
    if (notificationIs(notification, "ios")) {
      expectTypeOf(notification.channel).toEqualTypeOf<"ios">();
      expectTypeOf(notification).toExtend<Push>();
    }
    // @ts-expect-error -- nothing is mapped to it
    notificationIs(notification, "fax");
    if (notification.channel === "email") expectTypeOf(notification).toExtend<Email>();
  });

  it("has other values for the same schema in another union", () => {
    if (receipt.channel === "mail") expectTypeOf(receipt.subject).toEqualTypeOf<string>();
    // @ts-expect-error -- that is what notifications are called
    void (receipt.channel === "email");
  });

  it("is matched exhaustively", () => {
    expectTypeOf(matchNotification(notification, handlers)).toEqualTypeOf<number>();
    const { android: _android, ...others } = handlers;
    // @ts-expect-error -- `android` has no handler
    matchNotification(notification, others);
  });
});
