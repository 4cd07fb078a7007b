import { describe, expectTypeOf, it } from "vitest";
import type {
  LabelCreated,
  LabelEdited,
  LabelEvent,
  LabelEventAction,
  LabelEventByAction,
} from "../../../generated/unions/enum-of-one/index.js";
import { isLabelEvent, labelEventIs, matchLabelEvent } from "../../../generated/unions/enum-of-one/index.js";

declare const value: unknown;
declare const event: LabelEvent;

describe("a tag of an enum of one in each variant", () => {
  it("is narrowed as a const is", () => {
    if (isLabelEvent(value)) expectTypeOf(value).toEqualTypeOf<LabelEvent>();
    expectTypeOf<LabelEventAction>().toEqualTypeOf<"created" | "edited" | "deleted">();
    expectTypeOf<LabelEventByAction["created"]>().toEqualTypeOf<LabelCreated>();
    if (labelEventIs(event, "edited")) expectTypeOf(event).toEqualTypeOf<LabelEdited>();
    if (event.action !== "edited") {
      // @ts-expect-error -- what was not edited has no changes
      void event.changes;
    }
    // @ts-expect-error -- no such action
    labelEventIs(event, "renamed");
  });

  it("is matched exhaustively", () => {
    const text = matchLabelEvent(event, {
      created: ({ label }) => label.name,
      edited: ({ changes }) => changes.name?.from ?? "",
      deleted: ({ repository }) => repository,
    });
    expectTypeOf(text).toEqualTypeOf<string>();
    // @ts-expect-error -- `deleted` has no handler
    matchLabelEvent(event, { created: () => 1, edited: () => 2 });
    // @ts-expect-error -- no such action
    matchLabelEvent(event, { created: () => 1, edited: () => 2, deleted: () => 3, renamed: () => 4 });
  });
});
