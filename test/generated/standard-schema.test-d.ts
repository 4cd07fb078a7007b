import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { expectTypeOf, it } from "vitest";
import type { Event, Recipient, recipientSchema } from "../../generated/webex-event/src/index.js";
import { eventSchema } from "../../generated/webex-event/src/index.js";

it("is what the specification asks for, of both kinds", () => {
  expectTypeOf(eventSchema).toExtend<StandardSchemaV1<Event, Event>>();
  expectTypeOf(eventSchema).toExtend<StandardJSONSchemaV1<Event, Event>>();
  expectTypeOf(eventSchema).not.toExtend<StandardSchemaV1<Recipient>>();
});

it("tells what goes in and what comes out", () => {
  expectTypeOf<StandardSchemaV1.InferInput<typeof eventSchema>>().toEqualTypeOf<Event>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof eventSchema>>().toEqualTypeOf<Event>();
  expectTypeOf<StandardJSONSchemaV1.InferOutput<typeof recipientSchema>>().toEqualTypeOf<Recipient>();
});

it("validates at once", () => {
  const result = eventSchema["~standard"].validate(undefined);
  if (!result.issues) expectTypeOf(result.value).toEqualTypeOf<Event>();
  expectTypeOf(result).not.toExtend<Promise<unknown>>();
});
