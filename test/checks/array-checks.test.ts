import { describe, expect, it } from "vitest";
import { planSchema, pointerOf } from "./plan-schema.js";

describe("arrays", () => {
  it("have a check for each bound, each item before the rest, and the rest", () => {
    const { arrays } = planSchema({
      items: { type: "string" },
      prefixItems: [{ type: "number" }, true],
      maxItems: 4,
      minItems: 1,
    }).at("");
    expect(arrays).toMatchObject([
      { kind: "minItems", limit: 1 },
      { kind: "maxItems", limit: 4 },
      { kind: "item", index: 0 },
      { kind: "item", index: 1 },
      { kind: "items", from: 2 },
    ]);
    const sites = arrays.map((check) => {
      if ("value" in check) return pointerOf(check.value.site);
      return "site" in check ? pointerOf(check.site) : check.kind;
    });
    expect(sites).toEqual(["/minItems", "/maxItems", "/prefixItems/0", "/prefixItems/1", "/items"]);
  });

  it("may have nothing more where the items' schema admits nothing", () => {
    const { arrays } = planSchema({ prefixItems: [{}], items: { allOf: [false] } }).at("");
    expect(arrays).toMatchObject([{ kind: "item" }, { kind: "noItems", from: 1 }]);
  });
});
