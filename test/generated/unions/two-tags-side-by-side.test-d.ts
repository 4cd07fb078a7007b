import { describe, expectTypeOf, it } from "vitest";
import type {
  LaunchRequest,
  LaunchResponse,
  ProtocolMessage,
  ProtocolMessageByType,
  ProtocolMessageByTypeAndCommand,
  StepRequest,
} from "../../../generated/unions/two-tags-side-by-side/index.js";
import {
  createProtocolMessageRouter,
  isProtocolMessage,
  matchProtocolMessage,
  protocolMessageIs,
} from "../../../generated/unions/two-tags-side-by-side/index.js";

declare const value: unknown;
declare const message: ProtocolMessage;

describe("two tags side by side", () => {
  it("narrow one by one, and together", () => {
    if (isProtocolMessage(value)) expectTypeOf(value).toEqualTypeOf<ProtocolMessage>();
    if (protocolMessageIs(message, "request")) {
      expectTypeOf(message).toEqualTypeOf<LaunchRequest | StepRequest>();
      if (message.command === "step") expectTypeOf(message).toEqualTypeOf<StepRequest>();
    }
    if (protocolMessageIs(message, "response", "launch")) {
      expectTypeOf(message.body.process).toEqualTypeOf<number>();
    }
    expectTypeOf<ProtocolMessageByType["request"]>().toEqualTypeOf<LaunchRequest | StepRequest>();
    expectTypeOf<
      ProtocolMessageByTypeAndCommand["response"]["launch"]
    >().toEqualTypeOf<LaunchResponse>();
    // @ts-expect-error -- no such type
    protocolMessageIs(message, "event");
    // @ts-expect-error -- no such command
    protocolMessageIs(message, "request", "leap");
    // @ts-expect-error -- a request has no body
    if (protocolMessageIs(message, "request", "launch")) void message.body;
  });

  it("are matched by the first, and routed by both", () => {
    const request = ({ command }: LaunchRequest | StepRequest): string => command;
    expectTypeOf(
      matchProtocolMessage(message, { request, response: ({ command }) => command }),
    ).toEqualTypeOf<string>();
    // @ts-expect-error -- responses have no handler
    matchProtocolMessage(message, { request });
    createProtocolMessageRouter<number>()
      .on("request", "step", (each) => {
        expectTypeOf(each).toEqualTypeOf<StepRequest>();
        return each.arguments.thread;
      })
      // @ts-expect-error -- a program is not a number
      .on("request", "launch", ({ arguments: { program } }) => program);
  });
});
