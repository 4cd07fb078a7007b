import { describe, expectTypeOf, it } from "vitest";
import type { Choice, State, StateByType, StateType, TimedTask } from "../../../generated/unions/inherited-tag/index.js";
import { createStateRouter, isState, matchState, stateIs } from "../../../generated/unions/inherited-tag/index.js";

declare const value: unknown;
declare const state: State;

describe("a tag that variants inherit", () => {
  it("is narrowed as one of their own", () => {
    if (isState(value)) expectTypeOf(value).toEqualTypeOf<State>();
    expectTypeOf<StateType>().toEqualTypeOf<"Task" | "Wait" | "Choice" | "Succeed">();
    expectTypeOf<StateByType["Task"]>().toEqualTypeOf<TimedTask>();
    if (stateIs(state, "Task")) {
      expectTypeOf(state.Resource).toEqualTypeOf<string>();
      expectTypeOf(state.Attempts).toEqualTypeOf<number | undefined>();
    }
    if (state.Type === "Choice") expectTypeOf(state).toEqualTypeOf<Choice>();
    // @ts-expect-error -- only some states go on
    void state.Next;
    // @ts-expect-error -- no such state
    stateIs(state, "Fail");
  });

  it("is matched exhaustively, and routed", () => {
    const handlers = { Task: ({ Resource }: TimedTask) => Resource, Wait: () => "", Choice: () => "" };
    // @ts-expect-error -- the last has no handler
    matchState(state, handlers);
    expectTypeOf(matchState(state, { ...handlers, Succeed: ({ Comment = "" }) => Comment })).toEqualTypeOf<string>();
    // @ts-expect-error -- to wait takes no resource
    createStateRouter().on("Wait", ({ Resource }) => Resource);
  });
});
