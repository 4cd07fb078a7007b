import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { planSchema } from "./plan-schema.js";

const plain: JsonObject = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, note: { $ref: "#/$defs/Note" } },
};

/** A schema whose definitions build on a base, so many of them. */
function buildOn(base: JsonObject, count: number): JsonObject {
  const children = Array.from({ length: count }, (_, index) => [
    `Child${index}`,
    { allOf: [{ $ref: "#/$defs/Base" }], properties: { own: { const: index }, id: { minLength: 1 } } },
  ]);
  const $defs = { Base: base, Note: { type: "string" }, ...Object.fromEntries(children) };
  return { anyOf: children.map(([name]) => ({ $ref: `#/$defs/${String(name)}` })), $defs };
}

describe("the plan of a schema that builds on a base", () => {
  it("calls the base, and has its checks written out as well where more than four schemas do", () => {
    const { applied, unfolded } = planSchema(buildOn(plain, 5)).at("/$defs/Child4");
    expect(applied).toHaveLength(1);
    expect(unfolded?.applied).toEqual([]);
    expect(unfolded?.properties.map(({ key, values }) => [key, values.length])).toEqual([
      ["id", 2],
      ["note", 1],
      ["own", 1],
    ]);
  });

  it("calls it where fewer do", () => {
    expect(planSchema(buildOn(plain, 4)).at("/$defs/Child0").unfolded).toBeUndefined();
  });

  it.each([
    { ...plain, additionalProperties: { type: "string" } },
    { ...plain, type: ["object", "null"] },
    { ...plain, properties: { id: { type: "string", pattern: "^a" } } },
    { ...plain, properties: { id: { type: "object", properties: { a: { type: "string" } } } } },
    { ...plain, properties: { id: { enum: [["a"]] } } },
  ])("calls one that says more: %j", (base) => {
    expect(planSchema(buildOn(base, 5)).at("/$defs/Child0").unfolded).toBeUndefined();
  });
});
