import { describe, expectTypeOf, it } from "vitest";
import type { Change, ChangeByAction, UpdateChange } from "../../../generated/unions/flat-enum/index.js";
import { changeIs, createChangeRouter, isUpdateChange, matchChange } from "../../../generated/unions/flat-enum/index.js";

declare const value: unknown;
declare const change: Change;

describe("a flat object whose tag the config names", () => {
  it("has a part for each value, all of the same properties", () => {
    expectTypeOf<ChangeByAction["update"]>().toEqualTypeOf<UpdateChange>();
    expectTypeOf<UpdateChange>().toExtend<Change>();
    expectTypeOf<UpdateChange["title"]>().toEqualTypeOf<string | undefined>();
    if (isUpdateChange(value)) expectTypeOf(value.action).toEqualTypeOf<"update">();
    if (changeIs(change, "remove")) expectTypeOf(change.action).toEqualTypeOf<"remove">();
    // @ts-expect-error -- no such action
    changeIs(change, "archive");
  });

  it("is matched exhaustively, and routed", () => {
    expectTypeOf(
      matchChange(change, { create: ({ id }) => id, update: ({ id }) => id, remove: ({ reason }) => reason }),
    ).toEqualTypeOf<string | undefined>();
    // @ts-expect-error -- what is removed has no handler
    matchChange(change, { create: ({ id }) => id, update: ({ id }) => id });
    // @ts-expect-error -- a change has no author
    createChangeRouter().on("create", ({ author }) => author);
  });
});
