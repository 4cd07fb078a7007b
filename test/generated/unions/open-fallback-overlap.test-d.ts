import { describe, expectTypeOf, it } from "vitest";
import type { AnySignal, Fall, Low, Signal } from "../../../generated/unions/open-fallback-overlap/index.js";
import * as module from "../../../generated/unions/open-fallback-overlap/index.js";

declare const value: unknown;
declare const signal: Signal;

describe("a branch that takes every tag", () => {
  it("leaves guards alone, since a tag says nothing", () => {
    if (module.isSignal(value)) expectTypeOf(value).toEqualTypeOf<Signal>();
    if (module.isFall(signal)) expectTypeOf(signal.height).toEqualTypeOf<number>();
    expectTypeOf<Signal>().toEqualTypeOf<Fall | Low | AnySignal>();
    // @ts-expect-error -- a fall may be badly told
    if (signal.type === "fall") void signal.height;
    // @ts-expect-error -- there is nothing to match by
    void module.matchSignal;
    // @ts-expect-error -- there is nothing to narrow by
    void module.signalIs;
  });
});
