import { describe, expect, it } from "vitest";
import { planSchema, pointerOf } from "./plan-schema.js";

const $defs = { Kind: { type: "string", enum: ["a", "b"] }, Long: { enum: ["a", "b"], minLength: 1 } };

describe("a definition that lists literals", () => {
  it("need not be asked where the schema beside lists some of them", () => {
    expect(planSchema({ $ref: "#/$defs/Kind", const: "a", $defs }).at("").applied).toEqual([]);
    expect(planSchema({ allOf: [{ $ref: "#/$defs/Kind" }], enum: ["b"], $defs }).at("").applied).toEqual([]);
  });

  it.each([
    ["others are listed beside", { $ref: "#/$defs/Kind", enum: ["a", "c"] }],
    ["nothing is listed beside", { $ref: "#/$defs/Kind", minLength: 1 }],
    ["it says more", { $ref: "#/$defs/Long", const: "a" }],
  ])("is asked where %s", (_, schema) => {
    const { applied } = planSchema({ ...schema, $defs }).at("");
    expect(applied.map(({ site }) => pointerOf(site))).toEqual(["/$ref"]);
  });
});
