import { describe, expectTypeOf, it } from "vitest";
import type {
  AnyBusEvent,
  BusEvent,
  BusEventBySourceAndDetailType,
  OrderPlaced,
  StockMoved,
  UnknownBusEvent,
} from "../../../generated/unions/open-union/index.js";
import {
  busEventIs,
  createBusEventRouter,
  isAnyBusEvent,
  isUnknownBusEvent,
  matchAnyBusEvent,
  matchBusEvent,
} from "../../../generated/unions/open-union/index.js";

declare const value: unknown;
declare const event: BusEvent;
declare const any: AnyBusEvent;

describe("an open union of two tags", () => {
  it("narrows by both, and keeps the envelope of what is unknown", () => {
    if (isAnyBusEvent(value)) expectTypeOf(value).toEqualTypeOf<AnyBusEvent>();
    if (isUnknownBusEvent(any)) {
      expectTypeOf(any).toEqualTypeOf<UnknownBusEvent>();
      expectTypeOf(any.account).toEqualTypeOf<string>();
      // @ts-expect-error -- not every event has details
      void any.detail;
    } else expectTypeOf(any).toEqualTypeOf<BusEvent>();
    if (busEventIs(any, "shop.orders", "Order Placed")) expectTypeOf(any.detail.total).toEqualTypeOf<number>();
    expectTypeOf<BusEventBySourceAndDetailType["shop.orders"]["Order Placed"]>().toEqualTypeOf<OrderPlaced>();
    // @ts-expect-error -- stock is not placed
    busEventIs(event, "shop.stock", "Order Placed");
  });

  it("asks for a handler of what is unknown", () => {
    const handlers = { "shop.orders": () => 1, "shop.stock": ({ detail }: StockMoved) => detail.by };
    expectTypeOf(matchBusEvent(event, handlers)).toEqualTypeOf<number>();
    // @ts-expect-error -- what is unknown has no handler
    matchAnyBusEvent(any, handlers);
    expectTypeOf(matchAnyBusEvent(any, handlers, ({ id }) => id.length)).toEqualTypeOf<number>();
    // @ts-expect-error -- orders have no handler
    matchBusEvent(event, { "shop.stock": () => 1 });
    // @ts-expect-error -- nobody moves orders
    createBusEventRouter().on("shop.orders", "Stock Moved", () => {});
  });
});
