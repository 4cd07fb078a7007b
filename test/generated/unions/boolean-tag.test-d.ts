import { describe, expectTypeOf, it } from "vitest";
import type { Refusal, Reply, ReplyByOk, ReplyOk, Success } from "../../../generated/unions/boolean-tag/index.js";
import { createReplyRouter, isReply, matchReply, replyIs } from "../../../generated/unions/boolean-tag/index.js";

declare const value: unknown;
declare const reply: Reply;

describe("a tag of booleans", () => {
  it("narrows by truth", () => {
    expectTypeOf<ReplyOk>().toEqualTypeOf<boolean>();
    expectTypeOf<keyof ReplyByOk>().toEqualTypeOf<"true" | "false">();
    expectTypeOf<ReplyByOk["true"]>().toEqualTypeOf<Success>();
    if (isReply(value) && value.ok) expectTypeOf(value).toEqualTypeOf<Success>();
    if (!reply.ok) expectTypeOf(reply).toEqualTypeOf<Refusal>();
    if (replyIs(reply, true)) expectTypeOf(reply.channel).toEqualTypeOf<string>();
    // @ts-expect-error -- the value, not its text
    replyIs(reply, "true");
  });

  it("is matched and routed", () => {
    expectTypeOf(
      matchReply(reply, { true: ({ channel }) => channel, false: ({ error }) => error }),
    ).toEqualTypeOf<string>();
    // @ts-expect-error -- refusals have no handler
    matchReply(reply, { true: ({ channel }) => channel });
    // @ts-expect-error -- a refusal has no channel
    createReplyRouter<string>().on(false, ({ channel }) => channel);
  });
});
