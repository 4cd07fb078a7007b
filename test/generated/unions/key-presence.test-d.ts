import { describe, expectTypeOf, it } from "vitest";
import type {
  BlobContent,
  Content,
  ContentByKey,
  ContentKey,
  LinkContent,
  TextContent,
} from "../../../generated/unions/key-presence/index.js";
import {
  contentIs,
  contentKeys,
  createContentRouter,
  isContent,
  isContentKey,
  matchContent,
} from "../../../generated/unions/key-presence/index.js";

declare const value: unknown;
declare const content: Content;

describe("variants that a key tells apart", () => {
  it("are narrowed by it", () => {
    if (isContent(value)) expectTypeOf(value).toEqualTypeOf<Content>();
    expectTypeOf(contentKeys).toEqualTypeOf<readonly ["text", "blob", "link"]>();
    if (isContentKey(value)) expectTypeOf(value).toEqualTypeOf<ContentKey>();
    expectTypeOf<ContentByKey>().toEqualTypeOf<{ text: TextContent; blob: BlobContent; link: LinkContent }>();
    if (contentIs(content, "text")) expectTypeOf(content).toEqualTypeOf<TextContent>();
    else expectTypeOf(content).toEqualTypeOf<BlobContent | LinkContent>();
    // @ts-expect-error -- no variant has this key alone
    contentIs(content, "uri");
    // @ts-expect-error -- not every content is text
    void content.text;
  });

  it("are matched exhaustively, and routed", () => {
    const handlers = { text: ({ text }: TextContent) => text, blob: ({ blob }: BlobContent) => blob };
    // @ts-expect-error -- links have no handler
    matchContent(content, handlers);
    expectTypeOf(matchContent(content, { ...handlers, link: ({ link }) => link.target })).toEqualTypeOf<string>();
    createContentRouter<number>()
      .on("text", ({ text }) => text.length)
      // @ts-expect-error -- a blob has no text
      .on("blob", ({ text }) => text.length);
  });
});
