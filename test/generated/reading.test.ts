import { describe, expect, it } from "vitest";
import {
  coerceFilter,
  coerceReport,
  fillReport,
  isReport,
  readReportDates,
  type Report,
  validateReport,
} from "../../generated/reading/index.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

const { valid, invalid } = readFixtureCase("reading");
const least = valid.get("least") as unknown as Report;
const most = valid.get("most") as unknown as Report;

/** The value, which throws where it is written to, at any depth. */
function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

/** The value with every number and boolean as text. */
function textOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === "number" || typeof each === "boolean" ? String(each) : each,
  ) as unknown;
}

describe("the fixture", () => {
  it("has payloads that the guard decides", () => {
    expect([...valid.values()].map(isReport)).toEqual([true, true]);
    for (const { payload, pointer, keyword } of invalid.values()) {
      const result = validateReport(payload);
      expect(result.ok ? [] : result.issues.map((issue) => [issue.pointer, issue.keyword])).toEqual([[pointer, keyword]]);
    }
  });
});

describe("filling in defaults", () => {
  it("gives what is absent, at any depth, and what stands in for it too", () => {
    expect(fillReport(freeze(least))).toEqual({
      ...least,
      limit: 100,
      isActive: true,
      tags: [],
      layout: { columns: 2, orientation: "portrait" },
      output: { kind: "mail", to: ["ada@example.com"], retries: 3 },
      note: null,
    });
  });

  it("leaves what is there, and fills it", () => {
    expect(fillReport(freeze(most))).toEqual({
      ...most,
      layout: { columns: 3, orientation: "portrait", margins: { width: 2.5, unit: "mm" } },
      columns: [{ title: "A", isShown: true, inside: [{ title: "B", isShown: false }] }],
      filters: { price: 3, sold: true, year: { from: 2020, isOpen: false } },
    });
  });

  it("gives valid values, and never the same array twice", () => {
    for (const value of [least, most]) expect(isReport(fillReport(value))).toBe(true);
    expect(fillReport(least).tags).not.toBe(fillReport(least).tags);
  });
});

describe("coercion", () => {
  it("reads numbers and booleans from texts, also in unions and maps", () => {
    expect(coerceReport(freeze(textOf(most)))).toEqual({ ok: true, value: most });
  });

  it("leaves what is right as it is", () => {
    expect(coerceReport(freeze(most))).toEqual({ ok: true, value: most });
  });

  it("makes a text of a number where only texts may be", () => {
    const result = coerceReport({ ...least, name: 5, tags: [1, true] });
    expect(result).toEqual({ ok: true, value: { ...least, name: "5", tags: ["1", "true"] } });
  });

  it.each(["", " 5", "5 ", "0x10", "1e999", "9007199254740993", "05", "+5", "NaN", "yes"])(
    "does not read %j as a number or boolean",
    (text) => expect(coerceFilter(text).ok).toBe(false),
  );

  it("says of what it cannot read what was received", () => {
    const result = coerceReport({ ...least, limit: "many" });
    expect(result.ok ? [] : result.issues.map(({ pointer, received }) => [pointer, received])).toEqual([["/limit", '"many"']]);
  });

  it("keeps a member that is called __proto__", () => {
    const value: unknown = JSON.parse('{"filters": {"__proto__": "5"}}');
    const result = coerceReport({ ...least, ...(value as object) });
    expect(result.ok && Object.entries(result.value.filters ?? {})).toEqual([["__proto__", 5]]);
  });
});

describe("dates", () => {
  it("stand in place of times, and of no other text", () => {
    const read = readReportDates(freeze(most));
    expect([read.from, read.until, read.runs]).toEqual([
      new Date("2026-01-05T06:00:00Z"),
      null,
      [new Date("2026-01-12T08:00:00Z"), new Date("2017-01-01T00:00:00Z")],
    ]);
    expect({ ...read, from: most.from, runs: most.runs }).toEqual(most);
  });
});
