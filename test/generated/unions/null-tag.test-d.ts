import { describe, expectTypeOf, it } from "vitest";
import type {
  CheckRun,
  CheckRunByConclusion,
  CheckRunConclusion,
  Failed,
  Passed,
  Running,
} from "../../../generated/unions/null-tag/index.js";
import {
  checkRunIs,
  createCheckRunRouter,
  isCheckRun,
  matchCheckRun,
} from "../../../generated/unions/null-tag/index.js";

declare const value: unknown;
declare const run: CheckRun;

describe("a tag that is null in one variant", () => {
  it("is narrowed by null", () => {
    if (isCheckRun(value)) expectTypeOf(value).toEqualTypeOf<CheckRun>();
    expectTypeOf<CheckRunConclusion>().toEqualTypeOf<"success" | "failure" | "timed_out" | null>();
    expectTypeOf<CheckRunByConclusion["null"]>().toEqualTypeOf<Running>();
    if (checkRunIs(run, null)) expectTypeOf(run).toEqualTypeOf<Running>();
    else expectTypeOf(run.finishedAt).toEqualTypeOf<string>();
    if (run.conclusion === "success") expectTypeOf(run).toEqualTypeOf<Passed>();
    // @ts-expect-error -- the value, not its text
    checkRunIs(run, "null");
    // @ts-expect-error -- what is not concluded has no end
    void run.finishedAt;
  });

  it("is matched by the text of null, and routed", () => {
    const ended = {
      success: ({ finishedAt }: Passed) => finishedAt,
      failure: ({ log }: Failed) => log[0],
      timed_out: ({ log }: Failed) => log[0],
    };
    // @ts-expect-error -- what runs has no handler
    matchCheckRun(run, ended);
    expectTypeOf(matchCheckRun(run, { ...ended, null: ({ startedAt }) => startedAt })).toEqualTypeOf<string>();
    // @ts-expect-error -- what runs has no end
    createCheckRunRouter<string>().on(null, ({ finishedAt }) => finishedAt);
  });
});
