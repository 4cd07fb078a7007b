import { describe, expectTypeOf, it } from "vitest";
import type {
  Dispatch,
  Frame,
  FrameByOp,
  FrameOp,
  Heartbeat,
  Hello,
} from "../../../generated/unions/integer-tag/index.js";
import { createFrameRouter, frameIs, isFrameOp, matchFrame } from "../../../generated/unions/integer-tag/index.js";

declare const code: number;
declare const frame: Frame;

describe("a tag of integers", () => {
  it("narrows by the number", () => {
    expectTypeOf<FrameOp>().toEqualTypeOf<0 | 1 | 7 | 9 | 10 | 11>();
    expectTypeOf<FrameByOp[0]>().toEqualTypeOf<Dispatch>();
    if (isFrameOp(code)) expectTypeOf(code).toEqualTypeOf<FrameOp>();
    if (frameIs(frame, 10)) expectTypeOf(frame).toEqualTypeOf<Hello>();
    if (frame.op === 1) expectTypeOf(frame).toEqualTypeOf<Heartbeat>();
    // @ts-expect-error -- a code is a number, not its digits
    frameIs(frame, "10");
    // @ts-expect-error -- no such code
    frameIs(frame, 2);
  });

  it("is matched and routed by the number", () => {
    const handlers = { 0: ({ t }: Dispatch) => t, 1: () => "", 7: () => "", 9: () => "", 10: () => "" };
    // @ts-expect-error -- 11 has no handler
    matchFrame(frame, handlers);
    expectTypeOf(matchFrame(frame, { ...handlers, 11: () => "" })).toEqualTypeOf<string>();
    createFrameRouter<number>()
      .on(10, ({ d }) => d.interval)
      // @ts-expect-error -- a heartbeat has no interval
      .on(1, ({ d }) => d.interval);
  });
});
