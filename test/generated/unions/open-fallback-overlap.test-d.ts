import { describe, expectTypeOf, it } from "vitest";
import type { AnySignal, Fall, Low, Signal } from "../../../generated/unions/open-fallback-overlap/index.js";
import type * as overlap from "../../../generated/unions/open-fallback-overlap/index.js";
import { isFall, isSignal } from "../../../generated/unions/open-fallback-overlap/index.js";

declare const value: unknown;
declare const signal: Signal;

type Exports = keyof typeof overlap;

describe("a branch that takes every tag", () => {
  it("leaves guards alone, since a tag says nothing", () => {
    if (isSignal(value)) expectTypeOf(value).toEqualTypeOf<Signal>();
    if (isFall(signal)) expectTypeOf(signal.height).toEqualTypeOf<number>();
    expectTypeOf<Signal>().toEqualTypeOf<Fall | Low | AnySignal>();
    // @ts-expect-error -- a fall may be badly told
    if (signal.type === "fall") void signal.height;
    expectTypeOf<Extract<Exports, "matchSignal" | "signalIs" | "signalTypes">>().toBeNever();
  });
});
