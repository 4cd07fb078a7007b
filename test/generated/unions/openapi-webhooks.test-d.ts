import { describe, expectTypeOf, it } from "vitest";
import type {
  OrderBody,
  Ping,
  Webhook,
  WebhookByEvent,
  WebhookByName,
  WebhookEvent,
  WebhookHandlers,
} from "../../../generated/unions/openapi-webhooks/index.js";
import {
  createWebhookRouter,
  isWebhook,
  isWebhookEvent,
  matchWebhook,
  matchWebhookAsync,
} from "../../../generated/unions/openapi-webhooks/index.js";

declare const header: string;
declare const body: unknown;
declare const handlers: WebhookHandlers<string>;

describe("the webhooks of an OpenAPI document", () => {
  it("are narrowed by their name", () => {
    if (isWebhook("order", body)) expectTypeOf(body).toEqualTypeOf<OrderBody>();
    if (isWebhook(header, body)) expectTypeOf(body).toEqualTypeOf<Webhook>();
    if (isWebhookEvent(header)) expectTypeOf(header).toEqualTypeOf<WebhookEvent>();
    expectTypeOf<WebhookByEvent["ping"]>().toEqualTypeOf<Ping>();
    // @ts-expect-error -- no such webhook
    type Wrong = WebhookByEvent["pong"];
    expectTypeOf<Wrong>().toBeAny();
  });

  it("are matched exhaustively, and routed", () => {
    if (!isWebhookEvent(header) || !isWebhook(header, body)) return;
    expectTypeOf(matchWebhook(header, body, handlers)).toEqualTypeOf<string>();
    const { ping: _ping, ...others } = handlers;
    // @ts-expect-error -- `ping` has no handler
    matchWebhook(header, body, others);
    expectTypeOf(
      matchWebhookAsync(header, body, { ping: async () => 1 }, (event) => event),
    ).toEqualTypeOf<Promise<number | WebhookEvent>>();
    expectTypeOf<WebhookByName["refund"]>().toEqualTypeOf<WebhookByEvent["refund"]>();
    createWebhookRouter<string>().on("refund", (refund) => {
      expectTypeOf(refund.order).toEqualTypeOf<number>();
      // @ts-expect-error -- a refund has no lines
      return refund.lines;
    });
  });
});
