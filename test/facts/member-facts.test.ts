import { describe, expect, it } from "vitest";
import { short } from "../schema/lower-documents.js";
import { at, proveDocuments } from "./prove-documents.js";

const base = { type: "object", required: ["id"], properties: { id: { type: "string" } } };

describe("required keys", () => {
  it("are those of the schema and of all its conjuncts, in the order in which they are met", () => {
    const { facts } = proveDocuments({
      $ref: "#/$defs/middle",
      required: ["own"],
      allOf: [{ required: ["part", "id"] }],
      $defs: { middle: { allOf: [{ $ref: "#/$defs/base" }] }, base },
    });
    expect([...facts.requiredKeys(at(""))]).toEqual(["own", "id", "part"]);
    expect([...facts.requiredKeys(at("/$defs/middle"))]).toEqual(["id"]);
  });

  it("do not come from branches, negations and parts", () => {
    const { facts } = proveDocuments({
      anyOf: [base],
      oneOf: [base],
      not: base,
      properties: { a: base },
      items: base,
    });
    expect(facts.requiredKeys(at("")).size).toBe(0);
  });

  it("are none of true and false", () => {
    const { facts } = proveDocuments({ properties: { a: true, b: false } });
    expect([...facts.requiredKeys(at("/properties/a")), ...facts.requiredKeys(at("/properties/b"))]).toEqual(
      [],
    );
  });
});

describe("property schemas", () => {
  it("are those of all conjuncts, by way of definitions that say nothing themselves", () => {
    const { facts } = proveDocuments({
      allOf: [{ $ref: "#/$defs/link" }, { properties: { id: { minLength: 1 } } }],
      $defs: { link: { title: "A link", $ref: "#/$defs/base" }, base },
    });
    expect(facts.propertySchemas(at(""), "id").map(short)).toEqual([
      "#/$defs/base/properties/id",
      "#/allOf/1/properties/id",
    ]);
  });

  it("end where references go in circles", () => {
    const { facts } = proveDocuments({ properties: { a: {} }, allOf: [{ $ref: "#" }] });
    expect(facts.propertySchemas(at(""), "a").map(short)).toEqual(["#/properties/a"]);
  });
});
