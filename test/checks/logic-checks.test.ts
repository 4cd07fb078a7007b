import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { planSchema, pointerOf } from "./plan-schema.js";

const variant = (kind: JsonValue, more: JsonObject = {}): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: kind }, ...more },
});

const $defs = { A: variant("a"), B: variant("b"), C: variant("c") };
const refer = (...names: string[]): JsonObject[] => names.map((name) => ({ $ref: `#/$defs/${name}` }));
const kindsOf = (schema: JsonValue): string[] =>
  planSchema(schema)
    .at("")
    .logic.map(({ kind }) => kind);

describe("alternatives", () => {
  it("are any of anyOf and one of oneOf", () => {
    const { logic } = planSchema({
      oneOf: [{ minimum: 1 }, { maxLength: 1 }],
      anyOf: [{}, { minimum: 2 }],
    }).at("");
    expect(logic).toMatchObject([{ kind: "any" }, { kind: "one" }]);
    const [any] = logic;
    expect(any?.kind === "any" && any.branches.map(({ site }) => pointerOf(site))).toEqual([
      "/anyOf/0",
      "/anyOf/1",
    ]);
  });

  it("leave out branches of types that cannot be", () => {
    const { logic } = planSchema({ type: "string", anyOf: [{ type: "number" }, { minLength: 1 }] }).at("");
    expect(logic).toMatchObject([{ branches: [{ site: { tokens: ["anyOf", "1"] } }] }]);
  });
});

describe("a negation", () => {
  it("is left out where the test of types does its work", () => {
    expect(kindsOf({ not: { type: "number" } })).toEqual([]);
    expect(kindsOf({ type: "string", not: { type: "number" } })).toEqual([]);
  });

  it.each([
    { type: ["string", "number"], not: { type: "number" } },
    { enum: [1, "a"], not: { type: "number" } },
    { anyOf: [{ type: ["string", "number"] }, { type: ["boolean", "number"] }], not: { type: "number" } },
    { $ref: "#/$defs/A", not: { type: "object" }, $defs: { A: { type: ["string", "object"] } } },
  ])("stays where types come from elsewhere: %j", (schema) => {
    expect(kindsOf(schema)).toContain("not");
  });
});

describe("a tagged union", () => {
  it("is a dispatch by its tag", () => {
    const { logic } = planSchema({ oneOf: refer("A", "B"), $defs }).at("");
    expect(logic).toMatchObject([
      {
        kind: "dispatch",
        path: ["kind"],
        cases: [{ values: ["a"] }, { values: ["b"] }],
        site: { tokens: ["oneOf"] },
      },
    ]);
  });

  it("says where each step to the tag is required", () => {
    const event = (type: string): JsonObject => ({
      type: "object",
      allOf: [{ $ref: "#/$defs/Base" }],
      properties: { context: { required: ["type"], properties: { type: { const: type } } } },
    });
    const Base = { type: "object", required: ["context"], properties: { context: { type: "object" } } };
    const { logic } = planSchema(
      { anyOf: [event("a"), event("b")], $defs: { Base } },
      { unions: { "": { tags: ["context.type"] } } },
    ).at("");
    const [dispatch] = logic;
    expect(dispatch?.kind === "dispatch" && dispatch.required.map((site) => site && pointerOf(site))).toEqual(
      ["/$defs/Base/required", "/anyOf/0/properties/context/required"],
    );
  });

  it("may hold unions, whose members are its own", () => {
    const schema = { oneOf: [...refer("A"), { anyOf: refer("B", "C") }], $defs };
    const plain = { kind: "branch" };
    expect(planSchema(schema).at("").logic).toMatchObject([
      { kind: "dispatch", cases: [{ then: plain }, { then: plain }, { then: plain }] },
    ]);
  });

  it.each([
    ["twice under oneOf", { oneOf: refer("A", "B", "A") }],
    ["in two unions under oneOf", { oneOf: [{ anyOf: refer("A", "B") }, { anyOf: refer("B", "C") }] }],
    ["in a oneOf twice under anyOf", { anyOf: [{ oneOf: refer("A", "A") }, ...refer("B")] }],
  ])("leaves a choice where a member is there %s, and so excludes itself", (_, schema) => {
    const [dispatch] = planSchema({ ...schema, $defs }).at("").logic;
    expect(dispatch?.kind === "dispatch" && dispatch.cases.map(({ then }) => then.kind)).toContain("one");
  });

  it("is a dispatch where a member is there twice under anyOf", () => {
    const schema = { anyOf: [{ anyOf: refer("A", "B") }, { anyOf: refer("B", "C") }], $defs };
    expect(kindsOf(schema)).toEqual(["dispatch"]);
  });

  it("is by what tells members apart, whatever else the config names, and none of one object", () => {
    const shared = { anyOf: [variant("a", { n: { const: 1 } }), variant("a", { n: { const: 2 } })] };
    const flat = { type: "object", required: ["kind"], properties: { kind: { enum: ["a", "b"] } } };
    const unions = { "": { tags: ["kind"] } };
    expect(planSchema(shared).at("").logic).toMatchObject([{ kind: "dispatch", path: ["n"] }]);
    expect(planSchema(flat, { unions }).at("").logic).toEqual([]);
  });
});
