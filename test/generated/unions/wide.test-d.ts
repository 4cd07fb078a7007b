import { describe, expectTypeOf, it } from "vitest";
import type {
  AccountingEvent,
  AccountingEventByType,
  AccountingEventHandlers,
  AccountingEventType,
  CardUpdated,
  InvoiceArchived,
} from "../../../generated/unions/wide/index.js";
import {
  accountingEventIs,
  createAccountingEventRouter,
  isAccountingEvent,
  matchAccountingEvent,
} from "../../../generated/unions/wide/index.js";

declare const value: unknown;
declare const event: AccountingEvent;
declare const handlers: AccountingEventHandlers<string>;

describe("64 variants", () => {
  it("are narrowed", () => {
    if (isAccountingEvent(value)) expectTypeOf(value).toEqualTypeOf<AccountingEvent>();
    if (accountingEventIs(event, "card.updated")) expectTypeOf(event).toEqualTypeOf<CardUpdated>();
    if (event.type === "invoice.archived") expectTypeOf(event).toEqualTypeOf<InvoiceArchived>();
    expectTypeOf<AccountingEventByType["invoice.archived"]>().toEqualTypeOf<InvoiceArchived>();
    expectTypeOf<AccountingEventByType[AccountingEventType]>().toEqualTypeOf<AccountingEvent>();
    // @ts-expect-error -- no such type
    accountingEventIs(event, "invoice.paid");
  });

  it("are matched exhaustively, and routed", () => {
    expectTypeOf(matchAccountingEvent(event, handlers)).toEqualTypeOf<string>();
    const { "transfer.archived": _last, ...others } = handlers;
    // @ts-expect-error -- the last has no handler
    matchAccountingEvent(event, others);
    // @ts-expect-error -- a card has no invoice
    createAccountingEventRouter().on("card.updated", ({ invoice }) => invoice);
  });
});
