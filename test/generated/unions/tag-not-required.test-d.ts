import { describe, expectTypeOf, it } from "vitest";
import type {
  Format,
  FormatByType,
  InputItem,
  InputItemByType,
  InputItemType,
  Message,
  ToolCall,
} from "../../../generated/unions/tag-not-required/index.js";
import {
  createInputItemRouter,
  formatIs,
  inputItemIs,
  isInputItem,
  matchInputItem,
} from "../../../generated/unions/tag-not-required/index.js";

declare const value: unknown;
declare const item: InputItem;
declare const format: Format;

describe("a tag that may be absent in one variant", () => {
  it("is narrowed by its absence", () => {
    if (isInputItem(value)) expectTypeOf(value).toEqualTypeOf<InputItem>();
    expectTypeOf<InputItemType>().toEqualTypeOf<"message" | "tool_call" | "tool_result" | undefined>();
    expectTypeOf<InputItemByType["tool_call"]>().toEqualTypeOf<ToolCall>();
    expectTypeOf<InputItemByType["undefined"]>().toExtend<Message>();
    expectTypeOf<InputItemByType["message"]>().toExtend<Message>();
    if (inputItemIs(item, undefined)) expectTypeOf(item.role).toEqualTypeOf<"user" | "assistant">();
    if (inputItemIs(item, "tool_call")) expectTypeOf(item).toEqualTypeOf<ToolCall>();
    if (item.type === undefined) expectTypeOf(item).toEqualTypeOf<Message>();
    // @ts-expect-error -- null is not absence
    inputItemIs(item, null);
    // @ts-expect-error -- a message has no call
    if (inputItemIs(item, "message")) void item.call;
  });

  it("is matched and routed by its absence too", () => {
    const tools = { tool_call: ({ tool }: ToolCall) => tool, tool_result: () => "" };
    const message = ({ text }: Message): string => text;
    // @ts-expect-error -- what has no type has no handler
    matchInputItem(item, { ...tools, message });
    expectTypeOf(matchInputItem(item, { ...tools, message, undefined: message })).toEqualTypeOf<string>();
    createInputItemRouter<string>()
      .on(undefined, ({ text }) => text)
      // @ts-expect-error -- a result has no text
      .on("tool_result", ({ text }) => text);
  });
});

describe("a tag that may be absent in every variant", () => {
  it("says nothing where it is absent", () => {
    expectTypeOf<FormatByType["undefined"]>().toExtend<Format>();
    if (formatIs(format, "plain")) expectTypeOf(format.markdown).toEqualTypeOf<boolean>();
    // @ts-expect-error -- without a type it may be either
    if (formatIs(format, undefined)) void format.markdown;
  });
});
