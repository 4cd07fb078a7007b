import { describe, expectTypeOf, it } from "vitest";
import type { KnownOrderStatus, OrderEvent, OrderStatus } from "../../../generated/unions/open-enum/index.js";
import { isKnownOrderStatus, matchOrderEvent } from "../../../generated/unions/open-enum/index.js";

declare const status: OrderStatus;
declare const event: OrderEvent;

describe("an open enum", () => {
  it("takes what it knows and any other text", () => {
    expectTypeOf<"paid">().toExtend<OrderStatus>();
    expectTypeOf<string>().toExtend<OrderStatus>();
    // @ts-expect-error -- a number is no text
    const wrong: OrderStatus = 1;
    void wrong;
  });

  it("is narrowed to what it knows", () => {
    if (isKnownOrderStatus(status)) expectTypeOf(status).toEqualTypeOf<KnownOrderStatus>();
    expectTypeOf<KnownOrderStatus>().toEqualTypeOf<"created" | "paid" | "cancelled">();
  });

  it("leaves the union that it is part of closed", () => {
    // @ts-expect-error -- `order.shipped` has no handler
    matchOrderEvent(event, { "order.changed": () => 1 });
  });
});
