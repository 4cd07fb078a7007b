import { describe, expectTypeOf, it } from "vitest";
import type {
  Delivery,
  DeliveryByEvent,
  DeliveryByEventAndAction,
  DeliveryByName,
  DeliveryEvent,
  DeliveryHandlers,
  DeliveryListenerArguments,
  DeliveryMessage,
  DeliveryName,
  IssuesClosed,
  IssuesEvent,
  IssuesLabeled,
  PushEvent,
  StarEvent,
} from "../../../generated/unions/external-tag/index.js";
import {
  createDeliveryRouter,
  deliveryIs,
  deliveryName,
  emitDelivery,
  isDelivery,
  isDeliveryBody,
  isDeliveryEvent,
  isDeliveryMessage,
  issuesClosed,
  matchDelivery,
  matchDeliveryAsync,
  validateDelivery,
} from "../../../generated/unions/external-tag/index.js";

declare const header: string;
declare const event: DeliveryEvent;
declare const value: unknown;
declare const body: Delivery;
declare const message: DeliveryMessage;
declare const handlers: DeliveryHandlers<string>;

declare const push: PushEvent;
declare const emitter: { emit(name: DeliveryName, body: unknown): boolean };
declare const closed: Omit<IssuesClosed, "action">;

describe("a tag that stands outside the body", () => {
  it("narrows the body beside it", () => {
    expectTypeOf<DeliveryEvent>().toEqualTypeOf<"push" | "star" | "issues">();
    if (isDeliveryEvent(header)) expectTypeOf(header).toEqualTypeOf<DeliveryEvent>();
    if (isDelivery("push", value)) expectTypeOf(value).toEqualTypeOf<PushEvent>();
    if (isDelivery(header, value)) expectTypeOf(value).toEqualTypeOf<Delivery>();
    if (isDeliveryBody(value)) expectTypeOf(value).toEqualTypeOf<Delivery>();
    if (deliveryIs(event, body, "issues", "closed")) {
      expectTypeOf(body.reason).toEqualTypeOf<"completed" | "not_planned">();
    }
    const result = validateDelivery("star", value);
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<StarEvent>();
    // @ts-expect-error -- a push has no action
    deliveryIs(event, body, "push", "created");
    // @ts-expect-error -- no such event
    deliveryIs(event, body, "fork");
  });

  it("leads to its variants, and is narrowed by switch where both are one object", () => {
    expectTypeOf<DeliveryByEvent["issues"]>().toEqualTypeOf<IssuesEvent>();
    expectTypeOf<DeliveryByEventAndAction["issues"]["closed"]>().toEqualTypeOf<IssuesClosed>();
    expectTypeOf<keyof DeliveryByEventAndAction>().toEqualTypeOf<"star" | "issues">();
    if (message.event === "push") expectTypeOf(message.body).toEqualTypeOf<PushEvent>();
    // @ts-expect-error -- only a push has commits
    if (message.event === "star") void message.body.commits;
    if (isDeliveryMessage({ event: header, body: value })) expectTypeOf(header).toEqualTypeOf<string>();
  });

  it("is matched exhaustively, and routed", () => {
    expectTypeOf(matchDelivery(event, body, handlers)).toEqualTypeOf<string>();
    const { push: _push, ...others } = handlers;
    // @ts-expect-error -- pushes have no handler
    matchDelivery(event, body, others);
    expectTypeOf(matchDelivery(event, body, others, (name) => name)).toEqualTypeOf<string>();
    expectTypeOf(
      matchDelivery(event, body, { push: () => 1, star: ({ action }) => action, issues: () => null }),
    ).toEqualTypeOf<number | "created" | "deleted" | null>();
    createDeliveryRouter<string>()
      .on("issues", "labeled", ({ label }) => label)
      .on("push", ({ ref }) => ref)
      // @ts-expect-error -- a star has no label
      .on("star", "created", ({ label }) => label);
  });

  it("is matched by handlers that are awaited", () => {
    expectTypeOf(
      matchDeliveryAsync("push", push, { push: async ({ ref }) => ref }),
    ).toEqualTypeOf<Promise<string>>();
    expectTypeOf(
      matchDeliveryAsync(event, body, { push: async ({ ref }) => ref }, () => 1),
    ).toEqualTypeOf<Promise<string | number>>();
    // @ts-expect-error -- stars and issues have no handler
    void matchDeliveryAsync(event, body, { push: async () => 1 });
  });

  it("names a body with the action within, and types what listens by it", () => {
    expectTypeOf(deliveryName(event, body)).toEqualTypeOf<DeliveryName>();
    expectTypeOf<DeliveryName<"star">>().toEqualTypeOf<"star.created" | "star.deleted">();
    expectTypeOf<DeliveryByName["issues.closed"]>().toEqualTypeOf<IssuesClosed>();
    expectTypeOf<DeliveryListenerArguments["issues.labeled"]>().toEqualTypeOf<[body: IssuesLabeled]>();
    expectTypeOf<DeliveryListenerArguments["push"]>().toEqualTypeOf<[body: PushEvent]>();
    emitDelivery(emitter, "push", push);
    // @ts-expect-error -- a push is no star
    emitDelivery(emitter, "star", push);
  });

  it("is not filled in where a body is made, but the action is", () => {
    expectTypeOf(issuesClosed(closed)).toEqualTypeOf<IssuesClosed>();
    // @ts-expect-error -- the action is filled in
    issuesClosed({ ...closed, action: "closed" });
  });
});
