import { describe, expect, it } from "vitest";
import { isAlways } from "../../src/checks/check-plan.js";
import { planSchema, pointerOf } from "./plan-schema.js";

describe("a node's plan", () => {
  it("has the keywords of inline allOf branches, at any depth, and calls of what is referred to", () => {
    const { numbers, applied } = planSchema({
      minimum: 1,
      allOf: [{ maximum: 9, allOf: [{ multipleOf: 2 }, { $ref: "#/$defs/B" }] }, { $ref: "#/$defs/A" }],
      $ref: "#/$defs/A",
      $defs: { A: { minimum: 2 }, B: { minimum: 3 } },
    }).at("");
    expect(numbers.map(({ site }) => pointerOf(site))).toEqual([
      "/minimum",
      "/allOf/0/maximum",
      "/allOf/0/allOf/0/multipleOf",
    ]);
    expect(applied.map(({ site }) => pointerOf(site))).toEqual([
      "/$ref",
      "/allOf/0/allOf/1/$ref",
      "/allOf/1/$ref",
    ]);
  });

  it("is there for properties, items, alternatives, negations and definitions", () => {
    const { plan } = planSchema({
      properties: { a: { items: {} } },
      not: { type: "null" },
      $defs: { B: true },
    });
    expect(plan.size).toBe(5);
  });

  it("is there for a branch of allOf only where something else refers to it", () => {
    const { plan } = planSchema({ allOf: [{ minimum: 1 }, { maximum: 2 }], not: { $ref: "#/allOf/1" } });
    expect([...plan.keys()].map((id) => pointerOf({ node: id, tokens: [] }))).toEqual([
      "",
      "/allOf/1",
      "/not",
    ]);
  });

  it("does not grow with the depth of allOf, nor overflow the stack", () => {
    let schema: object = { minimum: 1 };
    for (let depth = 0; depth < 3000; depth++) schema = { allOf: [schema] };
    expect(planSchema(schema as never).at("").applied).toHaveLength(1);
  });
});

describe("isAlways", () => {
  it.each([true, {}, { format: "date" }, { allOf: [{}] }])("holds for %j", (schema) => {
    expect(isAlways(planSchema(schema).at(""))).toBe(true);
  });

  it.each([false, { type: "string" }, { const: 1 }, { minimum: 1 }, { minLength: 1 }, { minItems: 1 }])(
    "does not hold for %j",
    (schema) => {
      expect(isAlways(planSchema(schema).at(""))).toBe(false);
    },
  );

  it.each([
    { required: ["a"] },
    { additionalProperties: false },
    { anyOf: [{ minimum: 1 }] },
    { $ref: "#/$defs/A", $defs: { A: { minimum: 1 } } },
  ])("does not hold for %j", (schema) => {
    expect(isAlways(planSchema(schema).at(""))).toBe(false);
  });
});
