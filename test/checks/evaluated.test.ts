import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { planSchema } from "./plan-schema.js";

const at = (pointer: string) => `${root}#${pointer}`;

function planProperties(schema: Readonly<Record<string, JsonValue>>) {
  const { rests, objects } = planSchema({ ...schema, unevaluatedProperties: false }).at("");
  return { rests, checks: objects.filter(({ kind }) => kind === "unevaluatedProperties") };
}

function planItems(schema: Readonly<Record<string, JsonValue>>, dialect = "2020-12") {
  return planSchema({ ...schema, unevaluatedItems: false }, { dialect }).at("").arrays;
}

const site = { node: at(""), tokens: ["unevaluatedProperties"] };

describe("unevaluatedProperties", () => {
  it("are a plain look at the others where the schema alone says which those are", () => {
    const { rests, checks } = planProperties({
      properties: { a: true },
      allOf: [{ properties: { b: true }, patternProperties: { "^x": true } }, { $ref: "#/$defs/c" }],
      $defs: { c: { properties: { c: true } } },
    });
    expect(checks).toEqual([]);
    expect(rests.at(-1)).toEqual({
      named: ["a", "c", "b"].toSorted(),
      patterns: [{ pattern: { source: "^x", flags: "u" }, value: undefined }],
      others: { forbidden: site },
    });
  });

  it("are none where all are evaluated", () => {
    for (const schema of [
      { additionalProperties: true },
      { allOf: [{ unevaluatedProperties: { type: "string" } }] },
      { $ref: "#/$defs/open", $defs: { open: { additionalProperties: {} } } },
    ]) {
      const { rests, checks } = planProperties(schema);
      expect([checks, rests.filter(({ named }) => named.length > 0)]).toEqual([[], []]);
    }
  });

  it("do not see what stands beside the schema that asks", () => {
    const { plan } = planSchema({
      allOf: [{ properties: { a: true } }, { $ref: "#/$defs/b" }],
      $defs: { b: { properties: { b: true }, unevaluatedProperties: false } },
    });
    expect(plan.get(at("/$defs/b"))?.rests).toMatchObject([{ named: ["b"] }]);
  });

  it("depend on what is valid, what is not, and what is there", () => {
    const { checks, rests } = planProperties({
      properties: { a: true },
      anyOf: [{ properties: { b: true }, required: ["b"] }, { type: "null" }],
      if: { properties: { c: true }, required: ["c"] },
      then: { properties: { d: true } },
      else: { properties: { e: true } },
      dependentSchemas: { f: { properties: { g: true } } },
      not: { properties: { h: true }, required: ["h"] },
    });
    expect(rests).toEqual([]);
    const leaf = (...names: string[]) => ({ always: { names, patterns: [] }, conditional: [] });
    expect(checks).toEqual([
      {
        kind: "unevaluatedProperties",
        others: { forbidden: site },
        evaluated: {
          always: { names: ["a"], patterns: [] },
          conditional: [
            { when: { kind: "valid", node: at("/anyOf/0") }, then: leaf("b") },
            { when: { kind: "present", key: "f" }, then: leaf("g") },
            { when: { kind: "valid", node: at("/if") }, then: leaf("c", "d") },
            { when: { kind: "invalid", node: at("/if") }, then: leaf("e") },
          ],
        },
      },
    ]);
  });
});

describe("unevaluatedItems", () => {
  it("start after the longest prefix", () => {
    const checks = planItems({ prefixItems: [true], allOf: [{ prefixItems: [true, true] }] });
    expect(checks.find(({ kind }) => kind === "noItems")).toMatchObject({ from: 2 });
  });

  it("leave out what contains matched, but in 2019-09", () => {
    expect(planItems({ contains: { type: "string" } }).at(-1)).toMatchObject({
      kind: "unevaluatedItems",
      evaluated: { always: { prefix: 0, matching: [at("/contains")] }, conditional: [] },
    });
    expect(planItems({ contains: { type: "string" } }, "2019-09").at(-1)).toMatchObject({
      kind: "noItems",
      from: 0,
    });
  });

  it("are none beside items", () => {
    expect(planItems({ items: { type: "string" } }).map(({ kind }) => kind)).toEqual(["items"]);
  });
});
