import { describe, expect, it } from "vitest";
import { planSchema, pointerOf } from "./plan-schema.js";

describe("numbers", () => {
  it("have a check for each bound, in the order of the keywords' table", () => {
    const { numbers } = planSchema({
      multipleOf: 0.5,
      exclusiveMaximum: 10,
      exclusiveMinimum: 1,
      maximum: 9,
      minimum: 2,
    }).at("");
    expect(numbers.map((check) => [check.kind, "limit" in check ? check.limit : check.format])).toEqual([
      ["minimum", 2],
      ["maximum", 9],
      ["exclusiveMinimum", 1],
      ["exclusiveMaximum", 10],
      ["multipleOf", 0.5],
    ]);
    expect(numbers.map(({ site }) => pointerOf(site))).toEqual([
      "/minimum",
      "/maximum",
      "/exclusiveMinimum",
      "/exclusiveMaximum",
      "/multipleOf",
    ]);
  });

  it("have checks with limits of 0", () => {
    expect(planSchema({ minimum: 0 }).at("").numbers).toMatchObject([{ kind: "minimum", limit: 0 }]);
  });
});

describe("strings", () => {
  it("have checks of length, pattern and known formats that are asserted", () => {
    const { strings } = planSchema(
      { minLength: 0, maxLength: 3, pattern: "^a", format: "date" },
      { formats: "assert" },
    ).at("");
    expect(strings).toMatchObject([
      { kind: "minLength", limit: 0 },
      { kind: "maxLength", limit: 3 },
      { kind: "pattern", pattern: { source: "^a", flags: "u" } },
      { kind: "format", format: "date" },
    ]);
    expect(strings.map(({ site }) => pointerOf(site))).toEqual([
      "/minLength",
      "/maxLength",
      "/pattern",
      "/format",
    ]);
  });

  it("have no check of a format that is an annotation, or that nobody knows", () => {
    expect(planSchema({ format: "date" }).at("").strings).toEqual([]);
    expect(planSchema({ format: "colour" }, { formats: "assert" }).at("").strings).toEqual([]);
  });
});

describe("literals", () => {
  it("are checks of their own for enum and for const", () => {
    const { literals } = planSchema({ const: 1, enum: [1, "a"] }).at("");
    expect(literals.map(({ values, site }) => [values, pointerOf(site)])).toEqual([
      [[1, "a"], "/enum"],
      [[1], "/const"],
    ]);
  });

  it("are each listed once", () => {
    const { literals } = planSchema({ enum: [1, "1", { a: 1, b: 2 }, 1.0, { b: 2, a: 1 }, [], 0, -0] }).at(
      "",
    );
    expect(literals).toMatchObject([{ values: [1, "1", { a: 1, b: 2 }, [], 0] }]);
  });

  it("may be null", () => {
    expect(planSchema({ const: null }).at("").literals).toMatchObject([{ values: [null] }]);
  });
});
