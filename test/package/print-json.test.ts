import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { printJson } from "../../src/package/print-json.js";

function nest(levels: number): JsonValue {
  let value: JsonValue = "end";
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

describe("printJson", () => {
  it.each<[string, JsonValue]>([
    ["scalars", [null, true, -0.5, 1e21, "text", ""]],
    ["empty arrays and objects", { a: [], b: {}, c: [[], {}] }],
    ["nesting", { a: [{ b: { c: [1, [2]] } }], d: "e" }],
    ["quotes, controls and lone surrogates", { 'a"\n\u0000\ud800': "\u2028\udc00\\" }],
  ])("prints %s as JSON.stringify does", (_, value) => {
    expect(printJson(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  it("keeps a member called __proto__", () => {
    const value = JSON.parse('{ "__proto__": { "a": 1 } }') as JsonValue;
    expect(printJson(value)).toBe('{\n  "__proto__": {\n    "a": 1\n  }\n}\n');
  });

  it("indents a hundred levels, and keeps what is deeper on one line", () => {
    const lines = printJson(nest(103)).split("\n");
    expect(lines).toHaveLength(202);
    expect(lines[99]).toBe(`${" ".repeat(198)}[`);
    expect(lines[100]).toBe(`${" ".repeat(200)}[[["end"]]]`);
    expect(lines[101]).toBe(`${" ".repeat(198)}]`);
  });

  it("prints a value that is nested too deep for a stack", () => {
    const text = printJson(nest(100_000));
    expect(text).toContain(`${"[".repeat(99_900)}"end"${"]".repeat(99_900)}`);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});
