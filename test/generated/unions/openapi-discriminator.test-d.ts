import { describe, expectTypeOf, it } from "vitest";
import type { CardRefund, Payout, PayoutHandlers } from "../../../generated/unions/openapi-discriminator/index.js";
import {
  isPayout,
  matchPayout,
  payoutIs,
  storeCredit,
} from "../../../generated/unions/openapi-discriminator/index.js";

declare const value: unknown;
declare const payout: Payout;
declare const handlers: PayoutHandlers<string>;

describe("a discriminator whose values are names", () => {
  it("narrows by the name of each schema, and by a const that goes before it", () => {
    if (isPayout(value)) expectTypeOf(value).toEqualTypeOf<Payout>();
    if (payoutIs(payout, "CardRefund")) expectTypeOf(payout).toEqualTypeOf<CardRefund>();
    // @ts-expect-error -- the const says cheque
    payoutIs(payout, "Cheque");
    if (payout.method === "cheque") expectTypeOf(payout.payee).toEqualTypeOf<string>();
    // @ts-expect-error -- only a transfer has one
    void payout.iban;
  });

  it("is matched exhaustively", () => {
    expectTypeOf(matchPayout(payout, handlers)).toEqualTypeOf<string>();
    const { cheque: _cheque, ...others } = handlers;
    // @ts-expect-error -- `cheque` has no handler
    matchPayout(payout, others);
    expectTypeOf(storeCredit({ amount: 1 }).method).toEqualTypeOf<"StoreCredit">();
  });
});
