import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { typeNamesOf } from "../../src/schema/type-set.js";
import { planSchema, pointerOf } from "./plan-schema.js";

/** The types that are tested, and the keyword that is to blame. */
function typesOf(schema: JsonValue, pointer = ""): [types: string, site: string] | undefined {
  const { types } = planSchema(schema).at(pointer);
  return types && [typeNamesOf(types.set).join(" "), pointerOf(types.site)];
}

describe("types", () => {
  it("are those that are stated, met over allOf", () => {
    expect(typesOf({ type: ["string", "number"], allOf: [{ type: ["integer", "null"] }] })).toEqual([
      "integer",
      "/type",
    ]);
  });

  it("are not tested where a keyword or a reference holds them", () => {
    expect(typesOf({ const: 1 })).toBeUndefined();
    expect(typesOf({ $ref: "#/$defs/A", $defs: { A: { type: "string" } } })).toBeUndefined();
    expect(typesOf({ anyOf: [{ type: "string" }, { const: 1 }] })).toBeUndefined();
  });

  it("are not tested where everything is open", () => {
    expect(typesOf({})).toBeUndefined();
    expect(typesOf(true)).toBeUndefined();
    expect(typesOf({ minimum: 1, minLength: 1, pattern: "a", allOf: [{ maxLength: 3 }] })).toBeUndefined();
  });

  it("are tested where a type says what objects and arrays hold, so that a function is neither", () => {
    const all = "string number boolean null array object";
    expect(typesOf({ properties: { a: {} } })).toEqual([all, ""]);
    expect(typesOf({ minItems: 1 })).toEqual([all, ""]);
  });

  it.each([
    [{ not: { type: "number" } }, "string boolean null array object", "/not"],
    [
      { anyOf: [{ not: { type: "number" } }, { type: "string" }] },
      "string boolean null array object",
      "/anyOf",
    ],
    [
      { oneOf: [{ not: { type: "number" } }, { type: "string" }] },
      "string boolean null array object",
      "/oneOf",
    ],
    [
      { allOf: [{ minLength: 1 }, { not: { type: ["null", "object"] } }] },
      "string number boolean array",
      "/allOf/1/not",
    ],
  ])("that %j leaves are tested, and the keyword that took the others is to blame", (schema, types, site) => {
    expect(typesOf(schema)).toEqual([types, site]);
  });
});

describe("a schema that nothing meets", () => {
  it.each([
    [{ type: "string", const: 1 }, "/type"],
    [{ enum: [1], allOf: [{ type: "string" }] }, "/enum"],
    [{ not: {} }, "/not"],
    [{ allOf: [false] }, "/allOf"],
    [{ anyOf: [false, false] }, "/anyOf"],
    [{ oneOf: [false] }, "/oneOf"],
    [false, ""],
  ])("%j has %s to blame", (schema, site) => {
    const { never } = planSchema(schema).at("");
    expect(never && pointerOf(never)).toBe(site);
  });

  it("has no other check", () => {
    const { never: _never, node: _node, types, ...checks } = planSchema({ not: {}, minimum: 1 }).at("");
    expect(types).toBeUndefined();
    expect(Object.values(checks)).toEqual(Object.values(checks).map(() => []));
  });
});
