import { describe, expect, it } from "vitest";
import type { UnionOptions } from "../../src/config/config.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { short } from "../schema/lower-documents.js";
import { findInDocuments, tagged } from "./find-in-documents.js";

/** The envelope of two members that include `bases`, among `$defs`. */
function envelopeOf(
  bases: readonly string[],
  $defs: JsonObject,
  tag: (value: string) => JsonValue = (value) => tagged("kind", value),
  options: UnionOptions = {},
): (string | undefined)[] {
  const member = (value: string): JsonValue => ({
    allOf: [...bases.map((name) => ({ $ref: `#/$defs/${name}` })), tag(value)],
  });
  const { union } = findInDocuments({ oneOf: [member("a"), member("b")], $defs }, { Root: options });
  return (union()?.envelope ?? ["none"]).map(short);
}

const object = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };

describe("the envelope", () => {
  it("is what every member includes by reference", () => {
    expect(envelopeOf(["Base", "Other"], { Base: object, Other: { type: "object" } })).toEqual([
      "#/$defs/Base",
      "#/$defs/Other",
    ]);
  });

  it("leaves out what another part of it includes, whichever comes first", () => {
    const $defs = { Base: object, Outer: { allOf: [{ $ref: "#/$defs/Base" }] } };
    expect(envelopeOf(["Outer"], $defs)).toEqual(["#/$defs/Outer"]);
    expect(envelopeOf(["Base", "Outer"], $defs)).toEqual(["#/$defs/Outer"]);
  });

  it("leaves out what only some members include", () => {
    const { union } = findInDocuments({
      oneOf: [{ allOf: [{ $ref: "#/$defs/Base" }, tagged("kind", "a")] }, tagged("kind", "b")],
      $defs: { Base: object },
    });
    expect(union()?.envelope).toEqual([]);
  });

  it("leaves out what does not stand among the definitions, and what may be no object", () => {
    expect(envelopeOf(["Any"], { Any: { required: ["id"] } })).toEqual([]);
    const { union } = findInDocuments({
      oneOf: [{ allOf: [object, tagged("kind", "a")] }, { allOf: [object, tagged("kind", "b")] }],
    });
    expect(union()?.envelope).toEqual([]);
  });

  it("is empty of one object", () => {
    expect(findInDocuments(tagged("kind", ["a"]), { Root: { tags: ["kind"] } }).union()?.envelope).toEqual(
      [],
    );
  });

  it("is found at the end of a long chain of definitions", () => {
    const link = (index: number): JsonValue => ({
      type: "object",
      allOf: [{ $ref: `#/$defs/d${index + 1}` }],
    });
    const chain = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`d${index}`, link(index)]));
    expect(envelopeOf(["d0"], { ...chain, d500: object })).toEqual(["#/$defs/d0"]);
  });
});

describe("what the envelope says of a tag", () => {
  const saying = (kind: JsonValue): JsonObject => ({
    Base: { type: "object", required: ["kind"], properties: { kind } },
  });

  it("may be that it is a string", () => {
    expect(envelopeOf(["Base"], saying({ type: "string" }))).toEqual(["#/$defs/Base"]);
    expect(envelopeOf(["Base"], saying({ type: ["string", "null"], minLength: 1 }))).toEqual([
      "#/$defs/Base",
    ]);
    expect(envelopeOf(["Base"], saying({}))).toEqual(["#/$defs/Base"]);
  });

  it("may not be its values, or that it is no string", () => {
    expect(envelopeOf(["Base"], saying({ enum: ["a", "b"] }))).toEqual([]);
    expect(
      envelopeOf(["Base"], { Base: { type: "object", additionalProperties: { enum: ["a", "b"] } } }),
    ).toEqual([]);
    const numbered = (value: string): JsonValue => tagged("kind", value.length + Number(value === "b"));
    expect(envelopeOf(["Base"], saying({ type: "integer" }), numbered)).toEqual([]);
  });

  it("may not be anything of what holds a nested tag", () => {
    const nested = (value: string): JsonValue => ({
      type: "object",
      required: ["context"],
      properties: { context: tagged("type", value) },
    });
    const options = { tags: ["context.type"] };
    expect(envelopeOf(["Base"], { Base: object }, nested, options)).toEqual(["#/$defs/Base"]);
    const holder = { Base: { type: "object", properties: { context: { type: "object" } } } };
    expect(envelopeOf(["Base"], holder, nested, options)).toEqual([]);
  });

  it("holds for both tags", () => {
    const pair = (value: string): JsonValue => ({
      type: "object",
      required: ["kind", "version"],
      properties: { kind: { const: value }, version: { const: "1" } },
    });
    const versioned = (version: JsonValue): JsonObject => ({
      Base: { type: "object", properties: { version } },
    });
    expect(envelopeOf(["Base"], versioned({ type: "string" }), pair, { tags: ["kind", "version"] })).toEqual([
      "#/$defs/Base",
    ]);
    expect(envelopeOf(["Base"], versioned({ const: "1" }), pair, { tags: ["kind", "version"] })).toEqual([]);
    expect(envelopeOf(["Base"], versioned({ const: "1" }), pair, { tags: ["kind"] })).toEqual([
      "#/$defs/Base",
    ]);
  });
});
