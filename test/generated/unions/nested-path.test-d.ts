import { describe, expectTypeOf, it } from "vitest";
import type {
  BuildQueued,
  DeliveryEvent,
  DeliveryEventByType,
  DeliveryEventHandlers,
  DeliveryEventType,
  ServiceDeployed,
} from "../../../generated/unions/nested-path/index.js";
import {
  createDeliveryEventRouter,
  deliveryEventIs,
  isBuildQueued,
  isDeliveryEvent,
  matchDeliveryEvent,
} from "../../../generated/unions/nested-path/index.js";

declare const value: unknown;
declare const event: DeliveryEvent;
declare const handlers: DeliveryEventHandlers<string>;

describe("a tag within an object", () => {
  it("is narrowed by the helper, where switch on it narrows only itself", () => {
    if (isDeliveryEvent(value)) expectTypeOf(value).toEqualTypeOf<DeliveryEvent>();
    if (isBuildQueued(event)) expectTypeOf(event).toEqualTypeOf<BuildQueued>();
    if (deliveryEventIs(event, "org.example.service.deployed.2")) {
      expectTypeOf(event).toEqualTypeOf<ServiceDeployed>();
      expectTypeOf(event.subject.content.environment.id).toEqualTypeOf<string>();
    }
    expectTypeOf<DeliveryEventByType["org.example.build.queued.1"]>().toEqualTypeOf<BuildQueued>();
    expectTypeOf<keyof DeliveryEventByType>().toEqualTypeOf<DeliveryEventType>();
    // @ts-expect-error -- another version
    deliveryEventIs(event, "org.example.service.deployed.1");
    // @ts-expect-error -- not every event is of an environment
    void event.subject.content.environment;
  });

  it("is matched exhaustively, and routed", () => {
    expectTypeOf(matchDeliveryEvent(event, handlers)).toEqualTypeOf<string>();
    const { "org.example.build.queued.1": _queued, ...others } = handlers;
    // @ts-expect-error -- what is queued has no handler
    matchDeliveryEvent(event, others);
    createDeliveryEventRouter<string>()
      .on("org.example.build.finished.1", ({ subject }) => subject.content.artifact)
      // @ts-expect-error -- an incident has no artifact
      .on("org.example.incident.detected.1", ({ subject }) => subject.content.artifact);
  });
});
