import { expect, it } from "vitest";
import { handlerOf } from "../../templates/runtime/handler-of.js";

const handlers = { messages: () => "message", 1: () => "one", absent: undefined };

it("finds the handler of a tag, by its text", () => {
  expect(handlerOf(handlers, "messages", undefined)(0)).toBe("message");
  expect(handlerOf(handlers, 1, undefined)(0)).toBe("one");
});

it("gives `otherwise` where there is none, also where one is undefined", () => {
  const otherwise = (): string => "other";
  expect(["rooms", "absent", null].map((tag) => handlerOf(handlers, tag, otherwise)(0))).toEqual(
    Array.from({ length: 3 }, () => "other"),
  );
});

it("takes nothing that the object inherits for a handler", () => {
  expect(() => handlerOf(handlers, "toString", undefined)).toThrow(
    new TypeError("There is no handler for toString."),
  );
  expect(() => handlerOf(handlers, Symbol("a"), undefined)).toThrow("Symbol(a)");
});
