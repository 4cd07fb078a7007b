import { describe, expectTypeOf, it } from "vitest";
import type {
  Answer,
  Call,
  Fault,
  RpcMessage,
  RpcMessageByKey,
} from "../../../generated/unions/key-presence-forbidden/index.js";
import {
  createRpcMessageRouter,
  isRpcMessage,
  matchRpcMessage,
  rpcMessageIs,
} from "../../../generated/unions/key-presence-forbidden/index.js";

declare const value: unknown;
declare const message: RpcMessage;

describe("variants that forbid the keys of the others", () => {
  it("are narrowed by their key", () => {
    if (isRpcMessage(value)) expectTypeOf(value).toEqualTypeOf<RpcMessage>();
    expectTypeOf<RpcMessageByKey>().toEqualTypeOf<{ method: Call; result: Answer; error: Fault }>();
    if (rpcMessageIs(message, "error")) expectTypeOf(message.error.code).toEqualTypeOf<number>();
    // @ts-expect-error -- every message has this key
    rpcMessageIs(message, "jsonrpc");
    // @ts-expect-error -- an answer has no error code
    if (rpcMessageIs(message, "result")) void message.error.code;
  });

  it("are matched exhaustively, and routed", () => {
    const handlers = { method: ({ method }: Call) => method, error: (fault: Fault) => fault.error.message };
    // @ts-expect-error -- answers have no handler
    matchRpcMessage(message, handlers);
    expectTypeOf(matchRpcMessage(message, { ...handlers, result: () => "" })).toEqualTypeOf<string>();
    // @ts-expect-error -- who calls gives no result
    createRpcMessageRouter().on("method", ({ result }) => result.toString());
  });
});
