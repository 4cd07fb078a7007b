import { describe, expectTypeOf, it } from "vitest";
import type {
  AnyNotification,
  Follow,
  Mention,
  Notification,
  NotificationByType,
  NotificationHandlers,
  NotificationType,
} from "../../../generated/unions/open-fallback/index.js";
import {
  createNotificationRouter,
  isAnyNotification,
  isNotification,
  isUnknownNotification,
  matchNotification,
  notificationIs,
} from "../../../generated/unions/open-fallback/index.js";

declare const value: unknown;
declare const notification: Notification;
declare const any: AnyNotification;
declare const handlers: NotificationHandlers<string>;

describe("a branch that takes every other tag", () => {
  it("is the unknown variant, and the known are narrowed", () => {
    if (isNotification(value)) expectTypeOf(value).toEqualTypeOf<Notification>();
    expectTypeOf<NotificationType>().toEqualTypeOf<"mention" | "follow" | "poll">();
    expectTypeOf<NotificationByType["follow"]>().toEqualTypeOf<Follow>();
    if (notificationIs(notification, "mention")) expectTypeOf(notification.status.text).toEqualTypeOf<string>();
    if (isAnyNotification(value)) expectTypeOf(value).toEqualTypeOf<AnyNotification>();
    if (isUnknownNotification(any)) {
      expectTypeOf(any.id).toEqualTypeOf<string>();
      // @ts-expect-error -- what is unknown need not have votes
      void any.votes;
    } else expectTypeOf(any.type).toEqualTypeOf<NotificationType>();
    if (any.type === "follow") expectTypeOf(any).toEqualTypeOf<Follow>();
    // @ts-expect-error -- nobody knows this type
    notificationIs(notification, "reblog");
  });

  it("asks for a handler of its own", () => {
    // @ts-expect-error -- what is unknown has no handler
    matchNotification(notification, handlers);
    expectTypeOf(matchNotification(notification, handlers, ({ id }) => id)).toEqualTypeOf<string>();
    const { poll: _poll, ...others } = handlers;
    matchNotification(notification, others, ({ type }) => type);
    createNotificationRouter<string>()
      .on("mention", ({ status }: Mention) => status.text)
      // @ts-expect-error -- who follows writes nothing
      .on("follow", ({ status }) => status.text);
  });
});
