import { describe, expect, it } from "vitest";
import { isAlways } from "../../src/checks/check-plan.js";
import { planSchema, pointerOf } from "./plan-schema.js";

const extensions = { formats: { date: "isOurDate", ours: "isOurs" }, keywords: { "x-even": "isEven" } };
const options = { extensions, formats: "assert" } as const;

describe("keywords of the user's own", () => {
  it("are checked with those of the branches around them, each where it stands", () => {
    const schema = { "x-even": 1, allOf: [{ "x-even": { a: 2 } }] };
    const checks = planSchema(schema, options).at("").extensions;
    expect(checks).toMatchObject([
      { export: "isEven", argument: 1 },
      { export: "isEven", argument: { a: 2 } },
    ]);
    expect(checks.map(({ site }) => pointerOf(site))).toEqual(["/x-even", "/allOf/0/x-even"]);
  });

  it("are a plan that refuses something, and that tests no type", () => {
    const plan = planSchema({ "x-even": true }, options).at("");
    expect(isAlways(plan)).toBe(false);
    expect(plan.types).toBeUndefined();
  });

  it("are asked beside literals, which do not decide alone", () => {
    const schema = { properties: { a: { $ref: "#/$defs/A" } }, $defs: { A: { const: 2, "x-even": true } } };
    const [property] = planSchema(schema, options).at("").properties;
    expect(property?.values).toHaveLength(1);
  });

  it("keep a negation from being proved", () => {
    const plan = planSchema({ not: { type: "string", "x-even": true } }, options).at("");
    expect(plan.never).toBeUndefined();
    expect(plan.logic).toMatchObject([{ kind: "not" }]);
  });
});

describe("formats of the user's own", () => {
  it("are checked by their function, also where the name is known, and no warning says otherwise", () => {
    const { at, diagnostics } = planSchema({ format: "date", allOf: [{ format: "ours" }] }, options);
    expect(at("").strings).toMatchObject([
      { kind: "ownFormat", format: "date", export: "isOurDate" },
      { kind: "ownFormat", format: "ours", export: "isOurs" },
    ]);
    expect(diagnostics).toEqual([]);
  });
});
