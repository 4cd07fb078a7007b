import { expect, it } from "vitest";
import { dottedNameOf } from "../../src/unions/parts.js";
import type { Part, TagValue, Union } from "../../src/unions/unions.js";
import { joinTags } from "../../templates/runtime/join-tags.js";

const values: readonly TagValue[] = [
  "a",
  "a.b",
  "b",
  "b.c",
  "%2E",
  "a%2Eb",
  ".",
  "",
  1,
  true,
  null,
  undefined,
];
const pairs = values.slice(0, -1).flatMap((first) => values.map((second) => [first, second] as const));

it("puts a dot between two tags, and escapes dots behind it", () => {
  expect(joinTags("messages", "created")).toBe("messages.created");
  expect(joinTags("aws.ec2", "State.Change %")).toBe("aws.ec2.State%2EChange %25");
});

it("has no dot where there is one tag alone", () => {
  expect(joinTags("ping", undefined)).toBe("ping");
  expect(joinTags("a.b", undefined)).toBe("a%2Eb");
});

it("gives different texts different names", () => {
  const texts = pairs.map(([first, second]) =>
    JSON.stringify([String(first), second === undefined ? 0 : String(second)]),
  );
  const names = pairs.map((pair) => joinTags(...pair));
  expect(new Set(names).size).toBe(new Set(texts).size);
});

it("gives the names that the types have", () => {
  const union = { tags: [{}, {}] } as unknown as Union;
  const part = (value: TagValue): Part => ({ id: "", value, branches: [], isCut: false, isOfUnion: false });
  for (const [first, second] of pairs) {
    expect(dottedNameOf(union, part(first), part(second))).toBe(joinTags(first, second));
  }
});
