import * as fc from "fast-check";
import { expect, it } from "vitest";
import { nearestName } from "../../templates/runtime/nearest-name.js";

const resources = ["messages", "memberships", "rooms", "attachmentActions"];

it.each<[string, string | undefined]>([
  ["mesages", "messages"],
  ["message", "messages"],
  ["MESSAGES", "messages"],
  ["room", "rooms"],
  ["membrships", "memberships"],
  ["attachmentAction", "attachmentActions"],
  ["meetings", undefined],
  ["x", undefined],
  ["", undefined],
])("%o is nearest to %o", (name, nearest) => {
  expect(nearestName(name, resources)).toBe(nearest);
});

it("prefers the name with fewer letters that differ", () => {
  expect(nearestName("created", ["creates", "create", "Created"])).toBe("Created");
  expect(nearestName("abcdef", ["abcdxy", "abcdeg"])).toBe("abcdeg");
});

it.each<[string, string | undefined]>([
  ["orderCreated", "order.created"],
  ["ORDER_CREATED", "order.created"],
  ["order created", "order.created"],
  ["ordercreated", "order.created"],
  ["orders.create", "order.created"],
  ["order.craeted", "order.created"],
  ["invoice.payd", "invoice.payed"],
  ["invoice.sent", undefined],
  ["order.deleted", undefined],
  ["customer.created", undefined],
  ["created", undefined],
  ["order", undefined],
])("compares %o with dotted names word by word: %o", (name, nearest) => {
  expect(nearestName(name, ["order.created", "order.updated", "invoice.payed", "invoice.void"])).toBe(
    nearest,
  );
});

it("counts two letters in the wrong order as one", () => {
  expect(nearestName("raed", ["read", "sent"])).toBe("read");
  expect(nearestName("tpye", ["types", "type"])).toBe("type");
});

it("prefers the name that differs in case and signs alone, wherever it stands", () => {
  expect(nearestName("fileRead", ["file.reads", "file_read", "file-read"])).toBe("file_read");
});

it("finds the nearest of very many in no time that anyone notices", () => {
  const known = Array.from({ length: 500 }, (_, index) => `resource${index}.something-happened`);
  const start = performance.now();
  for (let count = 0; count < 20; count++) nearestName("resourse77.something-hapened", known);
  expect((performance.now() - start) / 20).toBeLessThan(20);
});

it("takes the first of names that are equally near", () => {
  expect(nearestName("cat", ["bat", "rat"])).toBe("bat");
});

it("counts an inserted, a deleted and a replaced letter as one each", () => {
  const word = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 3, maxLength: 10 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom("insert", "delete", "replace"), (letters, seed, change) => {
      const index = seed % letters.length;
      const changed: string[] = letters.slice();
      changed.splice(index, change === "insert" ? 0 : 1, ...(change === "delete" ? [] : ["z"]));
      expect(nearestName(letters.join(""), [changed.join("")])).toBe(changed.join(""));
    }),
  );
});

it("does not compare names that are too long", () => {
  expect(nearestName("a".repeat(65), ["a".repeat(65)])).toBeUndefined();
  expect(nearestName("a".repeat(64), ["a".repeat(1_000_000)])).toBeUndefined();
});
