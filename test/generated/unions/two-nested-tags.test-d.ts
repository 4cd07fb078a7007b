import { describe, expectTypeOf, it } from "vitest";
import type {
  ArtifactCreated1,
  ArtifactCreated2,
  PipelineEvent,
  PipelineEventByType,
  PipelineEventByTypeAndVersion,
  PipelineEventType,
} from "../../../generated/unions/two-nested-tags/index.js";
import {
  createPipelineEventRouter,
  isPipelineEvent,
  matchPipelineEvent,
  pipelineEventIs,
} from "../../../generated/unions/two-nested-tags/index.js";

declare const value: unknown;
declare const event: PipelineEvent;

describe("two tags within an object", () => {
  it("narrow one by one, and together", () => {
    if (isPipelineEvent(value)) expectTypeOf(value).toEqualTypeOf<PipelineEvent>();
    expectTypeOf<PipelineEventType>().toEqualTypeOf<
      "ArtifactCreated" | "ConfidenceChanged" | "ActivityFinished"
    >();
    expectTypeOf<PipelineEventByType["ArtifactCreated"]>().toEqualTypeOf<ArtifactCreated1 | ArtifactCreated2>();
    expectTypeOf<
      PipelineEventByTypeAndVersion["ArtifactCreated"]["1.0.0"]
    >().toEqualTypeOf<ArtifactCreated1>();
    expectTypeOf<PipelineEventByTypeAndVersion["ArtifactCreated"]["2.1.0"]>().toExtend<ArtifactCreated2>();
    if (pipelineEventIs(event, "ArtifactCreated", "2.0.0")) {
      expectTypeOf(event.data.identity).toEqualTypeOf<string>();
      expectTypeOf(event.meta.version).toEqualTypeOf<"2.0.0">();
    }
    // @ts-expect-error -- the first version has no identity
    if (pipelineEventIs(event, "ArtifactCreated", "1.0.0")) void event.data.identity;
    // @ts-expect-error -- confidence has one version
    pipelineEventIs(event, "ConfidenceChanged", "1.1.0");
  });

  it("are matched by the first, and routed by both", () => {
    const handlers = { ArtifactCreated: () => 1, ConfidenceChanged: () => 2 };
    // @ts-expect-error -- finished activities have no handler
    matchPipelineEvent(event, handlers);
    expectTypeOf(matchPipelineEvent(event, { ...handlers, ActivityFinished: () => 3 })).toEqualTypeOf<number>();
    createPipelineEventRouter<string>()
      .on("ArtifactCreated", "1.0.0", ({ data }) => data.gav.group)
      // @ts-expect-error -- from version 2 on, artifacts have an identity
      .on("ArtifactCreated", "2.0.0", ({ data }) => data.gav.group);
  });
});
